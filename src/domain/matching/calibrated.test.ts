import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholePoints } from '@/domain/scoring/points';
import { DEFAULT_BANDS } from '@/domain/scoring/schema';
import { bandPointsOf, curveOf, cutsOf, pointsOf, type DecidedScore } from './calibrated';

const decisions: fc.Arbitrary<DecidedScore[]> = fc.array(
  fc.record({ score: fc.integer({ min: 0, max: 10_000 }), shortlisted: fc.boolean() }),
  { minLength: 40, maxLength: 400 },
);
/** A hundred decisions a score: `share` of them for the shortlist. */
const decided = (score: number, share: number): DecidedScore[] =>
  Array.from({ length: 100 }, (_, index) => ({ score, shortlisted: index < share * 100 }));

describe('the curve of decisions', () => {
  it('rises, keeps the share of the shortlisted, and no step stands on fewer than twenty', () => {
    fc.assert(
      fc.property(decisions, (all) => {
        const curve = curveOf(all);
        const won = curve.reduce((sum, { value, weight }) => sum + value * weight, 0);
        expect(won).toBeCloseTo(all.filter(({ shortlisted }) => shortlisted).length, 6);
        for (const [index, { value, weight }] of curve.entries()) {
          expect(weight).toBeGreaterThanOrEqual(20);
          expect(value).toBeGreaterThan(curve[index - 1]?.value ?? -1);
        }
      }),
    );
  });
});

describe('calibrated bands', () => {
  it('begin where their promise is kept', () => {
    const curve = curveOf([
      ...decided(3_000, 0.1),
      ...decided(4_000, 0.3),
      ...decided(5_500, 0.6),
      ...decided(8_000, 0.9),
    ]);
    expect(bandPointsOf(curve)).toEqual({ partial: 40, good: 55, strong: 80 });
  });

  it('stay where they are by default when no score keeps the promise', () => {
    expect(bandPointsOf(curveOf([...decided(3_000, 0.1), ...decided(7_000, 0.6)]))).toEqual({
      partial: 70,
      good: 71,
      strong: 75,
    });
    expect(bandPointsOf([])).toEqual({ partial: 45, good: 60, strong: 75 });
  });

  it('are always apart, in order and within the scores', () => {
    fc.assert(
      fc.property(decisions, (all) => {
        const { partial, good, strong } = bandPointsOf(curveOf(all));
        expect(partial).toBeGreaterThan(0);
        expect(good).toBeGreaterThan(partial);
        expect(strong).toBeGreaterThan(good);
        expect(strong).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('begin at the score that is shown as their number', () => {
    expect(cutsOf(pointsOf(DEFAULT_BANDS))).toEqual(DEFAULT_BANDS);
    for (let points = 1; points <= 100; points += 1) {
      const { strong } = cutsOf({ strong: points, good: 1, partial: 1 });
      expect(wholePoints(strong)).toBe(points);
      expect(wholePoints(strong - 1)).toBe(points - 1);
    }
  });
});
