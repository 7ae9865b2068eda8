import { ONE } from '../fixed-point';
import type { FactorOf, ToldFacts } from '../person';
import type { Triple } from '../schema';

/** One fact of a factor: its value in 1/10000, or null while it is unknown. */
export interface Part {
  name: string;
  /** Share in the average against the other parts; 1 unless told. */
  weight?: number;
  fit: (facts: ToldFacts) => number | null;
}

/** The average of which `told` is the weighted sum of the known parts, `open` the weight of the unknown ones. */
export function averageValue(told: number, open: number, whole: number, prior: number): Triple {
  return {
    low: averageAt(told, open, whole, 0),
    expected: averageAt(told, open, whole, prior),
    high: averageAt(told, open, whole, ONE),
  };
}

/** The same with every unknown part counted as `each`. */
export const averageAt = (told: number, open: number, whole: number, each: number): number =>
  Math.floor((told + open * each) / whole);

/** Weight of all parts together. */
export const wholeOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { weight = 1 }) => sum + weight, 0);

/** The weighted average of several facts; only the unknown ones widen it. Null when there are none. */
export function averageOf(parts: readonly Part[], prior: number): FactorOf | null {
  if (parts.length === 0) return null;
  const whole = wholeOf(parts);
  return ({ facts }) => {
    let told = 0;
    let open = 0;
    const unknown: string[] = [];
    for (const { name, weight = 1, fit } of parts) {
      const value = fit(facts);
      if (value !== null) told += value * weight;
      else {
        open += weight;
        if (!unknown.includes(name)) unknown.push(name);
      }
    }
    return { ...averageValue(told, open, whole, prior), unknown: unknown.sort() };
  };
}
