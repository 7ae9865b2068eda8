import { expect, it } from 'vitest';
import { gridFromRanges } from '@/domain/scoring/week-grid';
import { fitsOf } from './week-fit';

const week = (from: number, to: number, days = [0, 1, 2, 3]) =>
  gridFromRanges(days.map((day) => ({ day, from: from * 60, to: to * 60 })));
const NOVEMBER = Date.UTC(2026, 10, 20);
const core = { grid: week(9, 13), timeZone: 'Europe/London', overlapMinutes: 16 * 60 };

it('counts the hours that both have, in the visitor’s own time, as clocks change', () => {
  // 9:00 in London is 14:30 in India in winter, 13:30 in summer.
  const own = { grid: week(13.5, 17.5), timeZone: 'Asia/Kolkata' };
  expect(fitsOf(core, own, NOVEMBER)).toEqual([12 * 60, 16 * 60]);
  expect(fitsOf(core, { grid: core.grid, timeZone: 'Europe/London' }, NOVEMBER)).toEqual([16 * 60]);
});

it('never counts more than the job asks for, and nothing of an empty week', () => {
  const less = { ...core, overlapMinutes: 10 * 60 };
  expect(fitsOf(less, { grid: week(0, 24), timeZone: 'Asia/Kolkata' }, NOVEMBER)).toEqual([600, 600]);
  expect(fitsOf(core, { grid: week(9, 13, []), timeZone: 'Europe/London' }, NOVEMBER)).toEqual([0]);
});
