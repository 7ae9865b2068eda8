import { and, eq } from 'drizzle-orm';
import { factRequests, jobs, matchResults } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { scorePairAnew } from '@/domain/matching/patch';
import { notify } from '../commands/notify';
import { recruiterOf } from '../queries/recruiter';

/**
 * Tells whoever asked (an owner once they have left) that the answer is in, once a question. The pair is scored first, in
 * the same transaction, so that the notice never tells an older score, whichever message comes first; a later change of
 * the answer brings the score of the notice up to date.
 */
export const consumeFactAnswered = (
  ctx: Context,
  { factRequestId }: { factRequestId: string },
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const asked = eq(factRequests.id, factRequestId);
    const [request] = await tx.select().from(factRequests).where(asked);
    if (request === undefined || request.answeredAt === null) return;
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
      .where(asked);
    const userId = await recruiterOf(tx, { organizationId, createdBy: request.requestedBy });
    if (userId === null) return;
    await notify(ctx, tx, {
      organizationId,
      to: { userId },
      event: 'fact_answered',
      about: `fact-answered:${factRequestId}`,
      data: { jobId, candidateId, factRequestId, count: 1 },
      channels: ['in_app', 'email'],
    });
  });
