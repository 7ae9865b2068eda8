import type { PostingContent } from '@/domain/jobs/schema/posting';
import { offsetPairs } from '@/domain/scoring/time-zones';
import { CELL_MINUTES, dayCells, decodeGrid, shiftWeek, type Week } from '@/domain/scoring/week-grid';

type CoreHours = NonNullable<PostingContent['core_hours']>;
const YEAR_MS = 366 * 86_400_000;
const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** Minutes that `zone` is ahead of the job's during the coming year: what holds first, then what also does. */
export const minutesAhead = (jobZone: string, zone: string, from: number): number[] => [
  ...new Set((offsetPairs(jobZone, zone, from, from + YEAR_MS) ?? []).map(({ a, b }) => b - a)),
];

/** A job's core hours on clocks that are `ahead` minutes ahead of the job's. */
export const coreHoursAhead = (core: CoreHours, ahead: number): Week =>
  shiftWeek(decodeGrid(core.grid), Math.round(ahead / CELL_MINUTES));

/**
 * Minutes of a week that lie in a job's core hours, at most as many as it asks for: for each difference of clocks that
 * occurs in the year from `from` (ms), what holds first first. As the engine counts hours that are fixed.
 */
export const fitsOf = (core: CoreHours, own: { grid: string; timeZone: string }, from: number): number[] => {
  const mine = decodeGrid(own.grid);
  return minutesAhead(core.timeZone, own.timeZone, from).map((ahead) => {
    const need = coreHoursAhead(core, ahead);
    const cells = DAYS.reduce((sum, day) => sum + dayCells(need, day, mine), 0);
    return Math.min(core.overlapMinutes, cells * CELL_MINUTES);
  });
};
