import { describe, expect, it } from 'vitest';
import { isTimeZone, offsetPairs, offsetSpans } from './time-zones';

const from = Date.UTC(2026, 10, 23);
const to = Date.UTC(2027, 10, 23);
const iso = (at: number): string => new Date(at).toISOString();

describe('offsets over a term', () => {
  it('knows quarter-hour zones', () => {
    expect(offsetSpans('Asia/Kolkata', from, to)).toEqual([{ at: from, offset: 330 }]);
    expect(offsetSpans('Asia/Kathmandu', from, to)).toEqual([{ at: from, offset: 345 }]);
  });

  it('finds the minute of each change', () => {
    expect(offsetSpans('Europe/London', from, to)?.map(({ at, offset }) => [iso(at), offset])).toEqual([
      [iso(from), 0],
      ['2027-03-28T01:00:00.000Z', 60],
      ['2027-10-31T01:00:00.000Z', 0],
    ]);
  });

  it('pairs two zones that change on different days', () => {
    const pairs = offsetPairs('Europe/London', 'America/New_York', from, to);
    expect(pairs?.map(({ at, a, b }) => [iso(at).slice(0, 10), a, b])).toEqual([
      ['2026-11-23', 0, -300],
      ['2027-03-14', 0, -240],
      ['2027-03-28', 60, -240],
    ]);
  });

  it('handles a half-hour summer time and the southern half of the year', () => {
    const pairs = offsetPairs('Australia/Lord_Howe', 'Asia/Kolkata', from, to);
    expect(pairs?.map(({ a, b }) => a - b)).toEqual([330, 300]);
  });

  it('says so when a zone does not exist', () => {
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(offsetPairs('Europe/London', 'Mars/Olympus', from, to)).toBeNull();
  });
});
