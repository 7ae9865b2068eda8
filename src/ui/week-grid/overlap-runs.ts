import type { OverlayView } from '@/domain/pipeline/schema/explanation';
import { clockWords, SHORT_DAYS } from '@/domain/scoring/week-words';

const HALF_HOUR = 30;

/** both: core hours that the person has · theirs: hours beyond the core · missing: core hours without them · spare: the same once
 * the overlap asked for is reached. */
type RunKind = Exclude<OverlayView['cells'][number][number], 'none'>;

/** A stretch of one kind within a day, in minutes from midnight. */
export interface Run {
  kind: RunKind;
  from: number;
  to: number;
}

/** The stretches of each day of an overlay, Monday first. */
export function runsOf({ cells, from }: Pick<OverlayView, 'cells' | 'from'>): Run[][] {
  return cells.map((day) => {
    const runs: Run[] = [];
    day.forEach((kind, column) => {
      if (kind === 'none') return;
      const start = (from + column) * HALF_HOUR;
      const before = runs.at(-1);
      if (before?.kind === kind && before.to === start) before.to = start + HALF_HOUR;
      else runs.push({ kind, from: start, to: start + HALF_HOUR });
    });
    return runs;
  });
}

/** Missing core hours in words: "Mon 12:30–13:00, Wed 11:30–13:00". */
export function missingWords(days: readonly (readonly Run[])[]): string {
  return days
    .flatMap((runs, day) =>
      runs
        .filter(({ kind }) => kind === 'missing')
        .map(({ from, to }) => `${SHORT_DAYS[day]} ${clockWords(from)}–${clockWords(to)}`),
    )
    .join(', ');
}
