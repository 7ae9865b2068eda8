import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekGridSchema } from './schema';
import {
  decodeGrid,
  emptyWeek,
  encodeGrid,
  gridFromRanges,
  gridMinutes,
  hasCell,
  rangesFromGrid,
  setCell,
  shiftWeek,
  WEEK_CELLS,
  weekCells,
  wholeDays,
  widenWeek,
  type Week,
} from './week-grid';

const weeks = fc.array(fc.nat(WEEK_CELLS - 1), { maxLength: 200 }).map((cells) => {
  const week = emptyWeek();
  for (const cell of cells) setCell(week, cell);
  return week;
});
const cellsOf = (week: Week): number[] =>
  Array.from({ length: WEEK_CELLS }, (_, cell) => cell).filter((cell) => hasCell(week, cell));

describe('the week grid', () => {
  it('is 84 bytes, most significant bit first, as any base64 reader sees it', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        const grid = encodeGrid(week);
        expect(weekGridSchema.safeParse(grid).success).toBe(true);
        const bytes = Buffer.from(grid, 'base64');
        expect(bytes.length).toBe(84);
        for (const cell of cellsOf(week)) expect((bytes[cell >> 3]! >> (7 - (cell & 7))) & 1).toBe(1);
        expect(decodeGrid(grid)).toEqual(week);
      }),
    );
  });

  it('marks whole cells from ranges, over midnight and from Sunday into Monday', () => {
    expect(gridMinutes(gridFromRanges([{ day: 0, from: 540, to: 780 }]))).toBe(240);
    expect(rangesFromGrid(gridFromRanges([{ day: 6, from: 23 * 60, to: 60 }]))).toEqual([
      { day: 0, from: 0, to: 60 },
      { day: 6, from: 1380, to: 1440 },
    ]);
    expect(rangesFromGrid(gridFromRanges([{ day: 2, from: 545, to: 605 }]))).toEqual([
      { day: 2, from: 555, to: 615 },
    ]);
    expect(gridMinutes(gridFromRanges([]))).toBe(0);
  });

  it('gives the same ranges back', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        expect(gridFromRanges(rangesFromGrid(encodeGrid(week)))).toBe(encodeGrid(week));
      }),
    );
  });

  it('moves every cell by the shift, around the end of the week', () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: -700, max: 700 }), (week, by) => {
        const moved = cellsOf(week).map((cell) => (((cell + by) % WEEK_CELLS) + WEEK_CELLS) % WEEK_CELLS);
        expect(cellsOf(shiftWeek(week, by))).toEqual(moved.sort((a, b) => a - b));
      }),
    );
  });

  it('widens every stretch at both ends by exactly so many cells', () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: 0, max: 20 }), (week, by) => {
        const near = new Set<number>();
        for (const cell of cellsOf(week)) {
          for (let i = -by; i <= by; i++) near.add((cell + i + WEEK_CELLS) % WEEK_CELLS);
        }
        expect(cellsOf(widenWeek(week, by))).toEqual([...near].sort((a, b) => a - b));
      }),
    );
  });

  it('fills the days that have any cell', () => {
    const week = emptyWeek();
    setCell(week, 96 + 5);
    expect(weekCells(wholeDays(week))).toBe(96);
    expect(hasCell(wholeDays(week), 96 + 95)).toBe(true);
    expect(hasCell(wholeDays(week), 95)).toBe(false);
  });
});
