import type { Factor, Triple } from '../schema';

/** Some people, with what each can still reach: Σ weight × value, counting the most for every factor not yet worked out. */
export interface Batch {
  count: number;
  /** Places in the columns, and in the segment. */
  people: Int32Array;
  places: Uint16Array;
  left: Int32Array;
  /** Room for one number of each. */
  sums: Int32Array;
}

/** A factor read off the columns. */
export interface ColumnFactor {
  factor: Factor;
  weight: number;
  /** Bit of `flags`: of whoever has it nothing of the factor is open. */
  firm: number;
  /** The value of person `index` in 1/10000, in an object that the next call uses again. */
  valueOf: (index: number) => Readonly<Triple>;
  /** The facts that are unknown wherever its value is open; null = it depends. */
  open: readonly string[] | null;
}

/** One of which everybody's expected value is known before anybody is looked at closely. */
export interface KnownFactor extends ColumnFactor {
  /** In 1/10000: by what people told, whose codes these are, or by person. */
  codes: Uint16Array | null;
  expected: Int16Array;
}

/** One that is worked out for those who may still get in. */
export interface LateFactor extends ColumnFactor {
  /** Takes away from everybody in the batch what their expected value stays below the most. */
  lower: (batch: Batch) => void;
}

/** A must-have that rests on other facts than skills: sets `missed` of everybody in a segment of `size` people from `first` on who misses it. */
export type Guard = (missed: Uint8Array, first: number, size: number) => void;

/** What a job looks at of some facts: what they count, and what they guard; either may be null. */
export interface Looked {
  factor: KnownFactor | null;
  guard: Guard | null;
}

export const NOT_JUDGED = -1;
