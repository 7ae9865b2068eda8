import type { Spread } from '../fixed-point';

/** Distinct spreads, numbered in the order in which they came. */
export interface SpreadCodes {
  /** The number of a spread; −1 when it is new and `limit` numbers are taken. */
  codeOf: (spread: Spread) => number;
  values: Spread[];
}

/** More than a part of a spread can be. */
const BASE = 10_002;

export function spreadCodes(limit: number): SpreadCodes {
  const codes = new Map<number, number>();
  const values: Spread[] = [];
  return {
    values,
    codeOf(spread) {
      const key = (spread.low * BASE + (spread.expected ?? BASE - 1)) * BASE + spread.high;
      const kept = codes.get(key);
      if (kept !== undefined) return kept;
      if (values.length >= limit) return -1;
      codes.set(key, values.length);
      return values.push(spread) - 1;
    },
  };
}
