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
