import { CELL_MINUTES, dayCells, decodeGrid } from '@/domain/scoring/week-grid';

/** Minutes a day of a week grid, Monday first. */
export const dayMinutes = (grid: string): number[] => {
  const week = decodeGrid(grid);
  return Array.from({ length: 7 }, (_, day) => dayCells(week, day) * CELL_MINUTES);
};
