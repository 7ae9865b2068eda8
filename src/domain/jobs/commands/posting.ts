import { and, eq } from 'drizzle-orm';
import { jobPostings, jobs, jobVersions, organizations } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import type { Context } from '@/domain/kernel/context';
import { posting } from '../posting';

/** Puts the current version of an open job on the board, in the transaction that opened it; of no other job. */
export const writePosting = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  jobId: string,
): Promise<void> => {
  const [row] = await tx
    .select({ job: jobs, version: jobVersions, employer: organizations })
    .from(jobs)
    .innerJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
    .innerJoin(organizations, eq(organizations.id, jobs.organizationId))
    .where(and(eq(jobs.id, jobId), eq(jobs.state, 'open')));
  if (row === undefined) return;
  const { job, version, employer } = row;
  const now = ctx.now();
  const written = {
    organizationId: job.organizationId,
    jobVersionId: version.id,
    organizationName: employer.name,
    ...posting(version.snapshot, employer, loadCatalog()),
    publishedAt: job.publishedAt ?? now,
    updatedAt: now,
  };
  await tx
    .insert(jobPostings)
    .values({ jobId: job.id, ...written })
    .onConflictDoUpdate({ target: jobPostings.jobId, set: written });
};

/** Takes a job that is no longer open off the board. */
export const removePosting = async (tx: Transaction, jobId: string): Promise<void> => {
  await tx.delete(jobPostings).where(eq(jobPostings.jobId, jobId));
};
