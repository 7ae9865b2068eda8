import type { Triple } from '../schema';

/** A factor read off the columns, one person at a time. */
export interface ColumnFactor {
  /** 0 = it only guards a must-have. */
  weight: number;
  /** Bit of `flags`: of whoever has it nothing of the factor is open. */
  firm: number;
  /** The value of person `index` in 1/10000, in an object that the next call uses again. */
  valueOf: (index: number) => Readonly<Triple>;
  /** Whether the person misses the must-have that the factor guards. */
  misses: ((index: number) => boolean) | null;
}

/** A row of a table of what a job makes of each code. */
export const ROW = 4;
export const CELL = { low: 0, expected: 1, high: 2, misses: 3 } as const;
export const NOT_JUDGED = -1;
