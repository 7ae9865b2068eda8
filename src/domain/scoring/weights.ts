import { FACTORS, type Factor, type WeightSet } from './schema';

export const WEIGHTS_SUM = 100;
/** Locked at zero on purpose: these have no code that could count them, and no set may give them weight. */
export const LOCKED_FACTORS = ['education', 'login_recency', 'career_gap'] as const;
const LOCKED = new Set<Factor>(LOCKED_FACTORS);
export const isLocked = (factor: Factor): boolean => LOCKED.has(factor);
/** The factors that may have weight, in the order of `FACTORS`. */
export const COUNTED_FACTORS: readonly Factor[] = FACTORS.filter((factor) => !isLocked(factor));
/** What is not known may be expected neither at nothing nor at everything (1/10000). */
export const PRIOR_BOUNDS = { min: 1_000, max: 9_000 } as const;
/** How far a job may move a factor from its set, in percent of the factor's weight. */
export const MOST_CHANGE = 50;

type Factors = WeightSet['factors'];

export const sumOfWeights = (factors: Factors): number =>
  FACTORS.reduce((sum, factor) => sum + factors[factor].weight, 0);

/** What keeps a set from ranking people, at `factors.<factor>.<weight|prior>` or `factors`; empty when nothing does. */
export function weightSetIssues({
  factors,
}: Pick<WeightSet, 'factors'>): { path: string[]; message: string }[] {
  const issues: { path: string[]; message: string }[] = [];
  for (const factor of FACTORS) {
    const { weight, prior } = factors[factor];
    const at = (field: string): string[] => ['factors', factor, field];
    if (isLocked(factor)) {
      if (weight !== 0)
        issues.push({ path: at('weight'), message: 'This factor never counts: it stays at 0.' });
      continue;
    }
    if (prior < PRIOR_BOUNDS.min || prior > PRIOR_BOUNDS.max) {
      const [min, max] = [PRIOR_BOUNDS.min / 100, PRIOR_BOUNDS.max / 100];
      issues.push({ path: at('prior'), message: `Use ${min} to ${max} of 100 for what is not known.` });
    }
  }
  const sum = sumOfWeights(factors);
  if (sum !== WEIGHTS_SUM) {
    issues.push({
      path: ['factors'],
      message: `The weights sum to ${sum}. They must sum to ${WEIGHTS_SUM}.`,
    });
  }
  return issues;
}

/**
 * Whole numbers in proportion to `shares` that sum to `total`: rounded down, then one more for the largest remainders (Hamilton's
 * method), equal ones in order. All zero when the shares are.
 */
export function apportion(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  if (sum === 0) return shares.map(() => 0);
  const parts = shares.map((share) => Math.floor((share * total) / sum));
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (share * total) % sum }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/**
 * A set with one weight changed and the others, in proportion, making up the rest of 100; locked ones stay at 0. When the others
 * have no weight to scale, they share what is left equally.
 */
export function withWeight(factors: Factors, changed: Factor, weight: number): Factors {
  if (isLocked(changed)) return factors;
  const own = Math.min(WEIGHTS_SUM, Math.max(0, Math.round(weight)));
  const others = COUNTED_FACTORS.filter((factor) => factor !== changed);
  const held = others.map((factor) => factors[factor].weight);
  const shares = held.some((share) => share > 0) ? held : others.map(() => 1);
  const rest = apportion(shares, WEIGHTS_SUM - own);
  const next = { ...factors, [changed]: { ...factors[changed], weight: own } };
  for (const [index, factor] of others.entries()) {
    next[factor] = { ...factors[factor], weight: rest[index] ?? 0 };
  }
  return next;
}

/** A job's own change of a factor, in percent of the weight that its set gives it, within ± `MOST_CHANGE`. */
export interface WeightChange {
  factor: Factor;
  percent: number;
}

/** Weights in the order of `FACTORS` with a job's changes, brought back to a sum of 100. */
export function adjustedWeights(weights: readonly number[], changes: readonly WeightChange[]): number[] {
  const percents = new Map(changes.map(({ factor, percent }) => [factor, percent]));
  const shares = FACTORS.map((factor, index) => {
    const percent = Math.max(-MOST_CHANGE, Math.min(MOST_CHANGE, percents.get(factor) ?? 0));
    return isLocked(factor) ? 0 : (weights[index] ?? 0) * (100 + percent);
  });
  return apportion(shares, WEIGHTS_SUM);
}

/** The set with a job's changes. Without any that changes a weight, the set itself. */
export function adjusted(set: WeightSet, changes: readonly WeightChange[]): WeightSet {
  const before = FACTORS.map((factor) => set.factors[factor].weight);
  const after = adjustedWeights(before, changes);
  if (after.every((weight, index) => weight === before[index])) return set;
  const factors = { ...set.factors };
  for (const [index, factor] of FACTORS.entries()) {
    factors[factor] = { ...set.factors[factor], weight: after[index] ?? 0 };
  }
  return { id: `${set.id}, adjusted`, label: `${set.label}, adjusted for a job`, factors };
}

/** What differs between two sets, in the order of `FACTORS`; weights of 100, priors in 1/10000. */
export interface FactorDifference {
  factor: Factor;
  weight: { before: number; after: number };
  prior: { before: number; after: number };
}
export function differences(before: Factors, after: Factors): FactorDifference[] {
  return FACTORS.map((factor) => ({
    factor,
    weight: { before: before[factor].weight, after: after[factor].weight },
    prior: { before: before[factor].prior, after: after[factor].prior },
  })).filter(({ weight, prior }) => weight.before !== weight.after || prior.before !== prior.after);
}
