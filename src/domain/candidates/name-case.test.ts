import { expect, it } from 'vitest';
import { writtenName } from './name-case';

it.each([
  ['PADMAJA RAJAN', 'Padmaja Rajan'],
  ["SIOBHAN O'BRIEN-MEHTA", "Siobhan O'Brien-Mehta"],
  ['K. S. LAKSHMI', 'K. S. Lakshmi'],
  ['Meenakshi Subramaniam', 'Meenakshi Subramaniam'],
  ['Ravi DSOUZA', 'Ravi DSOUZA'],
  ['ŻANETA WÓJCIK', 'Żaneta Wójcik'],
  ['ABI', 'ABI'],
])('%s is written %s', (read, written) => {
  expect(writtenName(read)).toBe(written);
});
