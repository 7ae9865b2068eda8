import { describe, expect, it } from 'vitest';
import { totalMonths } from './total';

const job = (start: string | null, end: string | null) => ({ start, end });

describe('totalMonths', () => {
  it.each([
    ['one job', [job('2020-01', '2021-01')], 12],
    ['a job still held', [job('2026-03', 'present')], 6],
    ['jobs side by side count once', [job('2020-01', '2021-01'), job('2020-07', '2021-07')], 18],
    ['months that follow each other', [job('2020-01', '2020-06'), job('2020-07', '2021-01')], 12],
    ['a month between jobs is a gap', [job('2020-01', '2020-06'), job('2020-08', '2021-01')], 10],
    ['a gap does not count', [job('2020-01', '2020-07'), job('2021-01', '2021-07')], 12],
    ['years alone', [job('2018', '2020')], 24],
    ['a month counts', [job('2020-01', '2020-01')], 1],
    ['what is not dated says nothing', [job(null, null)], null],
    ['the future is no experience', [job('2027-01', '2028-01')], null],
  ])('%s', (_, jobs, months) => {
    expect(totalMonths(jobs, '2026-09')).toBe(months);
  });
});
