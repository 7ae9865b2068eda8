import { and, eq, ne } from 'drizzle-orm';
import { jobs } from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';

/**
 * Promotes a job, or no longer: promoted ones are ranked before the others each night, and when weights change. Throws
 * `not_found`.
 */
export const promoteJob = (
  ctx: Context,
  grant: Authorized<'job:write'>,
  input: { jobId: string; promoted: boolean },
): Promise<{ jobId: string; promoted: boolean }> =>
  asMember(ctx, grant, async (tx) => {
    const { jobId, promoted } = input;
    const [job] = await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.id, jobId));
    if (job === undefined) throw notFound('This job');
    const changed = await tx
      .update(jobs)
      .set({ promoted })
      .where(and(eq(jobs.id, jobId), ne(jobs.promoted, promoted)))
      .returning({ id: jobs.id });
    if (changed.length > 0) {
      await audit(ctx, tx, {
        organizationId: grant.organizationId,
        action: promoted ? 'job.promoted' : 'job.demoted',
        entity: 'job',
        entityId: jobId,
      });
    }
    return { jobId, promoted };
  });
