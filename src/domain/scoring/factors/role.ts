import { monthsSince, recency, RECENCY_FLOOR, type Career, type CareerEntry } from '../career';
import { between, ONE, times } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import type { RoleMatcher } from '../roles';
import type { Triple } from '../schema';

/** Weight of an entry by how many months of work ago it ended. */
export function entryRecency(career: Career, entry: CareerEntry, prior: number): Triple {
  const dated = entry.from <= entry.to;
  const least = dated ? recency(monthsSince(career, entry.to).most) : RECENCY_FLOOR;
  const most = entry.mayTo > entry.to || !dated ? ONE : recency(monthsSince(career, entry.to).least);
  if (!dated || entry.mayTo > entry.to)
    return { low: least, expected: between(least, most, prior), high: most };
  return { low: least, expected: recency(monthsSince(career, entry.to).expected), high: most };
}

/** Role similarity: the best of likeness × recency over the roles held; an average would punish a longer career. */
export function roleFactor(roles: RoleMatcher, prior: number): FactorOf {
  return ({ career }) => {
    if (!career) return unknownValue(prior, 'resume');
    let low = 0;
    let expected = 0;
    let high = 0;
    for (const entry of career.entries) {
      const likeness = roles.likeness(entry);
      if (likeness === 0) continue;
      const weight = entryRecency(career, entry, prior);
      low = Math.max(low, times(likeness ?? 0, weight.low));
      expected = Math.max(expected, times(likeness ?? prior, weight.expected));
      high = Math.max(high, times(likeness ?? ONE, weight.high));
    }
    return { low, expected, high, unknown: low < high ? ['resume'] : [] };
  };
}
