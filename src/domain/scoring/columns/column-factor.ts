import { ONE } from '../fixed-point';
import type { Triple } from '../schema';

/** Some people, with what each can still reach: Σ weight × value, counting the most for every factor not yet worked out. */
export interface Batch {
  count: number;
  /** Places in the columns, and in the segment. */
  people: Int32Array;
  places: Uint16Array;
  left: Int32Array;
}

/** A factor read off the columns. */
export interface ColumnFactor {
  weight: number;
  /** Bit of `flags`: of whoever has it nothing of the factor is open. */
  firm: number;
  /** The value of person `index` in 1/10000, in an object that the next call uses again. */
  valueOf: (index: number) => Readonly<Triple>;
  /** Takes away from everybody in the batch what their expected value stays below the most. */
  lower: (batch: Batch) => void;
}

/** A factor that a must-have may rest on. */
export interface GuardFactor extends ColumnFactor {
  guards: boolean;
  /** Sets `missed` of everybody in a segment of `size` people from `first` on who misses it. */
  markMisses: (missed: Uint8Array, first: number, size: number) => void;
}

/** `lower` of a factor that has no quicker way. */
export function lowerBy({ weight, valueOf }: Pick<ColumnFactor, 'weight' | 'valueOf'>, batch: Batch): void {
  const { count, people, left } = batch;
  for (let i = 0; i < count; i++) {
    left[i] = (left[i] ?? 0) - weight * (ONE - valueOf(people[i] ?? 0).expected);
  }
}

/** A row of a table of what a job makes of each code. */
export const ROW = 4;
export const CELL = { low: 0, expected: 1, high: 2, misses: 3 } as const;
export const NOT_JUDGED = -1;
