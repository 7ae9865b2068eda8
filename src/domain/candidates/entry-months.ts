import { monthIndex } from '@/domain/scoring/months';

/** A job entry's first and last month, `YYYY-MM`; an end of `present` = still there, null = not told. */
export interface EntryMonths {
  start: string | null;
  end: string | null;
}

const isYear = (date: string): boolean => date.length === 4;

/**
 * Dates of a résumé (`YYYY-MM`, `YYYY`, `present`) as months. A bare year stands for its middle, so that 2013–2016 is three
 * years: July to begin with, June to end with; where that turns the order round, it reaches to the year's own end.
 */
export function entryMonths(start: string | null, end: string | null): EntryMonths {
  const from = start === null || start === 'present' ? null : isYear(start) ? `${start}-07` : start;
  const to = end === null || end === 'present' ? end : isYear(end) ? `${end}-06` : end;
  if (from === null || to === null || to === 'present' || from <= to) return { start: from, end: to };
  return {
    start: start !== null && isYear(start) ? `${start}-01` : from,
    end: end !== null && isYear(end) ? `${end}-12` : to,
  };
}

/** First and last month of an entry as far as they are told, none after `asOf`; null when it has no date. */
export const monthsOf = (
  { start, end }: { start: string | null; end: string | null },
  asOf: string,
): { first: string; last: string } | null => {
  const told = entryMonths(start, end);
  const last = told.end === 'present' ? asOf : (told.end ?? told.start);
  if (last === null) return null;
  const first = told.start ?? last;
  const bounded = last > asOf ? asOf : last;
  return { first: first > bounded ? bounded : first, last: bounded };
};

/** Months covered by intervals, both ends included; a month that several cover counts once. */
export const coveredMonths = (intervals: readonly { first: string; last: string }[]): number => {
  const sorted = intervals
    .map(({ first, last }) => ({ from: monthIndex(first), to: monthIndex(last) }))
    .sort((a, b) => a.from - b.from);
  let months = 0;
  let counted = -1;
  for (const { from, to } of sorted) {
    months += Math.max(0, to - Math.max(from - 1, counted));
    counted = Math.max(counted, to);
  }
  return months;
};

/** Months worked up to `asOf` (`YYYY-MM`), overlapping jobs counted once; null when no entry is dated. */
export const workedMonths = (
  entries: readonly { start: string | null; end: string | null }[],
  asOf: string,
): number | null => {
  const dated = entries.flatMap((entry) => monthsOf(entry, asOf) ?? []);
  return dated.length === 0 ? null : coveredMonths(dated);
};

/** Sort key of an entry: the month it ended, the last of all while it goes on, 0 without a date. */
const ended = ({ start, end }: EntryMonths): number => {
  const told = entryMonths(start, end);
  if (told.end === 'present') return Infinity;
  const last = told.end ?? told.start;
  return last === null ? 0 : monthIndex(last);
};

/** Entries by the month in which they ended, newest first, undated ones last; equal ones stay in their order. */
export const newestFirst = <T extends EntryMonths>(entries: readonly T[]): T[] =>
  entries.toSorted((one, other) => {
    const [first, second] = [ended(one), ended(other)];
    return first === second ? 0 : second - first;
  });
