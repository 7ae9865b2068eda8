import type { Catalog } from '@/domain/catalog/load';
import { compileJob } from '@/domain/scoring/compile';
import { readinessOf } from '@/domain/scoring/readiness';
import type { Factor, WeightSet } from '@/domain/scoring/schema';
import { jobFacts } from './facts';
import type { JobAnswers, JobQuestionId, Readiness } from './schema';

/** Which factors are set does not depend on the day. */
const ANY_DAY = '2000-01-01';

/**
 * May a job with these answers be published? It needs a title, and answers that set factors of at least 40 of 100 weights:
 * a score on less would say little about anybody. `weights` are those that would rank it; the factors are those the engine itself finds set.
 */
export function publishable(
  answers: JobAnswers,
  catalog: Pick<Catalog, 'roles' | 'taxonomy' | 'employerQuestions' | 'weightSets'>,
  weights: WeightSet,
): Readiness {
  const { publishMinimum, factors } = catalog.weightSets;
  const facts = jobFacts(answers, catalog.roles);
  const { weightSet, fillIn } = readinessOf(compileJob(facts, weights, catalog.taxonomy, ANY_DAY));
  const questionOf = (factor: Factor): JobQuestionId =>
    catalog.employerQuestions.questions.find(({ scored }) => scored === factor)?.id ?? 'title';
  const open = fillIn.map(({ factor, weight }) => ({
    questionId: questionOf(factor),
    factor,
    weight,
    label: factors[factor].label,
  }));
  const untitled = facts.title === '';
  const title: Readiness['missing'][number] = {
    questionId: 'title',
    factor: 'role_similarity',
    weight: weights.factors.role_similarity.weight,
    label: 'Job title',
  };
  // Relevant years mean nothing without a role: once answered, only the title is left to give.
  const others = open.filter(({ questionId }) => questionId !== 'title' && answers[questionId] === undefined);
  const missing = untitled ? [title, ...others] : open;
  return {
    ok: !untitled && weightSet >= publishMinimum,
    setWeight: weightSet,
    least: publishMinimum,
    missing,
  };
}
