import type { CompiledJob } from '../compile';
import { ONE } from '../fixed-point';
import type { Person } from '../person';
import type { MatchGroup } from '../schema';
import { divided, groupOf } from '../score';
import { askedScorer, missesOf } from './asked';
import { roleScorer } from './roles';
import { scheduleScorer } from './schedule';
import { skillScorer } from './skills';
import { emptySums } from './sums';
import { termsScorer } from './terms';

/** A person's score for one job, in hundredths of a point, and the group in which it lists them. */
export interface SetScore {
  expected: number;
  group: MatchGroup;
}

/** Jobs of one day, made ready for scoring one person after the other against all of them. */
export interface JobSet {
  /** By job, in their order, what `scorePerson` finds. The person must be prepared for the jobs' day. */
  scoresOf(person: Person): SetScore[];
}

/**
 * Makes jobs ready, all compiled for one day and of one taxonomy. What jobs ask alike is put to a person once, skills and roles
 * are looked up by what the person has.
 */
export function jobSet(jobs: readonly CompiledJob[]): JobSet {
  const scorers = [askedScorer, termsScorer, scheduleScorer, skillScorer, roleScorer].map((make) =>
    make(jobs),
  );
  const missesFor = missesOf(jobs);
  const sums = emptySums(jobs.length);
  const misses = new Uint8Array(jobs.length);
  return {
    scoresOf(person) {
      for (const bound of [sums.low, sums.expected, sums.high]) bound.fill(0);
      for (const score of scorers) score(person, sums);
      missesFor(person, misses);
      return jobs.map(({ weightSet }, job) => {
        if (weightSet === 0) return { expected: 0, group: groupOf(misses[job] === 1, 0) };
        const width = divided(sums.high[job] ?? 0, weightSet) - divided(sums.low[job] ?? 0, weightSet);
        return {
          expected: divided(sums.expected[job] ?? 0, weightSet),
          group: groupOf(misses[job] === 1, ONE - width),
        };
      });
    },
  };
}
