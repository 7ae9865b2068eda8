import { and, eq } from 'drizzle-orm';
import { candidacies, candidates, candidateTokens, factRequests, jobs } from '@/db/schema';
import { issueCandidateToken } from '@/domain/candidates/commands/tokens';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';

/**
 * Has the question mailed to its person, once, however often it is delivered. One that was taken back, or whose person
 * cannot be asked any more, is not; the latter counts as taken back.
 */
export const consumeFactRequested = (
  ctx: Context,
  { factRequestId }: { factRequestId: string },
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [found] = await tx
      .select({ request: factRequests, person: candidates, stage: candidacies.stage, jobState: jobs.state })
      .from(factRequests)
      .innerJoin(candidates, eq(candidates.id, factRequests.candidateId))
      .innerJoin(jobs, eq(jobs.id, factRequests.jobId))
      .innerJoin(
        candidacies,
        and(eq(candidacies.jobId, factRequests.jobId), eq(candidacies.candidateId, factRequests.candidateId)),
      )
      .where(eq(factRequests.id, factRequestId))
      .for('update', { of: factRequests });
    if (found === undefined) return;
    const { request, person, stage, jobState } = found;
    if (request.cancelledAt !== null || request.answeredAt !== null) return;
    const unreachable =
      person.email === null || person.mergedIntoId !== null || person.mutedMails.includes('fact_requested');
    if (unreachable || jobState !== 'open' || stage === 'withdrawn' || stage === 'rejected') {
      await tx.update(factRequests).set({ cancelledAt: ctx.now() }).where(eq(factRequests.id, factRequestId));
      return;
    }
    const [issued] = await tx
      .select({ id: candidateTokens.id })
      .from(candidateTokens)
      .where(
        and(
          eq(candidateTokens.candidateId, person.id),
          eq(candidateTokens.purpose, 'fact_request'),
          eq(candidateTokens.aboutId, factRequestId),
        ),
      );
    if (issued !== undefined) return;
    const about = { candidateId: person.id, purpose: 'fact_request' as const, aboutId: factRequestId };
    await issueCandidateToken(ctx, tx, about);
  });
