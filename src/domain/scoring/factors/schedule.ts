import { bounded, share } from '../fixed-point';
import { fixedOverlap, wideOverlap, type CoreHours, type NeedInZone, type PersonWeek } from '../overlap';
import { unknownValue, type FactorOf } from '../person';
import type { Triple } from '../schema';

/**
 * Overlap ÷ overlap needed, at the worst of the shifts in which the core hours lie in the person's zone. When it is not told how
 * fixed the hours are, the bounds are the marked hours and full flexibility.
 */
export function overlapValue(
  { needed }: CoreHours,
  shifts: readonly NeedInZone[],
  week: PersonWeek,
  prior: number,
): Triple {
  let least = Infinity;
  let most = Infinity;
  for (const { need } of shifts) {
    if (week.flexibilityUnknown) least = Math.min(least, fixedOverlap(need, week));
    most = Math.min(most, wideOverlap(need, week));
  }
  const high = share(most, needed);
  return bounded(week.flexibilityUnknown ? share(least, needed) : high, high, prior);
}

/** Overlap with the core hours, at every pair of UTC offsets in the job's term. */
export function scheduleFactor(core: CoreHours, prior: number): FactorOf {
  return ({ week, facts }) => {
    const shifts = week && core.inZone(week.timeZone);
    if (!week || !shifts) {
      return unknownValue(prior, 'week', ...(facts.flexibility === null ? ['flexibility'] : []));
    }
    const value = overlapValue(core, shifts, week, prior);
    return { ...value, unknown: value.low < value.high ? ['flexibility'] : [] };
  };
}
