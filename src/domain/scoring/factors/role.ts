import { ONE, settled, times } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import type { RoleMatcher } from '../roles';
import type { Triple } from '../schema';

/** Takes one role held into the best so far; `likeness` null = the entry tells neither title nor role. */
export function addRole(best: Triple, likeness: number | null, recent: Triple, prior: number): void {
  best.low = Math.max(best.low, times(likeness ?? 0, recent.low));
  best.expected = Math.max(best.expected, times(likeness ?? prior, recent.expected));
  best.high = Math.max(best.high, times(likeness ?? ONE, recent.high));
}

/** Role similarity: the best of likeness × recency over the roles held; an average would punish a longer career. */
export function roleFactor(roles: RoleMatcher, prior: number): FactorOf {
  return ({ career }) => {
    if (!career) return unknownValue(prior, 'resume');
    const best = { low: 0, expected: 0, high: 0 };
    for (const entry of career.entries) {
      const likeness = roles.likeness(entry);
      if (likeness !== 0) addRole(best, likeness, settled(entry.recent, prior), prior);
    }
    return { ...best, unknown: best.low < best.high ? ['resume'] : [] };
  };
}
