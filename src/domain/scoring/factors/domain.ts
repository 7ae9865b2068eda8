import { times } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import { entryRecency } from './role';

/**
 * Industries: the most recent work in one that the job names, by recency. An entry whose industry was not recognised
 * was in some industry, so it leaves the value open instead of counting as none.
 */
export function domainFactor(domains: readonly string[], prior: number): FactorOf {
  const wanted = new Set(domains);
  return ({ career }) => {
    if (!career) return unknownValue(prior, 'resume');
    let low = 0;
    let expected = 0;
    let high = 0;
    for (const entry of career.entries) {
      const told = entry.domains.length > 0;
      if (told && !entry.domains.some((id) => wanted.has(id))) continue;
      const weight = entryRecency(career, entry, prior);
      if (told) low = Math.max(low, weight.low);
      expected = Math.max(expected, told ? weight.expected : times(weight.expected, prior));
      high = Math.max(high, weight.high);
    }
    return { low, expected, high, unknown: low < high ? ['resume'] : [] };
  };
}
