import { eq } from 'drizzle-orm';
import { applications, jobs } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { notify } from '../commands/notify';
import { recruiterOf } from '../queries/recruiter';

/** Tells the job's recruiter, in the application, that somebody applied; once an application. */
export const consumeApplicationReceived = (
  ctx: Context,
  { applicationId }: { applicationId: string },
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [found] = await tx
      .select({ application: applications, job: jobs })
      .from(applications)
      .innerJoin(jobs, eq(jobs.id, applications.jobId))
      .where(eq(applications.id, applicationId));
    if (found === undefined || found.application.candidateId === null) return;
    const userId = await recruiterOf(tx, found.job);
    if (userId === null) return;
    await notify(ctx, tx, {
      organizationId: found.job.organizationId,
      to: { userId },
      event: 'application_received',
      about: `application:${applicationId}`,
      data: { jobId: found.job.id, applicationId, candidateId: found.application.candidateId, count: 1 },
      channels: ['in_app'],
    });
  });
