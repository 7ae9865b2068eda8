import { describe, expect, it } from 'vitest';
import type { FactorView } from '@/domain/pipeline/schema/explanation';
import { factorPoints, mostWords } from '@/ui/review/factor-points';

const factor = (
  name: FactorView['factor'],
  weight: number,
  contribution: number,
  low: number,
  high: number,
) => ({
  factor: name,
  label: name,
  weight,
  contribution,
  low,
  expected: Math.round((contribution / weight) * 100),
  high,
  phrase: '',
  unknown: [],
  evidence: [],
});

describe('factors on the scale of the score', () => {
  it('spreads the weights that are set over a hundred points and puts the largest first', () => {
    const points = factorPoints([
      factor('compensation', 5, 625, 0, 10_000),
      factor('required_skills', 15, 6_000, 8_000, 8_000),
    ]);
    expect(points.map(({ view, most, low, high }) => [view.factor, most, low, high])).toEqual([
      ['required_skills', 75, 60, 60],
      ['compensation', 25, 0, 25],
    ]);
    expect(points.reduce((sum, { tenths }) => sum + tenths, 0)).toBe(662);
    expect([mostWords(26), mostWords(31.666)]).toEqual(['/26', '/31.7']);
  });
});
