import { eq } from 'drizzle-orm';
import { contests, jobs } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { notify } from '../commands/notify';
import { recruiterOf } from '../queries/recruiter';

/** Tells the job's recruiter that a person contested their score, once a contest; one answered by then tells nothing. */
export const consumeContestOpened = (ctx: Context, { contestId }: { contestId: string }): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [found] = await tx
      .select({ contest: contests, job: jobs })
      .from(contests)
      .innerJoin(jobs, eq(jobs.id, contests.jobId))
      .where(eq(contests.id, contestId));
    if (found === undefined || found.contest.answeredAt !== null) return;
    const { organizationId, jobId, candidateId } = found.contest;
    const userId = await recruiterOf(tx, found.job);
    if (userId === null) return;
    await notify(ctx, tx, {
      organizationId,
      to: { userId },
      event: 'contest_opened',
      about: `contest-opened:${contestId}`,
      data: { jobId, candidateId, contestId, count: 1 },
      channels: ['in_app', 'email'],
    });
  });

/** Tells the person that somebody answered; the portal shows the answer whether or not the mail is wanted. */
export const consumeContestAnswered = (ctx: Context, { contestId }: { contestId: string }): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [contest] = await tx.select().from(contests).where(eq(contests.id, contestId));
    if (contest === undefined || contest.answeredAt === null) return;
    const { organizationId, jobId, candidateId } = contest;
    await notify(ctx, tx, {
      organizationId,
      to: { candidateId },
      event: 'contest_answered',
      about: `contest-answered:${contestId}`,
      data: { jobId, contestId, count: 1 },
      channels: ['email'],
    });
  });
