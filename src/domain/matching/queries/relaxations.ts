import { eq, inArray } from 'drizzle-orm';
import { candidacies, candidateFeatures, jobs, jobVersions } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog, type Catalog } from '@/domain/catalog/load';
import { checkDraft } from '@/domain/jobs/draft';
import { jobFacts } from '@/domain/jobs/facts';
import { publishable } from '@/domain/jobs/publishable';
import { relaxedAnswers } from '@/domain/jobs/relaxed-answers';
import { publishedSets } from '@/domain/jobs/queries/weights';
import type { JobAnswers } from '@/domain/jobs/schema';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asCounter, asMember } from '@/domain/kernel/transaction';
import type { Names } from '@/domain/scoring/names';
import { preparePerson } from '@/domain/scoring/person';
import { crowdOf } from '@/domain/scoring/relax/crowd';
import { countInPlay, relaxPlan, type CrowdCounts, type RelaxPlan } from '@/domain/scoring/relax/meter';
import { bandsInUse } from '../bands';
import { FEWEST_TOLD, type Relaxations } from '../schema/relaxations';
import { screeningOf } from '../screening';
import { weightsFor } from '@/domain/jobs/weights-for';
import { rankablePeople } from './rankable-people';

type Grant = Authorized<'match:read'>;

/**
 * The relaxation meter of a job: how many people are in play, and how many more each requirement loosened by one step
 * would bring. Null while the answers are too few to rank anybody, or nothing is published. Counts people of the pool whom
 * the organisation may not see yet, so one or two are not told apart. Throws `not_found`.
 */
export const relaxations = async (
  ctx: Context,
  grant: Grant,
  input: { jobId: string; of: 'draft' | 'published' },
): Promise<Relaxations | null> => {
  const catalog = loadCatalog();
  const found = await asMember(ctx, grant, async (tx) => {
    const answers = await answersOf(tx, input);
    if (answers === null) return null;
    const weights = weightsFor(answers.weights, await publishedSets(tx), catalog.weightSets.current.set);
    if (!publishable(answers, catalog, weights).ok) return null;
    const bands = (await bandsInUse(tx)) ?? undefined;
    return { answers, weights, bands, ...(await peopleOfJob(tx, grant, input.jobId)) };
  });
  if (found === null) return null;
  const asOf = ctx.now().toISOString().slice(0, 10);
  const facts = jobFacts(found.answers, catalog.roles);
  const plan = relaxPlan(facts, found.weights, catalog.taxonomy, namesOf(catalog), asOf, found.bands);
  const own = found.facts.map((person) => preparePerson(person, asOf));
  const counts = [countInPlay(plan, crowdOf(own, asOf))];
  await asCounter(ctx, grant, async (tx) => {
    for await (const { ids, crowd } of rankablePeople(tx, grant.organizationId, asOf)) {
      const left = new Set([...ids.keys()].filter((place) => found.apart.has(ids[place] ?? '')));
      counts.push(countInPlay(plan, crowd, left));
    }
  });
  return relaxationsView(plan, found.answers, counts);
};

const answersOf = async (
  tx: Transaction,
  { jobId, of }: { jobId: string; of: 'draft' | 'published' },
): Promise<JobAnswers | null> => {
  const [job] = await tx
    .select({ draft: jobs.draft, snapshot: jobVersions.snapshot })
    .from(jobs)
    .leftJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
    .where(eq(jobs.id, jobId));
  if (job === undefined) throw notFound('This job');
  return of === 'draft' ? checkDraft(job.draft).answers : job.snapshot;
};

/**
 * Of whom this job knows more than the table of everybody says: who applied for it or answered its questions, with the facts
 * that count for it. `apart` are they, and those who withdrew, whom nobody ranks.
 */
const peopleOfJob = async (tx: Transaction, grant: Grant, jobId: string) => {
  const rows = await tx
    .select({ candidateId: candidacies.candidateId, source: candidacies.source, stage: candidacies.stage })
    .from(candidacies)
    .where(eq(candidacies.jobId, jobId));
  const withdrawn = rows.filter(({ stage }) => stage === 'withdrawn').map(({ candidateId }) => candidateId);
  const applied = new Set(
    rows.filter(({ source }) => source === 'applied').map(({ candidateId }) => candidateId),
  );
  const screening = await screeningOf(tx, jobId);
  const apart = new Set([...withdrawn, ...applied, ...screening.keys()]);
  const known = [...apart].filter((candidateId) => !withdrawn.includes(candidateId));
  const read =
    known.length === 0
      ? []
      : await tx.select().from(candidateFeatures).where(inArray(candidateFeatures.candidateId, known));
  const facts = read
    .filter(
      ({ candidateId, organizationId, inPool }) =>
        inPool || applied.has(candidateId) || organizationId === grant.organizationId,
    )
    .map((person) => ({
      ...person.facts,
      screening: screening.get(person.candidateId) ?? person.facts.screening,
    }));
  return { apart, facts };
};

const namesOf = ({ skills, employerQuestions }: Catalog): Names => ({
  skill: (id) => skills.byId.get(id)?.name ?? id,
  domain: (id) => employerQuestions.industries.find((industry) => industry.id === id)?.name ?? id,
  language: (code) => employerQuestions.languages.find((language) => language.code === code)?.name ?? code,
});

const told = (count: number): number | null => (count > 0 && count < FEWEST_TOLD ? null : count);

const relaxationsView = (
  { base, steps }: RelaxPlan,
  answers: JobAnswers,
  counts: readonly CrowdCounts[],
): Relaxations => {
  const sum = (of: (count: CrowdCounts) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const inPlay = sum(({ now }) => now.strong + now.good);
  const loosened = steps.flatMap(({ step }, n) => {
    const more = sum(({ after }) => after[n] ?? 0) - inPlay;
    const patch = more > 0 ? relaxedAnswers(answers, base.job, step.job) : null;
    return patch === null ? [] : [{ ...step, more, answers: patch }];
  });
  return {
    people: sum(({ people }) => people),
    inPlay: told(inPlay),
    steps: loosened
      .sort((a, b) => b.more - a.more)
      .map(({ id, text, now, more, answers: patch }) => ({
        id,
        text,
        now,
        more: told(more),
        answers: patch,
      })),
  };
};
