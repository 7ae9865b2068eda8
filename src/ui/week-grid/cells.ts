import {
  CELL_MINUTES,
  DAY_CELLS,
  decodeGrid,
  emptyWeek,
  encodeGrid,
  gridFromRanges,
  hasCell,
  setCell,
  union,
  type DayRange,
  type Week,
} from '@/domain/scoring/week-grid';

/** Minutes of one cell as drawn; the grid itself is kept in quarters of an hour. */
export type StepMinutes = 15 | 30;

/** A cell as drawn: day 0–6 from Monday, slot counted from midnight in steps. */
export interface Slot {
  day: number;
  slot: number;
}

export type SlotState = 'off' | 'some' | 'on';

export const EMPTY_GRID: string = encodeGrid(emptyWeek());

/** An empty text counts as an empty week. */
export const weekOf = (grid: string): Week => decodeGrid(grid === '' ? EMPTY_GRID : grid);

const quarters = (step: StepMinutes): number => step / CELL_MINUTES;

const firstCell = ({ day, slot }: Slot, step: StepMinutes): number => day * DAY_CELLS + slot * quarters(step);

/** `some` when only part of the drawn cell is marked. */
export function slotState(week: Week, at: Slot, step: StepMinutes): SlotState {
  const first = firstCell(at, step);
  let marked = 0;
  for (let i = 0; i < quarters(step); i++) if (hasCell(week, first + i)) marked++;
  if (marked === 0) return 'off';
  return marked === quarters(step) ? 'on' : 'some';
}

function clearCell(week: Week, cell: number): void {
  week[cell >>> 5] = (week[cell >>> 5] ?? 0) & ~(0x80000000 >>> (cell & 31));
}

/** The grid with every cell of the rectangle between two corners marked or cleared. */
export function paint(grid: string, a: Slot, b: Slot, step: StepMinutes, on: boolean): string {
  const week = weekOf(grid);
  const [slotFrom, slotTo] = [Math.min(a.slot, b.slot), Math.max(a.slot, b.slot)];
  for (let day = Math.min(a.day, b.day); day <= Math.max(a.day, b.day); day++) {
    const first = firstCell({ day, slot: slotFrom }, step);
    const end = firstCell({ day, slot: slotTo + 1 }, step);
    for (let cell = first; cell < end; cell++) {
      if (on) setCell(week, cell);
      else clearCell(week, cell);
    }
  }
  return encodeGrid(week);
}

/** The grid with ranges of wall time added; an end at or before the start reaches into the next day. */
export function addRanges(grid: string, ranges: readonly DayRange[]): string {
  return encodeGrid(union(weekOf(grid), decodeGrid(gridFromRanges(ranges))));
}

/** Whole hours of the day to draw: at least `from`–`to`, and whatever is marked outside of them. */
export function shownHours(weeks: readonly Week[], from: number, to: number): { from: number; to: number } {
  const shown = { from, to };
  for (const week of weeks) {
    for (let cell = 0; cell < 7 * DAY_CELLS; cell++) {
      if (!hasCell(week, cell)) continue;
      const hour = Math.floor((cell % DAY_CELLS) / (60 / CELL_MINUTES));
      shown.from = Math.min(shown.from, hour);
      shown.to = Math.max(shown.to, hour + 1);
    }
  }
  return shown;
}

/** Which ends of a run of `#` this slot is, "first last" for both; undefined where nothing is outlined. */
export const outlineEdges = (outline: string, index: number): string | undefined => {
  if (outline[index] !== '#') return undefined;
  const first = outline[index - 1] === '#' ? [] : ['first'];
  const last = outline[index + 1] === '#' ? [] : ['last'];
  return [...first, ...last].join(' ');
};
