import { describe, expect, it } from 'vitest';
import { cut, messagesOfNights, nightDue } from './nights';

const hourly = (from: string, hours: number): Date[] =>
  Array.from({ length: hours }, (_, i) => new Date(Date.parse(from) + i * 3_600_000));

describe('a night', () => {
  it('is due from two o’clock of its own day on', () => {
    expect(nightDue(new Date('2026-11-23T20:29:00Z'), 'Asia/Kolkata')).toBeNull();
    expect(nightDue(new Date('2026-11-23T20:30:00Z'), 'Asia/Kolkata')).toBe('2026-11-24');
    expect(nightDue(new Date('2026-11-24T18:00:00Z'), 'Asia/Kolkata')).toBe('2026-11-24');
    expect(nightDue(new Date('2026-11-23T20:30:00Z'), 'America/New_York')).toBe('2026-11-23');
  });

  it.each([
    [
      'the hour that is skipped',
      '2026-03-07T00:00:00Z',
      ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'],
    ],
    [
      'the hour that comes twice',
      '2026-10-31T00:00:00Z',
      ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02'],
    ],
  ])('comes once a day over %s', (_, from, days) => {
    const due = hourly(from, 72).map((tick) => nightDue(tick, 'America/New_York'));
    expect([...new Set(due.filter((day) => day !== null))]).toEqual(days);
    // It begins late when ticks were missed, and never for a day that is over.
    expect(due.indexOf(days[2]!)).toBeLessThan(due.indexOf(days[3]!));
  });
});

describe('the messages of a day of nights', () => {
  it('are few hundred, for ten thousand people and for a million', () => {
    const zones = Array.from({ length: 20 }, () => 25);
    expect(messagesOfNights(10_000, zones)).toBe(24 + 20 * 3);
    expect(messagesOfNights(100_000, zones)).toBe(24 + 20 * 4);
    expect(messagesOfNights(1_000_000, zones)).toBe(24 + 20 * 13);
    // The table of docs/operations.md.
    const people = [10_000, 100_000, 1_000_000];
    expect(people.map((count) => messagesOfNights(count, [500]))).toEqual([27, 28, 37]);
    expect(people.map((count) => messagesOfNights(count, zones))).toEqual([84, 104, 284]);
  });

  it('are none but the ticks when no job is open', () => {
    expect(messagesOfNights(1_000_000, [])).toBe(24);
    expect(cut(0, 1)).toEqual({ groups: 1, shards: 1 });
  });
});
