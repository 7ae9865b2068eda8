import { mean, probit } from 'simple-statistics';

/**
 * Has one ranking done better? A test by betting, which may be looked at after every job: under no difference the stake of a
 * bettor is a fair game, so by Ville's inequality it never reaches 1/α with more than probability α, however often one looks
 * (Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting", JRSS B 86, 2024). It holds for any
 * number of jobs and any distribution; nothing is assumed normal but in planning how many jobs it takes.
 */

/** Chance of calling a difference where there is none, both directions together. */
export const ALPHA = 0.05;
/** Chance of finding an effect as large as planned for. */
export const POWER = 0.8;
/** A stake is never bet whole: a single loss would end the game. */
const MOST_AT_ONCE = 0.9;
/** How many observations the planned spread is worth beside those seen. */
const PRIOR_OBSERVATIONS = 10;

export interface Plan {
  /** The smallest mean difference worth finding, above 0 and at most 1. */
  minimumEffect: number;
  /** Expected standard deviation of one difference. */
  spread: number;
}

const stakeFor = (effect: number, meanSquare: number): number => Math.min(MOST_AT_ONCE, effect / meanSquare);

const squareOf = ({ minimumEffect, spread }: Plan): number => spread ** 2 + minimumEffect ** 2;

/**
 * Observations after which an effect of the planned size is found with probability `POWER`. The log of the stake grows by about
 * g = λδ − λ²(σ² + δ²)/2 an observation with standard deviation λσ; solved for its lower quantile reaching ln(2/α).
 */
export const plannedObservations = (plan: Plan): number => {
  const { minimumEffect, spread } = plan;
  const stake = stakeFor(minimumEffect, squareOf(plan));
  const growth = stake * minimumEffect - (stake ** 2 * squareOf(plan)) / 2;
  const noise = probit(POWER) * stake * spread;
  const root = (noise + Math.sqrt(noise ** 2 + 4 * growth * Math.log(2 / ALPHA))) / (2 * growth);
  return Math.ceil(root ** 2);
};

/** The stakes λ, each from what was seen before it only: that is what keeps the game fair. */
const stakesFor = (differences: readonly number[], plan: Plan): number[] => {
  let squares = PRIOR_OBSERVATIONS * squareOf(plan);
  return differences.map((difference, index) => {
    const stake = stakeFor(plan.minimumEffect, squares / (PRIOR_OBSERVATIONS + index));
    squares += difference ** 2;
    return stake;
  });
};

/**
 * Bets that the mean is above, and that it is below, `supposed`: which of the two first reached 2/α, after how many observations; null =
 * neither did.
 */
const betAgainst = (
  differences: readonly number[],
  stakes: readonly number[],
  supposed: number,
): { above: boolean; at: number } | null => {
  const most = MOST_AT_ONCE / (1 + Math.abs(supposed));
  let [up, down] = [1, 1];
  for (const [index, difference] of differences.entries()) {
    const gain = Math.min(most, stakes[index] ?? 0) * (difference - supposed);
    up *= 1 + gain;
    down *= 1 - gain;
    if (Math.max(up, down) >= 2 / ALPHA) return { above: up > down, at: index + 1 };
  }
  return null;
};

export interface Finding {
  verdict: 'better' | 'worse' | 'no_difference' | 'not_enough';
  observed: number;
  planned: number;
  /** Observations after which it was decided. */
  decidedAt: number | null;
  mean: number | null;
}

const STEP = 0.01;

/** The means, in hundredths, against which neither bet has won: they hold the true mean with probability 1 − α at every look. */
export const intervalOf = (differences: readonly number[], plan: Plan): { low: number; high: number } => {
  const stakes = stakesFor(differences, plan);
  const kept: number[] = [];
  for (let step = -1 / STEP; step <= 1 / STEP; step += 1) {
    if (betAgainst(differences, stakes, step * STEP) === null) kept.push(step * STEP);
  }
  return { low: kept[0] ?? -1, high: kept.at(-1) ?? 1 };
};

/**
 * What the differences (treatment − control, each in [−1, 1], in the order they became known) say. Only the first `planned` count:
 * the horizon is stated before the start and never moved.
 */
export const findingOf = (all: readonly number[], plan: Plan, planned: number): Finding => {
  const counted = all.slice(0, planned);
  const decided = betAgainst(counted, stakesFor(counted, plan), 0);
  const observed = counted.length;
  const open = observed < planned ? 'not_enough' : 'no_difference';
  return {
    verdict: decided === null ? open : decided.above ? 'better' : 'worse',
    observed,
    planned,
    decidedAt: decided?.at ?? null,
    mean: observed === 0 ? null : mean(counted),
  };
};
