import { and, eq, isNull } from 'drizzle-orm';
import { contests, jobs } from '@/db/schema';
import type { Authorized, OwnRows } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asCandidate, asMember } from '@/domain/kernel/transaction';
import type { Factor } from '@/domain/scoring/schema';
import { ownCandidacy } from '../queries/own-candidacies';
import { keepReceipt } from '../receipts';
import type { CONTEST_OUTCOMES } from '../schema';

/**
 * Contests what the ranking says of the person, one factor or the whole: a person of the employer's must answer. Throws
 * `not_found` for another person's application, `conflict` while one is open for the same job or after withdrawing.
 */
export const openContest = (
  ctx: Context,
  own: OwnRows,
  input: { candidacyId: string; factor: Factor | null; message: string },
): Promise<{ contestId: string }> =>
  asCandidate(ctx, own, async (tx) => {
    const { row } = await ownCandidacy(tx, own, input.candidacyId);
    if (row.stage === 'withdrawn') {
      throw new DomainError(
        'conflict',
        'You withdrew from this job, so nobody there looks at the score any more.',
      );
    }
    const { organizationId, jobId } = row;
    const pair = { jobId, candidateId: own.candidateId };
    const [job] = await tx.select({ runId: jobs.currentRunId }).from(jobs).where(eq(jobs.id, jobId));
    const id = ctx.newId();
    const added = await tx
      .insert(contests)
      .values({
        id,
        organizationId,
        ...pair,
        factor: input.factor,
        message: input.message,
        runId: job?.runId ?? null,
        openedAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: contests.id });
    if (added.length === 0) {
      throw new DomainError('conflict', 'One is open already for this job; a person there answers it first.');
    }
    await keepReceipt(ctx, tx, pair);
    await enqueue(ctx, tx, 'contest-opened', { contestId: id }, { idempotencyKey: `contest-opened:${id}` });
    await audit(ctx, tx, {
      organizationId,
      action: 'contest.opened',
      entity: 'contest',
      entityId: id,
      data: { jobId, factor: input.factor },
    });
    return { contestId: id };
  });

/**
 * Answers a contest in words: something was corrected, or why the score stands. Throws `not_found` for one of another
 * organisation, `conflict` for one that somebody answered before.
 */
export const answerContest = (
  ctx: Context,
  grant: Authorized<'candidacy:decide'>,
  input: { contestId: string; outcome: (typeof CONTEST_OUTCOMES)[number]; answer: string },
): Promise<{ contestId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const { contestId, outcome, answer } = input;
    const [answered] = await tx
      .update(contests)
      .set({ outcome, answer, answeredBy: grant.userId, answeredAt: ctx.now() })
      .where(and(eq(contests.id, contestId), isNull(contests.answeredAt)))
      .returning({ jobId: contests.jobId, candidateId: contests.candidateId });
    if (answered === undefined) {
      const [known] = await tx.select({ id: contests.id }).from(contests).where(eq(contests.id, contestId));
      if (known === undefined) throw notFound('This contest');
      throw new DomainError('conflict', 'Somebody answered this already.');
    }
    await keepReceipt(ctx, tx, answered);
    await enqueue(
      ctx,
      tx,
      'contest-answered',
      { contestId },
      { idempotencyKey: `contest-answered:${contestId}` },
    );
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'contest.answered',
      entity: 'contest',
      entityId: contestId,
      data: { jobId: answered.jobId, outcome },
    });
    return { contestId };
  });
