/** Where a score was decided on: 1 = shortlisted, 0 = rejected. `weight` decisions of the same kind. */
export interface Observation {
  /** Expected score in hundredths. */
  score: number;
  /** Mean outcome, from 0 to 1. */
  value: number;
  weight: number;
}

/** A stretch of scores with one probability: from `from` up to the next step. */
export interface Step {
  from: number;
  value: number;
  weight: number;
}

/**
 * Isotonic regression by pooling adjacent violators (Ayer, Brunk, Ewing, Reid and Silverman, "An empirical distribution function for
 * sampling with incomplete information", Annals of Mathematical Statistics 26, 1955): the non-decreasing step function of the score
 * with the least weighted squared error. Steps ascend in score and in value, and keep the mean of what was observed. Scores below
 * the first step have its value.
 */
export const isotonic = (observations: readonly Observation[]): Step[] => {
  const steps: Step[] = [];
  for (const { score, value, weight } of byScore(observations)) {
    steps.push({ from: score, value, weight });
    for (let last = steps.at(-1), before = steps.at(-2); last && before && before.value >= last.value;) {
      steps.splice(-2, 2, { from: before.from, ...pooled(before, last) });
      [last, before] = [steps.at(-1), steps.at(-2)];
    }
  }
  return steps;
};

type Weighted = Pick<Step, 'value' | 'weight'>;

const pooled = (one: Weighted, other: Weighted): Weighted => {
  const weight = one.weight + other.weight;
  return { value: (one.value * one.weight + other.value * other.weight) / weight, weight };
};

/** What was observed of each score, ascending. One score has one probability, so these are put together first. */
const byScore = (observations: readonly Observation[]): Observation[] => {
  const scores: Observation[] = [];
  for (const next of observations.toSorted((a, b) => a.score - b.score)) {
    const last = scores.at(-1);
    if (next.weight <= 0) continue;
    if (last?.score === next.score) scores.splice(-1, 1, { score: next.score, ...pooled(last, next) });
    else scores.push(next);
  }
  return scores;
};

/** The probability at a score; null when nothing was observed. */
export const valueAt = (steps: readonly Step[], score: number): number | null =>
  (steps.findLast(({ from }) => from <= score) ?? steps[0])?.value ?? null;

/** The least score in hundredths whose probability is at least `value`; null when none is. */
export const leastScore = (steps: readonly Step[], value: number): number | null =>
  steps.find((step) => step.value >= value)?.from ?? null;
