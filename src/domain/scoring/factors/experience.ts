import type { Career } from '../career';
import { bounded, ONE, share } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import { relevance, type RoleMatcher } from '../roles';

interface Stretch {
  from: number;
  to: number;
  weight: number;
}

/** Months × weight on merged stretches: a month that several cover counts once, at the heaviest weight. In 1/10000 months. */
function weightedMonths(stretches: readonly Stretch[]): number {
  const only = stretches[0];
  if (only && stretches.length === 1) return (only.to - only.from + 1) * only.weight;
  const bounds = stretches.flatMap(({ from, to }) => [from, to + 1]).sort((a, b) => a - b);
  let sum = 0;
  let left = bounds[0] ?? 0;
  for (const right of bounds) {
    if (right === left) continue;
    let weight = 0;
    for (const stretch of stretches) {
      if (stretch.from <= left && stretch.to >= right - 1 && stretch.weight > weight) weight = stretch.weight;
    }
    sum += weight * (right - left);
    left = right;
  }
  return sum;
}

/** Relevant months of a career by its certain and by its possible dates, in 1/10000 months. */
export function relevantMonths(career: Career, roles: RoleMatcher): { least: number; most: number } {
  const certain: Stretch[] = [];
  const possible: Stretch[] = [];
  let open = false;
  for (const { title, roleId, from, to, mayFrom, mayTo } of career.entries) {
    const likeness = roles.likeness({ title, roleId });
    const weight = likeness === null ? 0 : relevance(likeness);
    const mayWeight = likeness === null ? ONE : weight;
    if (from <= to && weight > 0) certain.push({ from, to, weight });
    if (mayWeight > 0) possible.push({ from: mayFrom, to: mayTo, weight: mayWeight });
    if (mayWeight > 0 && (likeness === null || mayFrom !== from || mayTo !== to)) open = true;
  }
  const least = weightedMonths(certain);
  return { least, most: open ? weightedMonths(possible) : least };
}

/** min(1, relevant years ÷ least years asked). More than asked changes nothing; breaks count neither way. */
export function experienceFactor(roles: RoleMatcher, minimumYears: number, prior: number): FactorOf {
  const asked = Math.round(minimumYears * 12) * ONE;
  return ({ career }) => {
    if (!career) return unknownValue(prior, 'resume');
    const { least, most } = relevantMonths(career, roles);
    const low = share(least, asked);
    const high = share(most, asked);
    return { ...bounded(low, high, prior), unknown: low < high ? ['resume'] : [] };
  };
}
