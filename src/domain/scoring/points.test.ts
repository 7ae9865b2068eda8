import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastHundredths, wholePoints } from './points';
import { BAND_FROM } from './score';

const hundredths = fc.integer({ min: 0, max: 10_000 });

describe('a score in whole points', () => {
  it('is rounded, but not into the next band', () => {
    expect([8_070, 8_049, 8_050, 7_500, 10_000].map(wholePoints)).toEqual([81, 80, 81, 75, 100]);
    expect([5_999, 5_950, 7_499, 4_450].map(wholePoints)).toEqual([59, 59, 74, 44]);
  });

  it('keeps the order of the scores, and the band', () => {
    fc.assert(
      fc.property(hundredths, hundredths, (one, other) => {
        if (one <= other) expect(wholePoints(one)).toBeLessThanOrEqual(wholePoints(other));
        for (const from of Object.values(BAND_FROM)) expect(wholePoints(one) * 100 >= from).toBe(one >= from);
      }),
    );
  });

  it('is filtered by the number that is shown', () => {
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 0, max: 100 }), (score, points) => {
        expect(score >= leastHundredths(points)).toBe(wholePoints(score) >= points);
      }),
    );
  });
});
