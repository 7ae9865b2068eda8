import { and, desc, eq } from 'drizzle-orm';
import { candidacies, jobs, stageEvents } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { notify } from '../commands/notify';
import { recruiterOf } from '../queries/recruiter';

/** Tells the job's recruiter that a person withdrew, once a withdrawal; one taken back by then tells nothing. */
export const consumeApplicationWithdrawn = (
  ctx: Context,
  { candidacyId }: { candidacyId: string },
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [found] = await tx
      .select({ candidacy: candidacies, job: jobs, event: stageEvents })
      .from(candidacies)
      .innerJoin(jobs, eq(jobs.id, candidacies.jobId))
      .innerJoin(
        stageEvents,
        and(eq(stageEvents.candidacyId, candidacies.id), eq(stageEvents.to, 'withdrawn')),
      )
      .where(eq(candidacies.id, candidacyId))
      .orderBy(desc(stageEvents.at), desc(stageEvents.id))
      .limit(1);
    if (found === undefined || found.candidacy.stage !== 'withdrawn') return;
    const { organizationId, jobId, candidateId } = found.candidacy;
    const userId = await recruiterOf(tx, found.job);
    if (userId === null) return;
    await notify(ctx, tx, {
      organizationId,
      to: { userId },
      event: 'application_withdrawn',
      about: `application-withdrawn:${found.event.id}`,
      data: { jobId, candidateId, count: 1 },
      channels: ['in_app', 'email'],
    });
  });
