import type { CompiledJob } from '../compile';
import { experienceValue, monthsAsked, relevantMonths } from '../factors/experience';
import { addRole } from '../factors/role';
import { settled } from '../fixed-point';
import { unknownValue } from '../person';
import { relevance, type RoleMatcher } from '../roles';
import type { Triple } from '../schema';
import { alikeToAll, NOT_TOLD } from './alike';
import { addTo, type SetScorer } from './sums';

/** A job that looks at roles, and what it counts. */
interface RoleJob {
  job: number;
  similarity: { weight: number; prior: number } | null;
  experience: { weight: number; prior: number; asked: number } | null;
  /** The best role so far. */
  best: Triple;
  /** Does any entry's time count as relevant experience. */
  relevant: boolean;
}

function countedOf({ factors, weights }: CompiledJob, name: 'role_similarity' | 'relevant_experience') {
  const found = factors.find(({ factor }) => factor === name);
  return found ? { weight: found.weight, prior: weights.factors[name].prior } : null;
}

/** Role similarity and relevant experience of many jobs: a held role is compared with all of them at once. */
export function roleScorer(jobs: readonly CompiledJob[]): SetScorer {
  const looking = jobs.flatMap((compiled, job) =>
    compiled.roles ? [{ ...compiled, roles: compiled.roles, at: job }] : [],
  );
  const roleJobs = looking.map((compiled): RoleJob => {
    const experience = countedOf(compiled, 'relevant_experience');
    const asked = monthsAsked(compiled.job.minimumYears ?? 0);
    return {
      job: compiled.at,
      similarity: countedOf(compiled, 'role_similarity'),
      experience: experience && { ...experience, asked },
      best: { low: 0, expected: 0, high: 0 },
      relevant: false,
    };
  });
  const compare = alikeToAll(looking satisfies readonly (CompiledJob & { roles: RoleMatcher })[]);
  const months = relevantMonths();

  return ({ career }, sums) => {
    if (!career) {
      for (const { job, similarity, experience } of roleJobs) {
        for (const each of [similarity, experience])
          if (each) addTo(sums, job, each.weight, unknownValue(each.prior));
      }
      return;
    }
    for (const each of roleJobs) {
      each.best.low = 0;
      each.best.expected = 0;
      each.best.high = 0;
      each.relevant = false;
    }
    const alikes = career.entries.map((entry) => {
      const alike = compare(entry);
      let prior = -1;
      let recent: Triple = NOTHING;
      for (let i = 0; i < roleJobs.length; i++) {
        const each = roleJobs[i];
        const likeness = alike[i] ?? 0;
        if (likeness === 0 || !each) continue;
        if (likeness === NOT_TOLD || relevance(likeness) > 0) each.relevant = true;
        if (!each.similarity) continue;
        if (each.similarity.prior !== prior) {
          prior = each.similarity.prior;
          recent = settled(entry.recent, prior);
        }
        addRole(each.best, likeness === NOT_TOLD ? null : likeness, recent, prior);
      }
      return alike;
    });
    for (const [i, { job, similarity, experience, best, relevant }] of roleJobs.entries()) {
      if (similarity) addTo(sums, job, similarity.weight, best);
      if (!experience || !relevant) continue;
      months.start();
      for (const [at, entry] of career.entries.entries()) {
        const likeness = alikes[at]?.[i] ?? 0;
        if (likeness !== 0) months.add(likeness === NOT_TOLD ? null : likeness, entry);
      }
      addTo(sums, job, experience.weight, experienceValue(months, experience.asked, experience.prior));
    }
  };
}

const NOTHING: Readonly<Triple> = { low: 0, expected: 0, high: 0 };
