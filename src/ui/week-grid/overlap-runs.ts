import { CELL } from '@/domain/scoring/overlay';
import { CELL_MINUTES, DAY_CELLS } from '@/domain/scoring/week-grid';
import { clockWords, SHORT_DAYS } from '@/ui/week-grid/week-words';

/** both: core hours that the person has · theirs: hours beyond the core · missing: core hours without them. */
export type RunKind = 'both' | 'theirs' | 'missing';

/** A stretch of one kind within a day, in minutes from midnight. */
export interface Run {
  kind: RunKind;
  from: number;
  to: number;
}

function kindOf(flags: number): RunKind | null {
  if (flags & CELL.both) return 'both';
  if (flags & CELL.needed) return 'missing';
  return flags & CELL.offered ? 'theirs' : null;
}

/** The stretches of one day (0 = Monday) of an overlay's 672 cells. */
export function runsOf(cells: ArrayLike<number>, day: number): Run[] {
  const runs: Run[] = [];
  for (let cell = 0; cell < DAY_CELLS; cell++) {
    const kind = kindOf(cells[day * DAY_CELLS + cell] ?? 0);
    const from = cell * CELL_MINUTES;
    const before = runs.at(-1);
    if (kind === null) continue;
    if (before && before.kind === kind && before.to === from) before.to = from + CELL_MINUTES;
    else runs.push({ kind, from, to: from + CELL_MINUTES });
  }
  return runs;
}

/** Even hours that hold every stretch, with at least eight of them; 8–18 for an empty week. */
export function hoursAround(days: readonly (readonly Run[])[]): { from: number; to: number } {
  const runs = days.flat();
  if (runs.length === 0) return { from: 8, to: 18 };
  let from = Math.floor(Math.min(...runs.map((run) => run.from)) / 120) * 2;
  let to = Math.ceil(Math.max(...runs.map((run) => run.to)) / 120) * 2;
  while (to - from < 8) {
    if (to < 24) to += 2;
    else from -= 2;
  }
  return { from, to };
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
