import { assert, constantFrom, integer, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { FACTORS, type WeightSet } from './schema';
import {
  adjusted,
  apportion,
  COUNTED_FACTORS,
  differences,
  LOCKED_FACTORS,
  sumOfWeights,
  weightSetIssues,
  withWeight,
} from './weights';

const { set } = loadCatalog().weightSets.current;
const changed = (
  factor: (typeof FACTORS)[number],
  part: Partial<WeightSet['factors']['hours']>,
): WeightSet => ({
  ...set,
  factors: { ...set.factors, [factor]: { ...set.factors[factor], ...part } },
});

describe('what may rank people', () => {
  it('is a set of 100 with priors in bounds', () => {
    expect(weightSetIssues(set)).toEqual([]);
    expect(weightSetIssues(changed('hours', { weight: 8 }))).toEqual([
      { path: ['factors'], message: 'The weights sum to 101. They must sum to 100.' },
    ]);
    expect(weightSetIssues(changed('hours', { prior: 0 }))).toEqual([
      { path: ['factors', 'hours', 'prior'], message: 'Use 10 to 90 of 100 for what is not known.' },
    ]);
  });

  it('never gives weight to what is locked at zero', () => {
    for (const factor of LOCKED_FACTORS) {
      const moved = changed(factor, { weight: 7 });
      moved.factors.hours = { ...moved.factors.hours, weight: 0 };
      expect(weightSetIssues(moved)).toEqual([
        { path: ['factors', factor, 'weight'], message: 'This factor never counts: it stays at 0.' },
      ]);
    }
  });
});

describe('moving a weight', () => {
  const factor = constantFrom(...COUNTED_FACTORS);

  it('keeps the sum, the locked ones and the weight that was asked for', () => {
    assert(
      property(factor, integer({ min: 0, max: 100 }), factor, integer({ min: 0, max: 100 }), (a, x, b, y) => {
        const next = withWeight(withWeight(set.factors, a, x), b, y);
        expect(sumOfWeights(next)).toBe(100);
        expect(next[b].weight).toBe(y);
        for (const locked of LOCKED_FACTORS) expect(next[locked].weight).toBe(0);
      }),
    );
  });

  it('leaves a locked factor where it is', () => {
    expect(withWeight(set.factors, 'education', 20)).toBe(set.factors);
  });

  it('apportions whole numbers by largest remainder', () => {
    expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
    expect(apportion([0, 0], 100)).toEqual([0, 0]);
    expect(apportion([26, 74], 50)).toEqual([13, 37]);
  });
});

describe("a job's own weights", () => {
  it('stay within half of the set, sum to 100 and never count what is locked', () => {
    const change = record({ factor: constantFrom(...FACTORS), percent: integer({ min: -200, max: 200 }) });
    assert(
      property(tuple(change, change, change), (changes) => {
        const { factors } = adjusted(set, changes);
        expect(sumOfWeights(factors)).toBe(100);
        for (const locked of LOCKED_FACTORS) expect(factors[locked].weight).toBe(0);
        for (const name of COUNTED_FACTORS) {
          // Half and one and a half of the weight, before the sum of at least 50 and at most 150 is brought back to 100.
          expect(factors[name].weight).toBeGreaterThanOrEqual(Math.floor(set.factors[name].weight / 3));
          expect(factors[name].weight).toBeLessThanOrEqual(set.factors[name].weight * 3);
        }
      }),
    );
  });

  it('are the set itself when nothing changes', () => {
    expect(adjusted(set, [])).toBe(set);
    expect(adjusted(set, [{ factor: 'hours', percent: 0 }])).toBe(set);
    expect(adjusted(set, [{ factor: 'education', percent: 50 }])).toBe(set);
  });

  it('say how they differ', () => {
    const more = adjusted(set, [{ factor: 'required_skills', percent: 50 }]);
    expect(more.id).toBe('v1, adjusted');
    expect(differences(set.factors, more.factors)[0]).toEqual({
      factor: 'required_skills',
      weight: { before: 26, after: 35 },
      prior: { before: 4000, after: 4000 },
    });
  });
});
