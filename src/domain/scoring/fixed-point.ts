import type { Triple } from './schema';

/** One, as the engine counts: values are whole numbers of 1/10000, so that every machine gets the same bytes. */
export const ONE = 10_000;

/** `min(1, part ÷ whole)` in 1/10000, rounded down; 0 for a part below zero, 1 when nothing is asked (`whole` ≤ 0). */
export function share(part: number, whole: number): number {
  if (part >= whole) return ONE;
  return part <= 0 ? 0 : Math.floor((part * ONE) / whole);
}

/** Product of two values in 1/10000, rounded down. */
export function times(a: number, b: number): number {
  return ((a * b) / ONE) | 0;
}

/** The point that a prior (1/10000) picks between two bounds; never decreases when either bound rises. */
export function between(low: number, high: number, prior: number): number {
  return low + Math.floor(((high - low) * prior) / ONE);
}

/** A value that facts bound; `expected` null = wherever the prior says between the bounds. */
export interface Spread {
  low: number;
  expected: number | null;
  high: number;
}

/** A spread with its expected value settled by the prior where the facts leave it open. */
export function settled({ low, expected, high }: Spread, prior: number): Triple {
  return { low, expected: expected ?? between(low, high, prior), high };
}

/** A known fact: one number three times. */
export function known(value: number): Triple {
  return { low: value, expected: value, high: value };
}

/** Facts that bound a value without fixing it; the prior says where in between to expect it. */
export function bounded(low: number, high: number, prior: number): Triple {
  return { low, expected: between(low, high, prior), high };
}
