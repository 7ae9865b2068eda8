import { and, eq, inArray, isNull } from 'drizzle-orm';
import { candidacies, candidates, candidateTokens, factRequests, jobs } from '@/db/schema';
import { issueCandidateToken } from '@/domain/candidates/commands/tokens';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';

/**
 * Has a mail's questions sent to their person, once, however often it is delivered. Those that were taken back, or whose person
 * cannot be asked any more, are not; the latter count as taken back. `factRequestId` names the batch.
 */
export const consumeFactRequested = (
  ctx: Context,
  { factRequestId: batchId }: { factRequestId: string },
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const rows = await tx
      .select({ request: factRequests, person: candidates, stage: candidacies.stage, jobState: jobs.state })
      .from(factRequests)
      .innerJoin(candidates, eq(candidates.id, factRequests.candidateId))
      .innerJoin(jobs, eq(jobs.id, factRequests.jobId))
      .innerJoin(
        candidacies,
        and(eq(candidacies.jobId, factRequests.jobId), eq(candidacies.candidateId, factRequests.candidateId)),
      )
      .where(
        and(
          eq(factRequests.batchId, batchId),
          isNull(factRequests.cancelledAt),
          isNull(factRequests.answeredAt),
        ),
      )
      .for('update', { of: factRequests });
    const [first] = rows;
    if (first === undefined) return;
    const { person, stage, jobState } = first;
    const unreachable =
      person.email === null || person.mergedIntoId !== null || person.mutedMails.includes('fact_requested');
    if (unreachable || jobState !== 'open' || stage === 'withdrawn' || stage === 'rejected') {
      const ids = rows.map(({ request }) => request.id);
      await tx.update(factRequests).set({ cancelledAt: ctx.now() }).where(inArray(factRequests.id, ids));
      return;
    }
    const about = { candidateId: person.id, purpose: 'fact_request' as const, aboutId: batchId };
    const [issued] = await tx
      .select({ id: candidateTokens.id })
      .from(candidateTokens)
      .where(
        and(
          eq(candidateTokens.candidateId, about.candidateId),
          eq(candidateTokens.purpose, about.purpose),
          eq(candidateTokens.aboutId, about.aboutId),
        ),
      );
    if (issued === undefined) await issueCandidateToken(ctx, tx, about);
  });
