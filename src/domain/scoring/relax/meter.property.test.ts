import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, jobs, people, SMALL_TAXONOMY, weightSets, weightsWith } from '../arbitraries';
import { compileJob } from '../compile';
import { preparePerson } from '../person';
import { SAMPLE_JOB } from '../samples';
import { DEFAULT_BANDS, type BandCuts, type CandidateFacts, type JobFacts, type WeightSet } from '../schema';
import { scorePair } from '../score';
import { crowdOf } from './crowd';
import { countInPlay, relaxPlan } from './meter';

const NAMES = { skill: (id: string) => id };

/** The definition, by scoring everybody anew. */
const inPlay = (job: JobFacts, weights: WeightSet, facts: readonly CandidateFacts[], cuts: BandCuts) => {
  const compiled = compileJob(job, weights, SMALL_TAXONOMY, AS_OF, { bands: cuts });
  const bands = facts.flatMap((person) => {
    const { group, band } = scorePair(compiled, person);
    return group === 'ranked' ? [band] : [];
  });
  return {
    strong: bands.filter((band) => band === 'strong').length,
    good: bands.filter((band) => band === 'good').length,
  };
};

/** Job answers near to each other, as somebody leaves them who is drafting, and a crowd with what it remembers of them. */
const worlds = fc.record({
  weights: fc.oneof(weightSets, fc.constant(weightsWith(7_000))),
  drafts: fc.array(fc.oneof(jobs, fc.constant(SAMPLE_JOB)), { minLength: 1, maxLength: 3 }),
  facts: fc.array(people, { minLength: 1, maxLength: 25 }),
  left: fc.nat(24),
  cuts: fc.constantFrom(DEFAULT_BANDS, { strong: 8_200, good: 5_100, partial: 3_000 }),
});

describe('the relaxation meter', () => {
  it('counts as scoring everybody for every loosened job does, whatever it remembers', () => {
    let found = 0;
    fc.assert(
      fc.property(worlds, ({ weights, drafts, facts, left, cuts }) => {
        const crowd = crowdOf(
          facts.map((person) => preparePerson(person, AS_OF)),
          AS_OF,
        );
        const there = facts.filter((_, place) => place !== left);
        for (const job of drafts) {
          const plan = relaxPlan(job, weights, SMALL_TAXONOMY, NAMES, AS_OF, cuts);
          const counts = countInPlay(plan, crowd, new Set([left]));
          expect(counts.people).toBe(there.length);
          expect(counts.now).toEqual(inPlay(job, weights, there, cuts));
          for (const [n, { step }] of plan.steps.entries()) {
            const { strong, good } = inPlay(step.job, weights, there, cuts);
            expect([step.id, counts.after[n]]).toEqual([step.id, strong + good]);
            if (strong + good !== counts.now.strong + counts.now.good) found += 1;
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('refuses a crowd of another day', () => {
    const plan = relaxPlan(SAMPLE_JOB, weightsWith(5_000), SMALL_TAXONOMY, NAMES, AS_OF);
    expect(() => countInPlay(plan, crowdOf([], '2026-11-24'))).toThrow(RangeError);
  });
});
