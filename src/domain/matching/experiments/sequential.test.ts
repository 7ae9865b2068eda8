import fc from 'fast-check';
import { mean } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { SIMULATED, simulateExperiment, type SimulatedUnit } from '@/testing/simulated-jobs';
import { ALPHA, findingOf, intervalOf, plannedObservations, type Plan } from './sequential';

const RUNS = 200;
/** Two standard errors of a share of `RUNS`. */
const tolerance = (share: number): number => 2 * Math.sqrt((share * (1 - share)) / RUNS);

const experiment = (unit: SimulatedUnit, isBetter: boolean, seed: number): number[] => {
  const differences = simulateExperiment(unit, isBetter, seed);
  expect(differences).toHaveLength(plannedObservations(SIMULATED[unit].plan));
  return differences;
};
const equals = new Map<string, number[]>();
const ofEquals = (unit: SimulatedUnit, seed: number): number[] => {
  const key = `${unit} ${seed}`;
  const differences = equals.get(key) ?? experiment(unit, false, seed);
  equals.set(key, differences);
  return differences;
};
const runs = Array.from({ length: RUNS }, (_, seed) => seed);

describe.each(['interleaving', 'job'] as const)(
  'simulated experiments by %s, looked at after every one',
  (unit) => {
    const { plan } = SIMULATED[unit];
    const planned = plannedObservations(plan);
    const verdictOf = (differences: number[]) => findingOf(differences, plan, planned).verdict;

    it('call a difference between equal rankings in at most 5 of 100', () => {
      const called = runs.filter((seed) => verdictOf(ofEquals(unit, seed)) !== 'no_difference');
      expect(called.length / RUNS).toBeLessThanOrEqual(ALPHA + tolerance(ALPHA));
    });

    it('find an effect of the planned size in at least 8 of 10', () => {
      const found = runs.filter((seed) => verdictOf(experiment(unit, true, seed)) === 'better');
      expect(found.length / RUNS).toBeGreaterThanOrEqual(0.8 - tolerance(0.8));
    });

    it('would be fooled, looked at as often, by a test made for one look', () => {
      const fooled = runs.filter((seed) => {
        let [sum, squares] = [0, 0];
        return ofEquals(unit, seed).some((difference, index) => {
          sum += difference;
          squares += difference ** 2;
          const n = index + 1;
          const variance = (squares - sum ** 2 / n) / index;
          return n > 9 && Math.abs(sum / n) > 1.96 * Math.sqrt(variance / n);
        });
      });
      expect(fooled.length / RUNS).toBeGreaterThan(3 * ALPHA);
    });
  },
);

describe('a finding', () => {
  const plan: Plan = { minimumEffect: 0.2, spread: 0.5 };
  const planned = plannedObservations(plan);

  it('says that it is not enough until the horizon that was stated', () => {
    expect(findingOf([], plan, planned)).toEqual({
      verdict: 'not_enough',
      observed: 0,
      planned,
      decidedAt: null,
      mean: null,
    });
    const level = Array.from({ length: planned }, (_, index) => (index % 2 === 0 ? 0.5 : -0.5));
    expect(findingOf(level.slice(1), plan, planned)).toMatchObject({
      verdict: 'not_enough',
      observed: planned - 1,
    });
    expect(findingOf(level, plan, planned)).toMatchObject({ verdict: 'no_difference', observed: planned });
  });

  it('stays what it was when it was decided, whatever comes later', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 200 }), (later) => {
        const early = findingOf(
          Array.from({ length: 40 }, () => 0.9),
          plan,
          planned,
        );
        expect(early.verdict).toBe('better');
        const all = [...Array.from({ length: 40 }, () => 0.9), ...later];
        expect(findingOf(all, plan, planned)).toMatchObject({
          verdict: 'better',
          decidedAt: early.decidedAt,
        });
      }),
    );
  });

  it('is the mirror image when the arms change places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 120 }),
        (all) => {
          const turned = findingOf(
            all.map((difference) => -difference),
            plan,
            planned,
          );
          const mirrored = {
            better: 'worse',
            worse: 'better',
            no_difference: 'no_difference',
            not_enough: 'not_enough',
          };
          expect(turned.verdict).toBe(mirrored[findingOf(all, plan, planned).verdict]);
        },
      ),
    );
  });

  it('does not count what comes after the horizon', () => {
    const level = Array.from({ length: planned }, (_, index) => (index % 2 === 0 ? 0.5 : -0.5));
    const late = [...level, ...Array.from({ length: 500 }, () => 1)];
    expect(findingOf(late, plan, planned)).toEqual(findingOf(level, plan, planned));
  });
});

describe('the plan', () => {
  it('asks for more the smaller the effect and the wider the spread', () => {
    const of = (minimumEffect: number, spread: number) => plannedObservations({ minimumEffect, spread });
    // δ²/σ² · n = (z + √(z² + 2 ln 40))² ≈ 13.6 for a small effect.
    expect(of(0.01, 0.5)).toBeGreaterThan(33_500);
    expect(of(0.01, 0.5)).toBeLessThan(34_500);
    expect(of(0.1, 0.5)).toBeGreaterThan(of(0.2, 0.5));
    expect(of(0.1, 0.5)).toBeGreaterThan(of(0.1, 0.3));
    expect(of(1, 0)).toBeGreaterThan(0);
  });
});

describe('the interval', () => {
  it('holds the mean, narrows, and leaves out nothing when a difference was found', () => {
    const plan: Plan = { minimumEffect: 0.2, spread: 0.5 };
    const seen = experiment('interleaving', true, 3);
    const [early, late] = [intervalOf(seen.slice(0, 20), plan), intervalOf(seen, plan)];
    expect(late.high - late.low).toBeLessThan(early.high - early.low);
    expect(late.low).toBeLessThanOrEqual(mean(seen));
    expect(late.high).toBeGreaterThanOrEqual(mean(seen));
    expect(intervalOf([], plan)).toEqual({ low: -1, high: 1 });
  });
});
