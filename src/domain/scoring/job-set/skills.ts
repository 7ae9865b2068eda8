import type { CompiledJob } from '../compile';
import { averageCredit, creditOf, type SkillTable } from '../factors/skills';
import { unknownValue } from '../person';
import { addTo, type SetScorer } from './sums';

/** A held skill as it counts for one that a job asks: where its credits stand, how near it is, the level asked, the prior. */
interface Counts {
  asked: number;
  match: number;
  level: number;
  prior: number;
}

/** One of a job's two lists of skills; its asked skills stand from `first` on. */
interface AskedList {
  job: number;
  weight: number;
  table: SkillTable;
  first: number;
}

/** Must-have and nice-to-have skills of many jobs: a person's skills are looked up once for all jobs that ask them or one near. */
export function skillScorer(jobs: readonly CompiledJob[]): SetScorer {
  const lists: AskedList[] = [];
  const listOf: number[] = [];
  const byHeld = new Map<string, Counts[]>();
  for (const [job, { factors, required, preferred }] of jobs.entries()) {
    for (const { factor, weight } of factors) {
      const table =
        factor === 'required_skills' ? required : factor === 'preferred_skills' ? preferred : null;
      if (!table) continue;
      const first = listOf.length;
      for (let asked = 0; asked < table.asked.length; asked++) listOf.push(lists.length);
      lists.push({ job, weight, table, first });
      for (const [held, credits] of table.credits) {
        const counts = byHeld.get(held) ?? [];
        byHeld.set(held, counts);
        for (const { index, match } of credits) {
          const level = table.asked[index]?.level ?? 1;
          counts.push({ asked: first + index, match, level, prior: table.prior });
        }
      }
    }
  }
  const low = new Int32Array(listOf.length);
  const expected = new Int32Array(listOf.length);
  const high = new Int32Array(listOf.length);

  return ({ skills }, sums) => {
    if (skills === null) {
      for (const { job, weight, table } of lists) {
        addTo(sums, job, weight, unknownValue(table.prior));
      }
      return;
    }
    const touched = new Set<number>();
    for (const { skillId, quality } of skills) {
      for (const { asked, match, level, prior } of byHeld.get(skillId) ?? []) {
        const credit = creditOf(quality, match, level, prior);
        low[asked] = Math.max(low[asked] ?? 0, credit.low);
        expected[asked] = Math.max(expected[asked] ?? 0, credit.expected);
        high[asked] = Math.max(high[asked] ?? 0, credit.high);
        touched.add(listOf[asked] ?? 0);
      }
    }
    for (const number of touched) {
      const list = lists[number];
      if (!list) continue;
      const { job, weight, table, first } = list;
      addTo(sums, job, weight, {
        low: averageCredit(table, low, first),
        expected: averageCredit(table, expected, first),
        high: averageCredit(table, high, first),
      });
      for (const credits of [low, expected, high]) credits.fill(0, first, first + table.asked.length);
    }
  };
}
