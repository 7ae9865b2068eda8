import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_BANDS } from './bands';
import { leastHundredths, wholePoints } from './points';
import type { BandCuts } from './schema';

const hundredths = fc.integer({ min: 0, max: 10_000 });
/** Bands of any whole points, as they are published: apart, in order, each cut where its number begins or exactly on it. */
const bands: fc.Arbitrary<BandCuts> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 }),
    fc.integer({ min: 0, max: 50 }),
  )
  .map(([points, short]) => {
    const [partial = 0, good = 0, strong = 0] = points
      .sort((a, b) => a - b)
      .map((point) => point * 100 - short);
    return { partial, good, strong };
  });

describe('a score in whole points', () => {
  it('is rounded, but not into the next band', () => {
    expect([8_070, 8_049, 8_050, 7_500, 10_000].map((score) => wholePoints(score))).toEqual([
      81, 80, 81, 75, 100,
    ]);
    expect([5_999, 5_950, 7_499, 4_450].map((score) => wholePoints(score))).toEqual([59, 59, 74, 44]);
  });

  it('keeps off the edges of the bands in force, and of no others', () => {
    const calibrated = { strong: 8_000, good: 6_300, partial: 5_000 };
    expect([5_999, 7_499, 4_450].map((score) => wholePoints(score, calibrated))).toEqual([60, 75, 45]);
    expect([7_999, 6_250, 4_999].map((score) => wholePoints(score, calibrated))).toEqual([79, 62, 49]);
    expect([60, 63, 80].map((points) => leastHundredths(points, calibrated))).toEqual([5_950, 6_300, 8_000]);
  });

  it('keeps the order of the scores, and the band', () => {
    fc.assert(
      fc.property(hundredths, hundredths, fc.option(bands, { nil: DEFAULT_BANDS }), (one, other, cuts) => {
        if (one <= other) expect(wholePoints(one, cuts)).toBeLessThanOrEqual(wholePoints(other, cuts));
        for (const from of Object.values(cuts)) {
          expect(wholePoints(one, cuts) >= wholePoints(from, cuts)).toBe(one >= from);
        }
      }),
    );
  });

  it('is filtered by the number that is shown', () => {
    fc.assert(
      fc.property(
        hundredths,
        fc.integer({ min: 0, max: 100 }),
        fc.option(bands, { nil: DEFAULT_BANDS }),
        (score, points, cuts) => {
          expect(score >= leastHundredths(points, cuts)).toBe(wholePoints(score, cuts) >= points);
        },
      ),
    );
  });
});
