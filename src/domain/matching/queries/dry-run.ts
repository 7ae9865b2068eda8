import { desc, eq, inArray, max, sql } from 'drizzle-orm';
import { candidacies, jobs, jobVersions } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import { publishedSets, type PublishedSet } from '@/domain/jobs/queries/weights';
import type { JobWeights } from '@/domain/jobs/schema';
import type { Context } from '@/domain/kernel/context';
import { asAdmin } from '@/domain/kernel/transaction';
import { factorsFromBytes, gatesFromBytes } from '@/domain/scoring/breakdown';
import { DEFAULT_BANDS, FACTORS, type WeightSet } from '@/domain/scoring/schema';
import type { Weights } from '@/domain/scoring/reweigh';
import { differences } from '@/domain/scoring/weights';
import { bandsInUse } from '../bands';
import { dryRunJob, type BeforeAfter, type DryRunJob, type DryRunPerson } from '../dry-run';
import { gradeOf } from '../metrics';
import { DRY_RUN_JOBS, type DryRun } from '../schema/dry-run';
import { KEEP_PER_GROUP } from '../schema';
import { weightsFor } from '@/domain/jobs/weights-for';

interface Job {
  id: string;
  title: string;
  weights: BeforeAfter<Weights>;
}

const weightsOf = ({ factors }: WeightSet): Weights =>
  Object.fromEntries(FACTORS.map((factor) => [factor, factors[factor].weight])) as Weights;

const mean = (values: readonly (number | null)[]): number | null => {
  const measured = values.filter((value) => value !== null);
  return measured.length === 0 ? null : measured.reduce((sum, value) => sum + value, 0) / measured.length;
};

/**
 * What a draft would have done: the rankings of jobs that people decided on by the weights in use and by the draft, the decisions
 * kept, and what publishing it would change for open jobs. Replays the values that runs stored.
 */
export const dryRun = (ctx: Context, input: { factors: WeightSet['factors'] }): Promise<DryRun> =>
  asAdmin(ctx, async (tx) => {
    const begun = performance.now();
    const { current, factors: labels } = loadCatalog().weightSets;
    const published = await publishedSets(tx);
    const bands = (await bandsInUse(tx)) ?? DEFAULT_BANDS;
    const inUse = published[0] ?? current;
    const draft: PublishedSet = { hash: '', set: { ...inUse.set, factors: input.factors } };
    const weightsOfJob = (own: JobWeights | undefined): BeforeAfter<Weights> => ({
      before: weightsOf(weightsFor(own, published, current.set)),
      after: weightsOf(weightsFor(own, [draft, ...published], current.set)),
    });
    const past = await decidedJobs(tx, weightsOfJob);
    const open = (await openJobs(tx, weightsOfJob)).filter(({ weights }) => differ(weights));
    const looked = open.slice(0, DRY_RUN_JOBS);
    const people = await peopleOf(tx, [...new Set([...past, ...looked].map(({ id }) => id))]);
    const run = ({ id, weights }: Job): DryRunJob => dryRunJob(people.get(id) ?? [], weights, bands);
    const tried = past.map((job) => ({ job, result: run(job) }));
    const results = tried.map(({ result }) => result);
    const changed = looked.map(run);
    const total = (of: (result: DryRunJob) => number, among = results): number =>
      among.reduce((sum, result) => sum + of(result), 0);
    return {
      jobs: tried.map(({ job, result }) => ({
        jobId: job.id,
        title: job.title,
        decided: result.decided,
        ndcg: result.ndcg,
      })),
      ndcg: {
        before: mean(results.map(({ ndcg }) => ndcg.before)),
        after: mean(results.map(({ ndcg }) => ndcg.after)),
      },
      precision: {
        before: mean(results.map(({ precision }) => precision.before)),
        after: mean(results.map(({ precision }) => precision.after)),
      },
      hiredInFirst: {
        before: total(({ hiredInFirst }) => hiredInFirst.before),
        after: total(({ hiredInFirst }) => hiredInFirst.after),
      },
      disputed: total(({ disputed }) => disputed),
      ifPublished: {
        jobs: open.length,
        looked: looked.length,
        moved: total(({ moved }) => moved, changed),
        intoStrong: total(({ intoStrong }) => intoStrong, changed),
        outOfStrong: total(({ outOfStrong }) => outOfStrong, changed),
      },
      priorsKept: differences(inUse.set.factors, input.factors)
        .filter(({ prior }) => prior.before !== prior.after)
        .map(({ factor }) => labels[factor].label),
      milliseconds: performance.now() - begun,
    };
  });

