import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, jobs, people, SMALL_TAXONOMY, weightSets } from '../arbitraries';
import { compileJob } from '../compile';
import { NOTHING_KNOWN, preparePerson } from '../person';
import { scorePerson } from '../score';
import { jobSet } from './job-set';

describe('a set of jobs', () => {
  it('gives each person the scores and groups that each job gives alone, one person after the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(jobs, weightSets), { minLength: 1, maxLength: 8 }),
        fc.array(people, { minLength: 1, maxLength: 5 }),
        (someJobs, everybody) => {
          const compiled = someJobs.map(([job, weights]) => compileJob(job, weights, SMALL_TAXONOMY, AS_OF));
          const set = jobSet(compiled);
          for (const facts of everybody) {
            const person = preparePerson(facts, AS_OF);
            const alone = compiled.map((job) => scorePerson(job, person));
            expect(set.scoresOf(person)).toEqual(alone.map(({ expected, group }) => ({ expected, group })));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('may be empty', () => {
    expect(jobSet([]).scoresOf(preparePerson(NOTHING_KNOWN, AS_OF))).toEqual([]);
  });
});
