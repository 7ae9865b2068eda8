import { and, asc, eq, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { jobPostings, jobs, organizations } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { writePosting } from './commands/posting';

/** Postings that one sweep writes at most. */
const AT_ONCE = 200;

/**
 * Writes the posting of every open job that has none, shows an older version or its employer under an older name: jobs
 * that were opened before the board was there. Returns how many it wrote.
 */
export const reconcilePostings = async (ctx: Context): Promise<number> => {
  const due = await asWorker(ctx, (tx) =>
    tx
      .select({ jobId: jobs.id })
      .from(jobs)
      .innerJoin(organizations, eq(organizations.id, jobs.organizationId))
      .leftJoin(jobPostings, eq(jobPostings.jobId, jobs.id))
      .where(
        and(
          eq(jobs.state, 'open'),
          isNotNull(jobs.currentVersionId),
          or(
            isNull(jobPostings.jobId),
            ne(jobPostings.jobVersionId, jobs.currentVersionId),
            ne(jobPostings.organizationName, organizations.name),
          ),
        ),
      )
      .orderBy(asc(jobs.id))
      .limit(AT_ONCE),
  );
  const failed: string[] = [];
  for (const { jobId } of due) {
    try {
      await asWorker(ctx, async (tx) => {
        // A job that is being closed meanwhile is waited for, and then not written.
        await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.id, jobId)).for('update');
        await writePosting(ctx, tx, jobId);
      });
    } catch (error) {
      failed.push(jobId);
      ctx.log.error('posting not written', { jobId, error });
    }
  }
  if (failed.length > 0) throw new Error(`No posting could be written for ${failed.join(', ')}.`);
  return due.length;
};
