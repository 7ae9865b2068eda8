import { asc, count, desc, eq, sql } from 'drizzle-orm';
import { candidateFeatures, jobs, jobVersions, organizations, weightDrafts } from '@/db/schema';
import { maskCode } from '@/domain/candidates/mask-code';
import { loadCatalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import { publishedSets } from '@/domain/jobs/queries/weights';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asAdmin } from '@/domain/kernel/transaction';
import { encodeLabPeople } from '@/domain/scoring/lab-people';
import { labValues } from '@/domain/scoring/lab-values';
import { DEFAULT_BANDS } from '@/domain/scoring/schema';
import { bandsInUse } from '../bands';
import { mayBeScored } from '../eligibility';
import { LAB_PEOPLE, type LabJob } from '../schema/lab';
import { screeningOf } from '../screening';

const LISTED = 200;

/** Open jobs to look at, the newest first. */
export const listLabJobs = (ctx: Context): Promise<LabJob[]> =>
  asAdmin(ctx, (tx) =>
    tx
      .select({
        jobId: jobs.id,
        title: jobs.title,
        employer: organizations.name,
        ownWeights: sql<boolean>`${jobVersions.snapshot} ? 'weights'`,
      })
      .from(jobs)
      .innerJoin(organizations, eq(organizations.id, jobs.organizationId))
      .innerJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
      .where(eq(jobs.state, 'open'))
      .orderBy(desc(jobs.publishedAt), asc(jobs.id))
      .limit(LISTED),
  );

/**
 * What each factor is worth for each person that may be ranked for a job, today, with the priors in use and those of the draft;
 * the first `LAB_PEOPLE` by id when there are more. Throws `not_found` for a job that was never published.
 */
export const labPeople = (ctx: Context, { jobId }: { jobId: string }): Promise<Uint8Array<ArrayBuffer>> =>
  asAdmin(ctx, async (tx) => {
    const [job] = await tx
      .select({ organizationId: jobs.organizationId, snapshot: jobVersions.snapshot })
      .from(jobs)
      .innerJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
      .where(eq(jobs.id, jobId));
    if (job === undefined) throw notFound('This job');
    const { organizationId } = job;
    const eligible = mayBeScored({ id: jobId, organizationId });
    const [counted] = await tx.select({ total: count() }).from(candidateFeatures).where(eligible);
    const rows = await tx
      .select({ candidateId: candidateFeatures.candidateId, facts: candidateFeatures.facts })
      .from(candidateFeatures)
      .where(eligible)
      .orderBy(asc(candidateFeatures.candidateId))
      .limit(LAB_PEOPLE);
    const screening = await screeningOf(tx, jobId);
    const { roles, taxonomy, weightSets } = loadCatalog();
    const [published] = await publishedSets(tx);
    const inUse = published?.set ?? weightSets.current.set;
    const [draft] = await tx.select({ factors: weightDrafts.factors }).from(weightDrafts);
    const values = labValues({
      jobId,
      job: jobFacts(job.snapshot, roles),
      taxonomy,
      asOf: ctx.now().toISOString().slice(0, 10),
      inUse,
      draft: draft === undefined ? inUse : { ...inUse, factors: draft.factors },
      bands: (await bandsInUse(tx)) ?? DEFAULT_BANDS,
      people: rows.map(({ candidateId, facts }) => ({
        candidateId,
        code: maskCode(candidateId),
        facts: { ...facts, screening: screening.get(candidateId) ?? facts.screening },
      })),
      total: counted?.total ?? rows.length,
    });
    const data = { people: rows.length };
    await audit(ctx, tx, {
      organizationId,
      action: 'weights.lab_opened',
      entity: 'job',
      entityId: jobId,
      data,
    });
    return encodeLabPeople(values);
  });
