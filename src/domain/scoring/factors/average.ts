import { ONE } from '../fixed-point';
import type { FactorOf } from '../person';
import type { CandidateFacts } from '../schema';

/** One fact of a factor: its value in 1/10000, or null while it is unknown. */
export interface Part {
  name: string;
  /** Share in the average against the other parts; 1 unless told. */
  weight?: number;
  fit: (facts: CandidateFacts) => number | null;
}

/** The weighted average of several facts; only the unknown ones widen it. Null when there are none. */
export function averageOf(parts: readonly Part[], prior: number): FactorOf | null {
  if (parts.length === 0) return null;
  const whole = parts.reduce((sum, { weight = 1 }) => sum + weight, 0);
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
    return {
      low: Math.floor(told / whole),
      expected: Math.floor((told + open * prior) / whole),
      high: Math.floor((told + open * ONE) / whole),
      unknown: unknown.sort(),
    };
  };
}
