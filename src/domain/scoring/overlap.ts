import type { CandidateFacts, JobFacts } from './schema';
import { termOf } from './term';
import { offsetSpans, pairsOf } from './time-zones';
import {
  CELL_MINUTES,
  dayCells,
  decodeGrid,
  shiftWeek,
  union,
  weekCells,
  wholeDays,
  widenWeek,
  type Week,
} from './week-grid';

/** The job's core hours, laid into another zone's wall time for one pair of UTC offsets of the job's term. */
export interface NeedInZone {
  /** First instant at which this pair of offsets holds, ms since 1970. */
  at: number;
  /** Cells to add to a cell of the person's week to get the job's cell. */
  toJob: number;
  need: Week;
}

export interface CoreHours {
  grid: Week;
  timeZone: string;
  /** Cells of overlap that the job needs; never more than its grid holds. */
  needed: number;
  /** By the person's time zone; null = the zone is not known to the runtime. */
  inZone(timeZone: string): readonly NeedInZone[] | null;
}

/** A person's week: marked cells, and the cells reachable by shifting (`wide`), capped to so many a day. */
export interface PersonWeek {
  timeZone: string;
  fixed: Week;
  wide: Week;
  /** Most cells a day the person works. */
  dayCap: number;
  /** `wide` assumes full flexibility because the answer is not known. */
  flexibilityUnknown: boolean;
}

/**
 * Core hours ready to be laid over people's weeks; null when the job sets none (or an empty grid).
 * Throws RangeError when the job's own time zone is not one.
 */
export function coreHoursOf(job: JobFacts, asOf: string): CoreHours | null {
  const core = job.coreHours;
  if (!core) return null;
  const grid = decodeGrid(core.grid);
  const cells = weekCells(grid);
  if (cells === 0) return null;
  const { from, to } = termOf(job, asOf);
  const own = offsetSpans(core.timeZone, from, to);
  if (!own) throw new RangeError(`No such time zone: ${core.timeZone}`);
  const shifted = new Map<number, Week>();
  const shift = (cells: number): Week => {
    const kept = shifted.get(cells) ?? shiftWeek(grid, cells);
    shifted.set(cells, kept);
    return kept;
  };
  const zones = new Map<string, readonly NeedInZone[] | null>();
  return {
    grid,
    timeZone: core.timeZone,
    needed: Math.min(Math.ceil(core.overlapMinutes / CELL_MINUTES), cells),
    inZone(timeZone) {
      const kept = zones.get(timeZone);
      if (kept !== undefined) return kept;
      const byShift = new Map<number, NeedInZone>();
      const theirs = offsetSpans(timeZone, from, to);
      for (const { at, a, b } of theirs ? pairsOf(own, theirs) : []) {
        const toJob = Math.round((a - b) / CELL_MINUTES);
        if (!byShift.has(toJob)) byShift.set(toJob, { at, toJob, need: shift(-toJob) });
      }
      const needs = theirs && [...byShift.values()];
      zones.set(timeZone, needs);
      return needs;
    },
  };
}

const SHIFT_CELLS = { within_1h: 4, within_2h: 8 } as const;

/** A person's week for comparing; null when it is not known. A grid without a single cell is no answer. */
export function personWeekOf({ week, flexibility, maxDailyMinutes }: CandidateFacts): PersonWeek | null {
  return week && personWeek(decodeGrid(week.grid), week.timeZone, flexibility, maxDailyMinutes);
}

/** The same of a decoded grid. */
export function personWeek(
  fixed: Week,
  timeZone: string,
  flexibility: CandidateFacts['flexibility'],
  maxDailyMinutes: number | null,
): PersonWeek | null {
  let longest = 0;
  for (let day = 0; day < 7; day++) longest = Math.max(longest, dayCells(fixed, day));
  if (longest === 0) return null;
  let wide = fixed;
  if (flexibility === 'within_1h' || flexibility === 'within_2h')
    wide = widenWeek(fixed, SHIFT_CELLS[flexibility]);
  else if (flexibility !== 'fixed') wide = union(widenWeek(fixed, SHIFT_CELLS.within_2h), wholeDays(fixed));
  return {
    timeZone,
    fixed,
    wide,
    dayCap: maxDailyMinutes === null ? longest : Math.floor(maxDailyMinutes / CELL_MINUTES),
    flexibilityUnknown: flexibility === null,
  };
}

/** Cells both have, by the marked week alone. */
export function fixedOverlap(need: Week, { fixed }: PersonWeek): number {
  let cells = 0;
  for (let day = 0; day < 7; day++) cells += dayCells(fixed, day, need);
  return cells;
}

/** Cells both have when the person's hours move: per local day at most `dayCap`, never less than the marked ones give. */
export function wideOverlap(need: Week, { fixed, wide, dayCap }: PersonWeek): number {
  let cells = 0;
  for (let day = 0; day < 7; day++) {
    cells += Math.max(dayCells(fixed, day, need), Math.min(dayCells(wide, day, need), dayCap));
  }
  return cells;
}
