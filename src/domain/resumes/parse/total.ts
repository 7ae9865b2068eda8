const MONTH = /^(\d{4})(?:-(\d{2}))?$/;

/** Month of the year that a bare year stands for: between its first, which many mean by it, and its middle. */
const BARE_YEAR_MONTH = 4;

/** Months since year 0 of a résumé's date. */
function monthNumber(date: string, asOf: string): number | null {
  const match = MONTH.exec(date === 'present' ? asOf : date);
  if (!match) return null;
  const month = match[2] === undefined ? BARE_YEAR_MONTH : Number(match[2]);
  return Number(match[1]) * 12 + month - 1;
}

/**
 * Months worked, overlapping jobs counted once, up to `asOf` (`YYYY-MM`); null when no entry is dated. A span of
 * `2020-01` to `2021-01` counts 12 months, a job from `2021-02` on goes on where it ended; one inside a single month counts 1; a single year alone counts 6.
 */
export function totalMonths(
  entries: readonly { start: string | null; end: string | null }[],
  asOf: string,
): number | null {
  const limit = monthNumber(asOf, asOf) ?? 0;
  const spans = entries.flatMap(({ start, end }) => {
    if (start === null || end === null) return [];
    const from = monthNumber(start, asOf);
    const to = monthNumber(end, asOf);
    if (from === null || to === null || from > limit) return [];
    const least = start === end && start.length === 4 ? 6 : 1;
    return [{ from, to: Math.min(limit, Math.max(to, from + least)) }];
  });
  if (spans.length === 0) return null;
  let months = 0;
  let reached = -Infinity;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    // A job that begins in the month after the last one ended leaves no month out.
    const start = from === reached + 1 ? reached : Math.max(from, reached);
    months += Math.max(0, to - start);
    reached = Math.max(reached, to);
  }
  return months;
}
