import { ONE } from './fixed-point';
import type { Band, BandCuts, Factor, FactorResult, MatchGroup } from './schema';
import { bandOf, divided, groupOf } from './score';

/** Weight of each factor, of 100. */
export type Weights = Readonly<Record<Factor, number>>;

/**
 * What a pair that was scored once scores by other weights: the values of its factors do not depend on them. Factors that counted
 * nothing then are not among the values, and what was expected of the unknown stays.
 */
export function reweigh(
  factors: readonly Pick<FactorResult, 'factor' | 'low' | 'expected' | 'high'>[],
  fails: boolean,
  weights: Weights,
  bands: BandCuts,
): { expected: number; band: Band; group: MatchGroup } {
  let [low, expected, high, weightSet] = [0, 0, 0, 0];
  for (const value of factors) {
    const weight = weights[value.factor];
    low += weight * value.low;
    expected += weight * value.expected;
    high += weight * value.high;
    weightSet += weight;
  }
  const points = (sum: number): number => (weightSet === 0 ? 0 : divided(sum, weightSet));
  const coverage = weightSet === 0 ? 0 : ONE - (points(high) - points(low));
  const score = points(expected);
  return { expected: score, band: bandOf(score, bands), group: groupOf(fails, coverage) };
}
