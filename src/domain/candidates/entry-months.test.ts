import { assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { entryMonths } from './entry-months';

test.each([
  ['2013', '2016', '2013-07', '2016-06'],
  ['2013-02', '2016-11', '2013-02', '2016-11'],
  ['2013', 'present', '2013-07', 'present'],
  ['2013', null, '2013-07', null],
  [null, '2016', null, '2016-06'],
  ['2016', '2016', '2016-01', '2016-12'],
  ['2016', '2016-03', '2016-01', '2016-03'],
  ['2016-09', '2016', '2016-09', '2016-12'],
  ['present', 'present', null, 'present'],
  [null, null, null, null],
])('%s to %s', (start, end, from, to) => {
  expect(entryMonths(start, end)).toEqual({ start: from, end: to });
});

test('a stretch that is in order stays in order', () => {
  const dates = ['2015', '2015-01', '2015-06', '2015-12', '2016', '2016-01', '2016-12'];
  assert(
    property(constantFrom(...dates), constantFrom(...dates), (a, b) => {
      const [start, end] = [a, b].sort();
      const told = entryMonths(start!, end!);
      expect(told.start! <= told.end!).toBe(true);
    }),
  );
});
