import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, jobs, people, SMALL_TAXONOMY, weightSets } from '../arbitraries';
import { compileJob } from '../compile';
import { rank } from '../rank';
import { MATCH_GROUPS, type CandidateFacts, type JobFacts, type PairScore, type WeightSet } from '../schema';
import { scorePair } from '../score';
import { idAt } from './ids';
import { SEGMENT } from './layout';
import { passMemory } from './memory';
import { packPeople, type ColumnPerson } from './pack';
import { bestPeople } from './pass';

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** The same without answers to a job's own questions, which the columns do not hold, and with a number that no column holds. */
const unanswered = (facts: CandidateFacts): CandidateFacts => ({ ...facts, screening: {} });
const tooLarge = (facts: CandidateFacts): CandidateFacts => ({ ...facts, maxDailyMinutes: 70_000 });

/** The scores of so many people, the first and the last, are compared in full. */
const LOOKED_AT = 60;

/** Each with weights of its own, as jobs of an experiment have; the first one comes again at the end. */
const jobsInTurn = (most: number) =>
  fc
    .array(fc.tuple(jobs, weightSets), { minLength: 1, maxLength: most })
    .map((some) => [...some, ...some.slice(0, 1)]);

/** Puts jobs to the same people one after the other: the pass finds whom the exact scorer ranks first, with the same scores. */
function expectExact(someJobs: readonly (readonly [JobFacts, WeightSet])[], all: ColumnPerson[], n: number) {
  const columns = packPeople(all, AS_OF);
  const memory = passMemory(columns);
  const answered = new Map(
    all.flatMap(({ facts }, i) => (Object.keys(facts.screening).length > 0 ? [[i, facts] as const] : [])),
  );
  for (const [number, [job, weights]] of someJobs.entries()) {
    const compiled = compileJob(job, weights, SMALL_TAXONOMY, AS_OF);
    const jobId = `job-${number}`;
    const { best, scoreOf } = bestPeople(compiled, columns, memory, { jobId, n, answered });
    const scores = new Map<CandidateFacts, PairScore>();
    for (const { facts } of all) if (!scores.has(facts)) scores.set(facts, scorePair(compiled, facts));
    const exact = rank(
      all.flatMap(({ id, facts }) => {
        const score = scores.get(facts);
        return score ? [{ candidateId: id, score }] : [];
      }),
      jobId,
      n,
    );
    for (const [index, { facts }] of all.entries()) {
      if (index < LOOKED_AT || index >= all.length - LOOKED_AT) {
        expect(scoreOf(index)).toEqual(scores.get(facts));
      }
    }
    for (const group of MATCH_GROUPS) {
      expect(best[group].map(({ index, expected }) => [idAt(columns, index), expected])).toEqual(
        exact
          .filter(({ score }) => score.group === group)
          .map(({ candidateId, score }) => [candidateId, score.expected]),
      );
    }
  }
}

describe('the columnar pass', () => {
  it('gives the best of each group as the exact scorer ranks them, with the same scores', () => {
    fc.assert(
      fc.property(
        jobsInTurn(3),
        fc.array(people, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (someJobs, everybody, n) => {
          const all = everybody.map((facts, i) => {
            const told = i % 5 === 4 ? facts : unanswered(facts);
            return { id: idOf(i), facts: i % 7 === 6 ? tooLarge(told) : told };
          });
          expectExact(someJobs, all, n);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does so over several segments of people, of whom some are like many others', () => {
    const kinds = 24;
    fc.assert(
      fc.property(
        // So many people take too long to be made fewer.
        fc.noShrink(jobsInTurn(2)),
        fc.noShrink(fc.array(people, { minLength: kinds, maxLength: kinds })),
        fc.noShrink(fc.integer({ min: 1, max: 40 })),
        (someJobs, everybody, n) => {
          const silent = everybody.map(unanswered);
          const large = silent.map(tooLarge);
          // Half of the kinds are met in each segment, and every segment has some of its own.
          const all = Array.from({ length: 2 * SEGMENT + kinds }, (_, i) => {
            const kind = ((i % (kinds / 2)) + Math.floor(i / SEGMENT) * (kinds / 4)) % kinds;
            const told = i % 1_001;
            const facts = (told === 0 ? everybody : told === 1 ? large : silent)[kind];
            return facts ? [{ id: idOf(i), facts }] : [];
          }).flat();
          expectExact(someJobs, all, n);
        },
      ),
      { numRuns: 2 },
    );
  });
});
