import { ONE, type Spread } from './fixed-point';
import { monthIndex, type MonthIndex } from './months';
import type { CandidateFacts } from './schema';

/** Before any month a résumé names; an entry without a start may reach back this far. */
export const LONG_AGO: MonthIndex = 0;

/** When a job was held, in month indices, both ends included; `from > to` = empty. */
export interface HeldMonths {
  /** The months that are certain. */
  from: MonthIndex;
  to: MonthIndex;
  /** The months that are possible: wider than the certain ones only where a date is unknown. */
  mayFrom: MonthIndex;
  mayTo: MonthIndex;
}

/** One job entry. */
export interface CareerEntry extends HeldMonths {
  title: string;
  roleId: string | null;
  domains: readonly string[];
  /** Its weight by how many months of work ago it ended. */
  recent: Spread;
}

interface Interval {
  from: MonthIndex;
  to: MonthIndex;
}

/** The months of all jobs together. */
export interface Timeline {
  now: MonthIndex;
  certain: Interval[];
  possible: Interval[];
  /** An entry without any date may lie anywhere. */
  undated: boolean;
}

export interface Career extends Timeline {
  entries: CareerEntry[];
}

/** Months of work since something was last done: at least, by the certain dates, at most. */
export interface Clock {
  least: number;
  expected: number;
  most: number;
}

type WorkFact = NonNullable<CandidateFacts['work']>[number];

/**
 * The months of one job, of which start or end may be unknown; one that goes on ends `now`. Months after `now` are cut off; an
 * entry that ends before it starts counts its first month.
 */
export function heldMonths(
  told: { start: MonthIndex | null; end: MonthIndex | null },
  now: MonthIndex,
): HeldMonths {
  const start = told.start === null ? null : Math.min(told.start, now);
  const before = told.end === null ? null : Math.min(told.end, now);
  const end = before !== null && start !== null ? Math.max(before, start) : before;
  return {
    from: start ?? end ?? 1,
    to: end ?? start ?? 0,
    mayFrom: start ?? LONG_AGO,
    mayTo: end ?? now,
  };
}

function entryOf({ title, roleId, domains, start, end }: WorkFact, now: MonthIndex) {
  const told = {
    start: start === null ? null : monthIndex(start),
    end: end === null ? null : end === 'present' ? now : monthIndex(end),
  };
  return { title, roleId, domains, ...heldMonths(told, now) };
}

function merged(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, to }) => from <= to).sort((a, b) => a.from - b.from);
  const union: Interval[] = [];
  let last: Interval | undefined;
  for (const { from, to } of sorted) {
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else union.push((last = { from, to }));
  }
  return union;
}

/**
 * The months of jobs laid over each other. Months before the first known job are not a break: they run the clock as work does,
 * so that telling an earlier job never makes a skill look older.
 */
export function timelineOf(entries: readonly HeldMonths[], now: MonthIndex): Timeline {
  const certain = merged(entries);
  const open = entries.some((entry) => entry.from !== entry.mayFrom || entry.to !== entry.mayTo);
  return {
    now,
    certain,
    possible: open ? merged(entries.map(({ mayFrom, mayTo }) => ({ from: mayFrom, to: mayTo }))) : certain,
    undated: entries.some(({ from, to }) => from > to),
  };
}

/** Job entries as month intervals, with their timeline. */
export function careerOf(work: readonly WorkFact[], now: MonthIndex): Career {
  const entries = work.map((entry) => entryOf(entry, now));
  const timeline = timelineOf(entries, now);
  return {
    entries: entries.map((entry) => ({ ...entry, recent: entrySpread(timeline, entry) })),
    ...timeline,
  };
}

function running(union: readonly Interval[], month: MonthIndex, now: MonthIndex): number {
  const first = union[0]?.from ?? now + 1;
  let months = Math.max(0, first - 1 - month);
  for (const { from, to } of union) months += Math.max(0, Math.min(to, now) - Math.max(from - 1, month));
  return months;
}

/** Months of work after `month` up to now; breaks between jobs and after the last one stop the clock. */
export function monthsSince(career: Timeline, month: MonthIndex): Clock {
  const expected = running(career.certain, month, career.now);
  if (career.certain === career.possible) return { least: expected, expected, most: expected };
  return {
    least: career.undated ? 0 : expected,
    expected,
    most: running(career.possible, month, career.now),
  };
}

const FRESH_MONTHS = 24;
const STALE_MONTHS = 96;
export const RECENCY_FLOOR = 7_000;

/** Weight of something last done so many months of work ago: 1 for two years, then down to .7 at eight years, never lower. */
export function recency(monthsOfWork: number): number {
  if (monthsOfWork <= FRESH_MONTHS) return ONE;
  if (monthsOfWork >= STALE_MONTHS) return RECENCY_FLOOR;
  const lost = ((ONE - RECENCY_FLOOR) * (monthsOfWork - FRESH_MONTHS)) / (STALE_MONTHS - FRESH_MONTHS);
  return ONE - Math.ceil(lost);
}

/** Weight of an entry by how many months of work ago it ended; open in the middle where its end is not known. */
export function entrySpread(career: Timeline, entry: HeldMonths): Spread {
  if (entry.from > entry.to) return { low: RECENCY_FLOOR, expected: null, high: ONE };
  const clock = monthsSince(career, entry.to);
  const low = recency(clock.most);
  if (entry.mayTo > entry.to) return { low, expected: null, high: ONE };
  return { low, expected: recency(clock.expected), high: recency(clock.least) };
}
