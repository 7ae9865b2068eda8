import { describe, expect, it } from 'vitest';
import { DEFAULT_BANDS, FACTORS, type Factor, type FactorResult } from '@/domain/scoring/schema';
import { reweigh, type Weights } from '@/domain/scoring/reweigh';
import { dryRunJob, type DryRunPerson } from './dry-run';

const none = Object.fromEntries(FACTORS.map((factor) => [factor, 0])) as Record<Factor, number>;
const weights = (hours: number, domain: number): Weights => ({ ...none, hours, domain });
const value = (factor: Factor, expected: number): FactorResult => ({
  factor,
  weight: 0,
  low: expected,
  expected,
  high: expected,
  contribution: 0,
  unknown: [],
});
const person = (
  n: number,
  hours: number,
  domain: number,
  decision: Partial<DryRunPerson> = {},
): DryRunPerson => ({
  candidateId: `c-${String(n).padStart(2, '0')}`,
  tieBreak: n,
  factors: [value('hours', hours), value('domain', domain)],
  fails: false,
  grade: 0,
  rejected: false,
  ...decision,
});

describe('a pair by other weights', () => {
  it('divides by what the job sets, and moves nobody past a must-have', () => {
    const { factors } = person(1, 10_000, 4_000);
    expect(reweigh(factors, false, weights(50, 50), DEFAULT_BANDS)).toEqual({
      expected: 7_000,
      band: 'good',
      group: 'ranked',
    });
    expect(reweigh(factors, false, weights(100, 0), DEFAULT_BANDS).band).toBe('strong');
    expect(reweigh(factors, true, weights(100, 0), DEFAULT_BANDS).group).toBe('misses_must_have');
    expect(reweigh(factors, false, weights(0, 0), DEFAULT_BANDS)).toMatchObject({
      expected: 0,
      group: 'needs_information',
    });
  });
});

describe('a dry run', () => {
  // By hours the hired person stands last; by domain first.
  const people = [
    person(0, 1_000, 9_900, { grade: 8 }),
    ...Array.from({ length: 10 }, (_, n) => person(n + 1, 9_000 - n, 1_000, { rejected: n === 0 })),
    person(11, 500, 9_800, { rejected: true }),
  ];

  it('measures both orders by the decisions that were made, and counts those it contradicts', () => {
    const run = dryRunJob(people, { before: weights(100, 0), after: weights(0, 100) }, DEFAULT_BANDS);
    expect(run.decided).toBe(3);
    // Decided, by hours: rejected, hired, rejected; by domain: hired, rejected, rejected.
    expect(run.ndcg.before).toBeCloseTo(1 / Math.log2(3));
    expect(run.ndcg.after).toBe(1);
    expect(run.hiredInFirst).toEqual({ before: 0, after: 1 });
    // Person 11 was rejected and comes second; nobody who was shortlisted leaves the first ten.
    expect(run.disputed).toBe(1);
    expect(run.moved).toBe(12);
    expect([run.intoStrong, run.outOfStrong]).toEqual([2, 10]);
  });

  it('changes nothing by the same weights, and measures nothing where nobody decided', () => {
    const same = dryRunJob(people, { before: weights(60, 40), after: weights(60, 40) }, DEFAULT_BANDS);
    expect([same.moved, same.disputed, same.intoStrong, same.outOfStrong]).toEqual([0, 0, 0, 0]);
    expect(same.ndcg.before).toBe(same.ndcg.after);
    const nobody = dryRunJob(
      [person(1, 1, 1)],
      { before: weights(1, 0), after: weights(0, 1) },
      DEFAULT_BANDS,
    );
    expect(nobody.ndcg).toEqual({ before: null, after: null });
    expect(nobody.precision).toEqual({ before: null, after: null });
  });
});
