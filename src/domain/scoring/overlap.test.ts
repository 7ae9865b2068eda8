import { describe, expect, it } from 'vitest';
import { coreHoursOf, personWeekOf } from './overlap';
import { CELL, overlayOf, type Overlay } from './overlay';
import { NOTHING_KNOWN } from './person';
import { SAMPLE_JOB } from './samples';
import type { CandidateFacts, JobFacts } from './schema';
import { gridFromRanges, type DayRange } from './week-grid';

const AS_OF = '2026-11-23';
const grid = (days: number[], from: number, to: number): string =>
  gridFromRanges(days.map((day): DayRange => ({ day, from: from * 60, to: to * 60 })));

const laid = (job: Partial<JobFacts>, person: Partial<CandidateFacts>): Overlay => {
  const core = coreHoursOf({ ...SAMPLE_JOB, ...job }, AS_OF)!;
  return overlayOf(core, personWeekOf({ ...NOTHING_KNOWN, flexibility: 'fixed', ...person })!)!;
};
const london = (days: number[], from: number, to: number): Partial<JobFacts> => {
  const core = grid(days, from, to);
  return { coreHours: { grid: core, timeZone: 'Europe/London', overlapMinutes: 10_080 } };
};

describe('overlap in two time zones', () => {
  it('lays +5:30 over London at the half hour, the worse of winter and summer', () => {
    const overlay = laid(london([0], 9, 13), {
      week: { grid: grid([0], 14.5, 18.5), timeZone: 'Asia/Kolkata' },
    });
    expect(overlay.pairs.map(({ aheadMinutes, bothMinutes }) => [aheadMinutes, bothMinutes])).toEqual([
      [330, 240],
      [270, 180],
    ]);
    expect(overlay.bothMinutes).toBe(180);
    expect(overlay.aheadMinutes).toBe(270);
  });

  it('lays +5:45 over London at the quarter hour', () => {
    const winter = { latestStart: AS_OF, duration: { months: 2, extensionLikely: false } };
    const week = { grid: grid([0], 14.75, 18.75), timeZone: 'Asia/Kathmandu' };
    expect(laid({ ...london([0], 9, 13), ...winter }, { week }).bothMinutes).toBe(240);
    expect(laid({ ...london([0], 9, 13.25), ...winter }, { week }).bothMinutes).toBe(240);
    expect(laid({ ...london([0], 9.25, 13), ...winter }, { week }).bothMinutes).toBe(225);
  });

  it('looks only at the offsets of the term, and at a year when the job may go on', () => {
    const week = { grid: grid([0], 14.5, 18.5), timeZone: 'Asia/Kolkata' };
    const short = { latestStart: AS_OF, duration: { months: 3, extensionLikely: false } };
    expect(laid({ ...london([0], 9, 13), ...short }, { week }).bothMinutes).toBe(240);
    const longer = { latestStart: AS_OF, duration: { months: 3, extensionLikely: true } };
    expect(laid({ ...london([0], 9, 13), ...longer }, { week }).bothMinutes).toBe(180);
  });

  it('takes the worst of three pairs when both zones change their clocks', () => {
    const overlay = laid(london([1], 14, 18), {
      week: { grid: grid([1], 9, 13), timeZone: 'America/New_York' },
    });
    expect(overlay.pairs.map(({ aheadMinutes, bothMinutes }) => [aheadMinutes, bothMinutes])).toEqual([
      [-300, 240],
      [-240, 180],
    ]);
  });

  it('carries Sunday evening into Monday morning', () => {
    const job = { coreHours: { grid: grid([0], 8, 10), timeZone: 'Pacific/Auckland', overlapMinutes: 120 } };
    const week = { grid: grid([6], 17, 23), timeZone: 'Europe/London' };
    expect(laid(job, { week }).bothMinutes).toBeGreaterThan(0);
  });

  it('counts hours a day in the zone of the job, and marks every cell', () => {
    const overlay = laid(london([0, 1, 2], 9, 13), {
      week: { grid: grid([0, 1], 13.5, 19), timeZone: 'Asia/Kolkata' },
    });
    expect(overlay.needed).toEqual([4, 4, 4, 0, 0, 0, 0]);
    expect(overlay.both).toEqual([4, 4, 0, 0, 0, 0, 0]);
    const ninth = 9 * 4;
    expect(overlay.cells[ninth]).toBe(CELL.needed + CELL.offered + CELL.both);
    expect(overlay.cells[2 * 96 + ninth]).toBe(CELL.needed);
    expect(overlay.cells[8 * 4]).toBe(CELL.offered);
    expect(overlay.cells[8 * 4 - 1]).toBe(0);
  });
});

describe('flexible hours', () => {
  const utc = (hours: number[], from: number, to: number): Partial<JobFacts> => ({
    coreHours: { grid: grid(hours, from, to), timeZone: 'UTC', overlapMinutes: 10_080 },
  });
  const week = { grid: grid([0], 9, 13), timeZone: 'UTC' };

  it('moves the marked hours by one or two, or over the whole marked day', () => {
    const job = utc([0], 5, 9);
    expect(laid(job, { week, flexibility: 'fixed' }).bothMinutes).toBe(0);
    expect(laid(job, { week, flexibility: 'within_1h' }).bothMinutes).toBe(60);
    expect(laid(job, { week, flexibility: 'within_2h' }).bothMinutes).toBe(120);
    expect(laid(job, { week, flexibility: 'full' }).bothMinutes).toBe(240);
  });

  it('never gives more hours a day than the longest marked day', () => {
    expect(laid(utc([0], 6, 18), { week, flexibility: 'full' }).bothMinutes).toBe(240);
    expect(laid(utc([0], 6, 18), { week, flexibility: 'within_2h' }).both[0]).toBe(4);
  });

  it('never takes a marked hour away, whatever is told of the day', () => {
    expect(laid(utc([0], 9, 13), { week, flexibility: 'full', maxDailyMinutes: 60 }).bothMinutes).toBe(240);
    expect(laid(utc([0], 5, 9), { week, flexibility: 'full', maxDailyMinutes: 60 }).bothMinutes).toBe(60);
  });

  it('opens no day that is not marked', () => {
    expect(laid(utc([1], 10, 12), { week, flexibility: 'full' }).bothMinutes).toBe(0);
  });

  it('reads a grid without a cell as no answer', () => {
    expect(
      personWeekOf({ ...NOTHING_KNOWN, week: { grid: gridFromRanges([]), timeZone: 'UTC' } }),
    ).toBeNull();
  });
});

it('refuses a job whose time zone does not exist', () => {
  const core = { grid: grid([0], 9, 13), timeZone: 'Mars/Olympus', overlapMinutes: 60 };
  expect(() => coreHoursOf({ ...SAMPLE_JOB, coreHours: core }, AS_OF)).toThrow(RangeError);
});
