import { wideOverlap, type CoreHours, type NeedInZone, type PersonWeek } from './overlap';
import { CELL_MINUTES, DAY_CELLS, WEEK_CELLS, hasCell } from './week-grid';

/** What an overlay cell says; add the ones that hold. */
export const CELL = { needed: 1, offered: 2, both: 4 } as const;

/** A person's week on the job's core hours, in the job's time zone, for the worst pair of UTC offsets. */
export interface Overlay {
  neededMinutes: number;
  bothMinutes: number;
  /** Hours a day, Monday first, in the job's zone: core hours, and those that both have. */
  needed: number[];
  both: number[];
  /** 672 cells in the job's wall time: sums of `CELL`. With flexible hours, `both` is one way to place them. */
  cells: Uint8Array;
  /** Minutes that the person's clock is ahead of the job's. */
  aheadMinutes: number;
  /** Every pair of offsets in the job's term, first instant and overlap, in time order. */
  pairs: { at: number; aheadMinutes: number; bothMinutes: number }[];
}

function bothCells(person: PersonWeek, { need }: NeedInZone): number[] {
  const chosen: number[] = [];
  for (let day = 0; day < 7; day++) {
    const first = day * DAY_CELLS;
    const needed = Array.from({ length: DAY_CELLS }, (_, i) => first + i).filter((cell) =>
      hasCell(need, cell),
    );
    const marked = needed.filter((cell) => hasCell(person.fixed, cell));
    const moved = needed.filter((cell) => hasCell(person.wide, cell) && !hasCell(person.fixed, cell));
    chosen.push(...marked, ...moved.slice(0, Math.max(0, person.dayCap - marked.length)));
  }
  return chosen;
}

/** The overlay of a known week; null when the runtime does not know the person's time zone. */
export function overlayOf(core: CoreHours, asked: PersonWeek): Overlay | null {
  const person = asked.flexibilityUnknown ? { ...asked, wide: asked.fixed } : asked;
  const needs = core.inZone(person.timeZone);
  if (!needs) return null;
  let worst: NeedInZone | undefined;
  let least = Infinity;
  const pairs = needs.map((need) => {
    const cells = wideOverlap(need.need, person);
    if (cells < least) {
      least = cells;
      worst = need;
    }
    return { at: need.at, aheadMinutes: -need.toJob * CELL_MINUTES, bothMinutes: cells * CELL_MINUTES };
  });
  if (!worst) return null;
  const cells = new Uint8Array(WEEK_CELLS);
  const needed = [0, 0, 0, 0, 0, 0, 0];
  const both = [0, 0, 0, 0, 0, 0, 0];
  const add = (hours: number[], cell: number): void => {
    const day = Math.floor(cell / DAY_CELLS);
    hours[day] = (hours[day] ?? 0) + CELL_MINUTES / 60;
  };
  const mark = (cell: number, flag: number): void => {
    cells[cell] = (cells[cell] ?? 0) | flag;
  };
  for (let cell = 0; cell < WEEK_CELLS; cell++) {
    if (hasCell(core.grid, cell)) {
      mark(cell, CELL.needed);
      add(needed, cell);
    }
    if (hasCell(person.fixed, cell)) mark((cell + worst.toJob + WEEK_CELLS) % WEEK_CELLS, CELL.offered);
  }
  for (const cell of bothCells(person, worst)) {
    const jobCell = (cell + worst.toJob + WEEK_CELLS) % WEEK_CELLS;
    mark(jobCell, CELL.both);
    add(both, jobCell);
  }
  return {
    neededMinutes: core.needed * CELL_MINUTES,
    bothMinutes: least * CELL_MINUTES,
    needed,
    both,
    cells,
    aheadMinutes: -worst.toJob * CELL_MINUTES,
    pairs,
  };
}