const differ = ({ before, after }: BeforeAfter<Weights>): boolean =>
  FACTORS.some((factor) => before[factor] !== after[factor]);

type WeightsOfJob = (own: JobWeights | undefined) => BeforeAfter<Weights>;

const DECIDED = ['shortlisted', 'interview', 'offer', 'hired', 'rejected'] as const;

const decidedJobs = async (tx: Transaction, weightsOfJob: WeightsOfJob): Promise<Job[]> => {
  const last = max(candidacies.stageSince);
  const rows = await tx
    .select({ id: jobs.id, title: jobs.title, snapshot: jobVersions.snapshot })
    .from(jobs)
    .innerJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
    .innerJoin(candidacies, eq(candidacies.jobId, jobs.id))
    .where(inArray(candidacies.stage, [...DECIDED]))
    .groupBy(jobs.id, jobVersions.id)
    .orderBy(desc(last), jobs.id)
    .limit(DRY_RUN_JOBS);
  return rows.map(({ id, title, snapshot }) => ({ id, title, weights: weightsOfJob(snapshot.weights) }));
};

const openJobs = async (tx: Transaction, weightsOfJob: WeightsOfJob): Promise<Job[]> => {
  const rows = await tx
    .select({
      id: jobs.id,
      title: jobs.title,
      weights: sql<JobWeights | null>`${jobVersions.snapshot}->'weights'`,
    })
    .from(jobs)
    .innerJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
    .where(eq(jobs.state, 'open'))
    .orderBy(desc(jobs.promoted), desc(jobs.publishedAt), jobs.id);
  return rows.map(({ id, title, weights }) => ({ id, title, weights: weightsOfJob(weights ?? undefined) }));
};

interface Row extends Record<string, unknown> {
  job_id: string;
  candidate_id: string;
  tie_break: number;
  factors: Uint8Array;
  gates: Uint8Array;
  stages: string[] | null;
}

/** The best of each job's current run and everybody who was decided on, with the stages that stand. */
const peopleOf = async (tx: Transaction, jobIds: string[]): Promise<Map<string, DryRunPerson[]>> => {
  const people = new Map<string, DryRunPerson[]>(jobIds.map((id) => [id, []]));
  if (jobIds.length === 0) return people;
  const { rows } = await tx.execute<Row>(sql`
    with listed as (
      select m.job_id, m.candidate_id, m.tie_break, m.factors, m.gates, c.id as candidacy_id, c.stage,
        row_number() over (partition by m.job_id, m.match_group order by m.expected desc, m.tie_break) as position
      from jobs j join match_results m on m.run_id = j.current_run_id
        left join candidacies c on c.job_id = m.job_id and c.candidate_id = m.candidate_id
      where j.id in ${jobIds}
    )
    select job_id, candidate_id, tie_break, factors, gates, (
      select array_agg(e.to_stage::text) from stage_events e
      where e.candidacy_id = l.candidacy_id and e.undoes is null
        and not exists (select from stage_events u where u.undoes = e.id)
    ) || array[stage::text] as stages
    from listed l where position <= ${KEEP_PER_GROUP} or stage <> 'new'`);
  for (const row of rows) {
    const stages = row.stages ?? [];
    people.get(row.job_id)?.push({
      candidateId: row.candidate_id,
      tieBreak: row.tie_break,
      factors: factorsFromBytes(row.factors),
      fails: gatesFromBytes(row.gates).some(({ state }) => state === 'fail'),
      grade: Math.max(0, ...stages.map(gradeOf)),
      rejected: stages.at(-1) === 'rejected',
    });
  }
  return people;
};
