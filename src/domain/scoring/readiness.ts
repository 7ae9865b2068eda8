import { LEAST_WEIGHT_SET, type CompiledJob } from './compile';
import type { Factor } from './schema';

/** May a job be published on what it sets? `fillIn` = what it leaves open, heaviest first. */
export interface Readiness {
  ready: boolean;
  /** Sum of the weights of the factors set, of 100. */
  weightSet: number;
  fillIn: { factor: Factor; weight: number }[];
}

/** A job needs factors of 40 of the 100 weights to be set; a score on less would say little about anybody. */
export function readinessOf({ weightSet, unset, weights }: CompiledJob): Readiness {
  const fillIn = unset
    .map((factor) => ({ factor, weight: weights.factors[factor].weight }))
    .sort((a, b) => b.weight - a.weight);
  return { ready: weightSet >= LEAST_WEIGHT_SET, weightSet, fillIn };
}
