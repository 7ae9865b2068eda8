import { bounded, share } from '../fixed-point';
import { fixedOverlap, wideOverlap, type CoreHours } from '../overlap';
import { unknownValue, type FactorOf } from '../person';

/**
 * Overlap ÷ overlap needed, at the worst pair of UTC offsets in the job's term. When it is not told how fixed the hours are,
 * the bounds are the marked hours and full flexibility.
 */
export function scheduleFactor(core: CoreHours, prior: number): FactorOf {
  return ({ week, facts }) => {
    const needs = week && core.inZone(week.timeZone);
    if (!week || !needs) {
      return unknownValue(prior, 'week', ...(facts.flexibility === null ? ['flexibility'] : []));
    }
    let least = Infinity;
    let most = Infinity;
    for (const { need } of needs) {
      if (week.flexibilityUnknown) least = Math.min(least, fixedOverlap(need, week));
      most = Math.min(most, wideOverlap(need, week));
    }
    const high = share(most, core.needed);
    const low = week.flexibilityUnknown ? share(least, core.needed) : high;
    return { ...bounded(low, high, prior), unknown: low < high ? ['flexibility'] : [] };
  };
}
