import { settled, times } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import type { Triple } from '../schema';

/** Takes one job entry into the best so far: `told` = it names an industry, one that the job wants. */
export function addDomain(best: Triple, told: boolean, recent: Triple, prior: number): void {
  if (told) best.low = Math.max(best.low, recent.low);
  best.expected = Math.max(best.expected, told ? recent.expected : times(recent.expected, prior));
  best.high = Math.max(best.high, recent.high);
}

/**
 * Industries: the most recent work in one that the job names, by recency. An entry whose industry was not recognised
 * was in some industry, so it leaves the value open instead of counting as none.
 */
export function domainFactor(domains: readonly string[], prior: number): FactorOf {
  const wanted = new Set(domains);
  return ({ career }) => {
    if (!career) return unknownValue(prior, 'resume');
    const best = { low: 0, expected: 0, high: 0 };
    for (const entry of career.entries) {
      const told = entry.domains.length > 0;
      if (told && !entry.domains.some((id) => wanted.has(id))) continue;
      addDomain(best, told, settled(entry.recent, prior), prior);
    }
    return { ...best, unknown: best.low < best.high ? ['resume'] : [] };
  };
}
