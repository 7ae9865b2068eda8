import type { FactorView } from '@/domain/pipeline/schema/explanation';
import { contributionsInTenths } from '@/ui/score-words';

/** A factor on the scale of the score: points of 100. */
export interface FactorPoints {
  view: FactorView;
  /** Tenths of a point; over all factors these sum to the score shown. */
  tenths: number;
  /** The most that the factor can give. */
  most: number;
  low: number;
  expected: number;
  high: number;
}

/**
 * Factors in the order in which they count, the largest contribution first. Weights are renormalised over the factors that
 * the job sets, so the most of all factors together is 100.
 */
export function factorPoints(factors: readonly FactorView[]): FactorPoints[] {
  const total = factors.reduce((sum, { weight }) => sum + weight, 0);
  const ordered = [...factors].sort((a, b) => b.contribution - a.contribution || b.weight - a.weight);
  const tenths = contributionsInTenths(ordered.map(({ contribution }) => contribution));
  return ordered.map((view, index) => {
    const most = total === 0 ? 0 : (100 * view.weight) / total;
    return {
      view,
      tenths: tenths[index] ?? 0,
      most,
      low: (most * view.low) / 10_000,
      expected: view.contribution / 100,
      high: (most * view.high) / 10_000,
    };
  });
}

/** "/26", or "/31.7" when the renormalised weight is not whole. */
export const mostWords = (most: number): string => `/${Number(most.toFixed(1))}`;
