import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isotonic, leastScore, valueAt, type Observation } from './isotonic';

const observations: fc.Arbitrary<Observation[]> = fc.array(
  fc.record({
    score: fc.integer({ min: 0, max: 10_000 }),
    value: fc.constantFrom(0, 0.25, 1),
    weight: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 80 },
);
const meanOf = (all: readonly { value: number; weight: number }[]): number =>
  all.reduce((sum, { value, weight }) => sum + value * weight, 0) /
  all.reduce((sum, { weight }) => sum + weight, 0);
const errorOf = (all: readonly Observation[], at: (score: number) => number): number =>
  all.reduce((sum, { score, value, weight }) => sum + weight * (value - at(score)) ** 2, 0);

describe('isotonic regression', () => {
  it('pools neighbours that fall, as worked out by hand', () => {
    const of = (...values: number[]) =>
      isotonic(values.map((value, index) => ({ score: index * 1000, value, weight: 1 })));
    expect(of(0, 1, 0, 1, 1)).toEqual([
      { from: 0, value: 0, weight: 1 },
      { from: 1000, value: 0.5, weight: 2 },
      { from: 3000, value: 1, weight: 2 },
    ]);
    expect(of(1, 0)).toEqual([{ from: 0, value: 0.5, weight: 2 }]);
    expect(isotonic([])).toEqual([]);
  });

  it('rises from step to step, in score and in value', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const steps = isotonic(all);
        for (const [index, step] of steps.entries()) {
          const before = steps[index - 1];
          if (before === undefined) continue;
          expect(step.from).toBeGreaterThan(before.from);
          expect(step.value).toBeGreaterThan(before.value);
        }
      }),
    );
  });

  it('keeps the mean and counts every observation once', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const steps = isotonic(all);
        expect(meanOf(steps)).toBeCloseTo(meanOf(all), 9);
        const weight = (rows: readonly { weight: number }[]) =>
          rows.reduce((sum, row) => sum + row.weight, 0);
        expect(weight(steps)).toBe(weight(all));
      }),
    );
  });

  it('does not depend on the order of what was observed', () => {
    fc.assert(
      fc.property(observations, fc.func(fc.integer()), (all, key) => {
        const shuffled = all.toSorted((a, b) => key(a) - key(b));
        const [one, other] = [isotonic(all), isotonic(shuffled)];
        expect(other.map(({ from }) => from)).toEqual(one.map(({ from }) => from));
        for (const [index, { value }] of one.entries()) expect(other[index]?.value).toBeCloseTo(value, 9);
      }),
    );
  });

  it('is closer to what was observed than any other rising step function tried', () => {
    const thresholds = fc.tuple(
      fc.integer({ min: 0, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(observations, thresholds, (all, [cut, one, other]) => {
        const steps = isotonic(all);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const best = errorOf(all, (score) => valueAt(steps, score) ?? 0);
        expect(best).toBeLessThanOrEqual(errorOf(all, (score) => (score < cut ? low : high)) + 1e-9);
      }),
    );
  });

  it('finds the least score of a probability', () => {
    const steps = [
      { from: 2_000, value: 0.1, weight: 5 },
      { from: 6_000, value: 0.6, weight: 5 },
    ];
    expect(leastScore(steps, 0.1)).toBe(2_000);
    expect(leastScore(steps, 0.5)).toBe(6_000);
    expect(leastScore(steps, 0.7)).toBeNull();
    expect([0, 5_999, 6_000].map((score) => valueAt(steps, score))).toEqual([0.1, 0.1, 0.6]);
  });
});
