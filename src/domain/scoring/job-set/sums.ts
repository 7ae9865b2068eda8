import type { Person } from '../person';
import type { Triple } from '../schema';

/** Σ weight × value of each job of a set, by bound. */
export interface Sums {
  low: Float64Array;
  expected: Float64Array;
  high: Float64Array;
}

export const emptySums = (jobs: number): Sums => ({
  low: new Float64Array(jobs),
  expected: new Float64Array(jobs),
  high: new Float64Array(jobs),
});

export function addTo(
  sums: Sums,
  job: number,
  weight: number,
  { low, expected, high }: Readonly<Triple>,
): void {
  sums.low[job] = (sums.low[job] ?? 0) + weight * low;
  sums.expected[job] = (sums.expected[job] ?? 0) + weight * expected;
  sums.high[job] = (sums.high[job] ?? 0) + weight * high;
}

/** Adds to the sums of every job what a person is worth by some of its factors. */
export type SetScorer = (person: Person, sums: Sums) => void;
