import { expect, it } from 'vitest';
import { counted, dayNumber, monthWords, termWords } from './months';

it('counts one thing and several', () => {
  expect([counted(1, 'month'), counted(0, 'day'), counted(12, 'day')]).toEqual([
    '1 month',
    '0 days',
    '12 days',
  ]);
});

it.each([
  ['2024-03', 'present', 'Mar 2024 to now'],
  ['2016', '2021-07', '2016 to Jul 2021'],
  ['2016-06', null, 'from Jun 2016'],
  [null, '2019', 'until 2019'],
  [null, null, 'No dates'],
])('%s–%s reads “%s”', (start, end, words) => expect(termWords(start, end)).toBe(words));

it('a half-typed date is shown as it is', () => expect(monthWords('20')).toBe('20'));

it('counts days as the calendar does, leap years and ends of centuries included', () => {
  for (let day = -400_000; day < 400_000; day += 97) {
    expect(dayNumber(new Date(day * 86_400_000).toISOString())).toBe(day);
  }
  expect(dayNumber('2000-02-29') + 1).toBe(dayNumber('2000-03-01'));
  expect(dayNumber('2100-02-28') + 1).toBe(dayNumber('2100-03-01'));
});
