import { and, eq, sql } from 'drizzle-orm';
import { jobs } from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import type { JobState } from '../schema';

/**
 * Takes an archived job out of the archive, to the state it was archived from: a draft when it was never published, else
 * closed. Nothing of it is on the board after that either. Throws `not_found`, and `conflict` when it is not archived.
 */
export const restoreJob = (
  ctx: Context,
  grant: Authorized<'job:write'>,
  input: { jobId: string },
): Promise<{ jobId: string; state: JobState }> =>
  asMember(ctx, grant, async (tx) => {
    const now = ctx.now();
    const [restored] = await tx
      .update(jobs)
      .set({
        state: sql`case when ${jobs.currentVersionId} is null then 'draft'::job_state else 'closed'::job_state end`,
        stateSince: now,
        updatedAt: now,
      })
      .where(and(eq(jobs.id, input.jobId), eq(jobs.state, 'archived')))
      .returning({ state: jobs.state });
    if (restored === undefined) {
      const [job] = await tx.select({ state: jobs.state }).from(jobs).where(eq(jobs.id, input.jobId));
      if (job === undefined) throw notFound('This job');
      throw new DomainError('conflict', `This job is ${job.state}, not archived.`);
    }
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'job.restored',
      entity: 'job',
      entityId: input.jobId,
    });
    return { jobId: input.jobId, state: restored.state };
  });
