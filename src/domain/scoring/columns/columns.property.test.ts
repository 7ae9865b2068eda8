import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, jobs, people, SMALL_TAXONOMY, weightSets } from '../arbitraries';
import { compileJob } from '../compile';
import { rank } from '../rank';
import { MATCH_GROUPS, type CandidateFacts } from '../schema';
import { scorePair } from '../score';
import { idAt } from './ids';
import { passMemory } from './memory';
import { packPeople } from './pack';
import { bestPeople } from './pass';

/** Every fifth person keeps their answers to the job's questions; the columns hold none of those. */
const withIds = (all: readonly CandidateFacts[]) =>
  all.map((facts, i) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    facts: i % 5 === 4 ? facts : { ...facts, screening: {} },
  }));

describe('the columnar pass', () => {
  it('gives the best of each group as the exact scorer ranks them, with the same scores', () => {
    fc.assert(
      fc.property(
        fc.array(jobs, { minLength: 1, maxLength: 3 }),
        fc.array(people, { minLength: 1, maxLength: 60 }),
        weightSets,
        fc.integer({ min: 1, max: 12 }),
        (someJobs, everybody, weights, n) => {
          const all = withIds(everybody);
          const columns = packPeople(all, AS_OF);
          const memory = passMemory(columns);
          for (const [number, job] of someJobs.entries()) {
            const compiled = compileJob(job, weights, SMALL_TAXONOMY, AS_OF);
            const jobId = `job-${number}`;
            const answered = new Map(
              all.flatMap(({ facts }, i) =>
                Object.keys(facts.screening).length > 0 ? [[i, facts] as const] : [],
              ),
            );
            const best = bestPeople(compiled, columns, memory, { jobId, n, answered });
            const exact = rank(
              all.map(({ id, facts }) => ({ candidateId: id, score: scorePair(compiled, facts) })),
              jobId,
              n,
            );
            for (const group of MATCH_GROUPS) {
              expect(best[group].map(({ index, expected }) => [idAt(columns, index), expected])).toEqual(
                exact
                  .filter(({ score }) => score.group === group)
                  .map(({ candidateId, score }) => [candidateId, score.expected]),
              );
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
