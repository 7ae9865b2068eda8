import { expect, it } from 'vitest';
import { asRead, putBack, without } from './as-read';

const read = [
  { from: 0, code: 'en', level: 'C1' },
  { from: 1, code: 'hi', level: null },
];

it('a fact is as it was read until a field of it changes, wherever it stands now', () => {
  expect(asRead({ level: null, code: 'hi', from: 1 }, read)).toBe(true);
  expect(asRead({ from: 1, code: 'hi', level: 'B2' }, read)).toBe(false);
  expect(asRead<(typeof read)[number] | { from: null }>({ ...read[1], from: null }, read)).toBe(false);
  expect(asRead({ from: 7, code: 'hi', level: null }, read)).toBe(false);
  expect(asRead({ from: 0, code: 'en', level: 'C1' }, undefined)).toBe(false);
});

it('what was removed comes back to its place, or to the end of what is left', () => {
  const list = ['a', 'b', 'c'];
  expect(putBack(without(list, 1), 1, 'b')).toEqual(list);
  expect(putBack(['a'], 2, 'c')).toEqual(['a', 'c']);
});
