import { expect, test } from 'vitest';
import { askedDelay, defaultBackoff, parseDuration } from './duration';
import { evaluateDelay } from './expression';
import { nextRun } from './schedules';

test.each([
  ['1000', 3, 1000],
  ['1000 * (1 + retried)', 3, 4000],
  ['pow(2, retried) * 1000', 3, 8000],
  ['max(1000, min(60000, retried * 100)) - -5', 20, 2005],
  ['floor(10 / 4) % 2 + round(sqrt(2))', 0, 1],
  ['-5', 0, 0],
])('a retry delay of %s after %i retries is %i ms', (expression, retried, delay) => {
  expect(evaluateDelay(expression, retried)).toBe(delay);
});

test.each([
  '',
  'process.exit(1)',
  'retried retried',
  '1 +',
  'pow(2',
  'constructor(1)',
  '1 / 0',
  '2 ^ 3',
  '"a"',
])('refuses %j as a retry delay', (expression) =>
  expect(() => evaluateDelay(expression, 0)).toThrow('invalid retry delay expression'),
);

test('reads durations', () => {
  expect(['10s', '1d2h', '90', '1.5m', '250ms'].map(parseDuration)).toEqual([
    10_000, 93_600_000, 90_000, 90_000, 250,
  ]);
  expect(['', 'soon', '10 s', '5x'].map(parseDuration)).toEqual([undefined, undefined, undefined, undefined]);
});

test('backs off as documented: 12 s, 2 min 28 s, 30 min 8 s, 6 h 7 min 6 s, then a day', () => {
  expect([0, 1, 2, 3, 4].map((retried) => Math.floor(defaultBackoff(retried) / 1000))).toEqual([
    12, 148, 1808, 22026, 86400,
  ]);
});

test('honours what the destination asks, as seconds or as a date, up to a day', () => {
  const now = Date.parse('2030-01-01T00:00:00Z');
  expect(askedDelay({ 'retry-after': ['7'] }, now)).toBe(7000);
  expect(askedDelay({ 'retry-after': ['Tue, 01 Jan 2030 00:01:00 GMT'] }, now)).toBe(60_000);
  expect(askedDelay({ 'x-ratelimit-reset-tokens': ['6m0s'] }, now)).toBe(360_000);
  expect(askedDelay({ 'retry-after': ['never'] }, now)).toBeUndefined();
  expect(askedDelay({ 'retry-after': ['9999999'] }, now)).toBeUndefined();
});

test('a schedule keeps its wall time when its zone changes the clock', () => {
  const cron = 'CRON_TZ=Europe/Berlin 30 3 * * *';
  expect(nextRun(cron, new Date('2030-03-30T12:00:00Z')).toISOString()).toBe('2030-03-31T01:30:00.000Z');
  expect(nextRun(cron, new Date('2030-10-26T12:00:00Z')).toISOString()).toBe('2030-10-27T02:30:00.000Z');
  expect(() => nextRun('* * * * * *', new Date())).toThrow('invalid cron');
});
