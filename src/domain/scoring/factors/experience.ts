import type { Career, CareerEntry } from '../career';
import { bounded, ONE, share } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import { relevance, type RoleMatcher } from '../roles';
import type { Triple } from '../schema';

interface Stretch {
  from: number;
  to: number;
  weight: number;
}

const overlap = (stretches: readonly Stretch[]): boolean =>
  stretches.some((a, i) => stretches.some((b, j) => j > i && a.from <= b.to && b.from <= a.to));

/** Months × weight on merged stretches: a month that several cover counts once, at the heaviest weight. In 1/10000 months. */
function weightedMonths(stretches: readonly Stretch[]): number {
  if (!overlap(stretches)) {
    return stretches.reduce((sum, { from, to, weight }) => sum + (to - from + 1) * weight, 0);
  }
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

/** A job entry's months and how alike its role is to the job's in 1/10000; null = it tells neither title nor role. */
export interface HeldRole extends Pick<CareerEntry, 'from' | 'to' | 'mayFrom' | 'mayTo'> {
  likeness: number | null;
}

/** Relevant months of the roles held by their certain and by their possible dates, in 1/10000 months. */
export function relevantMonths(held: readonly HeldRole[]): { least: number; most: number } {
  const certain: Stretch[] = [];
  const possible: Stretch[] = [];
  let open = false;
  for (const { likeness, from, to, mayFrom, mayTo } of held) {
    const weight = likeness === null ? 0 : relevance(likeness);
    const mayWeight = likeness === null ? ONE : weight;
    if (from <= to && weight > 0) certain.push({ from, to, weight });
    if (mayWeight > 0) possible.push({ from: mayFrom, to: mayTo, weight: mayWeight });
    if (mayWeight > 0 && (likeness === null || mayFrom !== from || mayTo !== to)) open = true;
  }
  const least = weightedMonths(certain);
  return { least, most: open ? weightedMonths(possible) : least };
}

/** The job entries of a career as roles held. */
export const heldRoles = (career: Career, roles: RoleMatcher): HeldRole[] =>
  career.entries.map((entry) => ({ ...entry, likeness: roles.likeness(entry) }));

/** Least years asked in 1/10000 months. */
export const monthsAsked = (minimumYears: number): number => Math.round(minimumYears * 12) * ONE;

/** Relevant months against those asked. */
export function experienceValue(held: readonly HeldRole[], asked: number, prior: number): Triple {
  const { least, most } = relevantMonths(held);
  return bounded(share(least, asked), share(most, asked), prior);
}

/** min(1, relevant years ÷ least years asked). More than asked changes nothing; breaks count neither way. */
export function experienceFactor(roles: RoleMatcher, minimumYears: number, prior: number): FactorOf {
  const asked = monthsAsked(minimumYears);
  return ({ career }) => {
    if (!career) return unknownValue(prior, 'resume');
    const value = experienceValue(heldRoles(career, roles), asked, prior);
    return { ...value, unknown: value.low < value.high ? ['resume'] : [] };
  };
}
