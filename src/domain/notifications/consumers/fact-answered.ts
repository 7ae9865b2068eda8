import { and, eq, isNull } from 'drizzle-orm';
import { candidates, factRequests, jobs, matchResults } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { enqueue } from '@/domain/kernel/outbox';
import { asWorker } from '@/domain/kernel/transaction';
import { scorePairAnew } from '@/domain/matching/patch';
import { ANSWER_QUIET_MS, ANSWER_TOLD_MS, UNDO_GRACE_MS } from '@/domain/pipeline/schema/fact-request';
import { notify } from '../commands/notify';
import { recruiterOf } from '../queries/recruiter';

/**
 * Tells whoever asked (an owner once they have left) that answers are in, once a mail of questions: when all are, or when those
 * that came are followed by none for a while. The pair is scored first, in the same transaction, so that the notice never
 * tells an older score, whichever message comes first; a later answer brings the score of the notice up to date.
 * `factRequestId` names the batch.
 */
export const consumeFactAnswered = (
  ctx: Context,
  { factRequestId: batchId }: { factRequestId: string },
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const requests = await tx
      .select()
      .from(factRequests)
      .where(and(eq(factRequests.batchId, batchId), isNull(factRequests.cancelledAt)));
    const [request] = requests;
    const times = requests.flatMap(({ answeredAt }) => (answeredAt === null ? [] : [answeredAt.getTime()]));
    if (request === undefined || times.length === 0) return;
    const wait = times.length < requests.length ? ANSWER_QUIET_MS : ANSWER_TOLD_MS;
    // The message of the last answer tells, once that cannot be taken back; it may leave by a clock that is ahead of this one.
    if (Math.max(...times) > ctx.now().getTime() - wait + UNDO_GRACE_MS) return;
    const { organizationId, jobId, candidateId } = request;
    await scorePairAnew(ctx, tx, { jobId, candidateId });
    const [scored] = await tx
      .select({ expected: matchResults.expected })
      .from(jobs)
      .innerJoin(
        matchResults,
        and(eq(matchResults.runId, jobs.currentRunId), eq(matchResults.candidateId, candidateId)),
      )
      .where(eq(jobs.id, jobId));
    await tx
      .update(factRequests)
      .set({ scoreAfter: scored?.expected ?? null })
      .where(eq(factRequests.batchId, batchId));
    const [person] = await tx
      .select({ versionId: candidates.currentVersionId })
      .from(candidates)
      .where(eq(candidates.id, candidateId));
    await enqueue(
      ctx,
      tx,
      'candidate-changed',
      { candidateId },
      { idempotencyKey: `fact-answered:${batchId}:${person?.versionId ?? ''}` },
    );
    const userId = await recruiterOf(tx, { organizationId, createdBy: request.requestedBy });
    if (userId === null) return;
    await notify(ctx, tx, {
      organizationId,
      to: { userId },
      event: 'fact_answered',
      about: `fact-answered:${batchId}`,
      data: { jobId, candidateId, factRequestId: batchId, count: times.length },
      channels: ['in_app', 'email'],
    });
  });
