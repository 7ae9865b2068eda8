import { and, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import { factRequests } from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asMember } from '@/domain/kernel/transaction';
import { asksOf } from '../queries/asks';
import { loadPair } from '../queries/scored-pair';
import { keepReceipt } from '../receipts';
import {
  ASK_OPEN_MS,
  ASK_UNDO_MS,
  ASKED_AT_ONCE,
  UNDO_GRACE_MS,
  type Ask,
  type AskBlock,
  type Asks,
  type RequestedFacts,
} from '../schema/fact-request';

type Grant = Authorized<'candidacy:decide'>;

const BLOCKED: Record<AskBlock, string> = {
  job_closed: 'This job is not open, so nobody is asked for it.',
  withdrew: 'This person withdrew, so there is nothing to ask.',
  rejected: 'This person was rejected. Take that back first, then ask.',
  no_address: 'There is no address to write to. Fill in the answer when you know it.',
  muted: 'This person turned such mails off.',
  too_many: `${ASKED_AT_ONCE} questions to this person wait for an answer. Wait for one of them.`,
};

const HOUR_MS = 60 * 60 * 1000;
/** "just now", "3 h ago", "2 days ago". */
const since = (at: Date, now: Date): string => {
  const hours = Math.floor((now.getTime() - at.getTime()) / HOUR_MS);
  if (hours < 1) return 'just now';
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
};

const waits = (at: Date, now: Date): DomainError =>
  new DomainError('conflict', `This was asked ${since(at, now)}; the answer has not come yet.`);

const nothingMissing = (): DomainError => {
  const message = 'Nothing is missing here that this person could tell.';
  return new DomainError('invalid_input', message, { issues: [{ path: 'questionIds', message }] });
};

/** The question to ask, or why it is not asked. */
const checked = (ask: Ask | undefined, now: Date): Ask => {
  if (ask === undefined) throw nothingMissing();
  if (ask.state === 'asked' && ask.at !== null) throw waits(ask.at, now);
  if (ask.state === 'unsaid') throw new DomainError('conflict', 'This person prefers not to say.');
  if (ask.state === 'answered') throw new DomainError('conflict', 'This was answered already.');
  return ask;
};

const chosen = ({ blocked, waiting, questions }: Asks, ids: readonly string[], now: Date): Ask[] => {
  const wanted =
    ids.length === 0
      ? [questions.find(({ state }) => state === 'open')]
      : ids.map((id) => questions.find(({ questionId }) => questionId === id));
  const asks = wanted.map((ask) => checked(ask, now));
  if (blocked !== null) throw new DomainError('conflict', BLOCKED[blocked]);
  const room = ASKED_AT_ONCE - waiting;
  if (asks.length <= room) return asks;
  throw new DomainError(
    'conflict',
    `${waiting} of at most ${ASKED_AT_ONCE} questions to this person wait for an answer. Ask ${room} more at most.`,
  );
};

/**
 * Asks a person of a job's ranking for facts that are not known, in one mail; no `questionIds` asks the first. The mail leaves
 * once it cannot be taken back any more, from the platform, so that somebody masked stays it. All are asked or none. Throws
 * `not_found` for a pair that is not listed, `invalid_input` for what is known or no answer could settle, `conflict` when one
 * was asked already (it says since when) or the person cannot be asked.
 */
export const requestFacts = (
  ctx: Context,
  grant: Grant,
  input: { jobId: string; candidateId: string; questionIds: readonly string[] },
): Promise<RequestedFacts> =>
  asMember(ctx, grant, async (tx) => {
    const { organizationId, userId } = grant;
    const { jobId, candidateId } = input;
    const pair = { jobId, candidateId };
    // One at a time for a person and employer, so that the limit holds.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`ask:${organizationId}:${candidateId}`}, 0))`,
    );
    const found = await loadPair(tx, pair);
    if (found === undefined) throw notFound('This person');
    const now = ctx.now();
    const asks = chosen(await asksOf(ctx, tx, found), input.questionIds, now);
    const questionIds = asks.map(({ questionId }) => questionId);
    // Those that nobody answered in time make room for the next.
    await tx
      .update(factRequests)
      .set({ cancelledAt: now })
      .where(
        and(
          eq(factRequests.jobId, jobId),
          eq(factRequests.candidateId, candidateId),
          inArray(factRequests.questionId, questionIds),
          isNull(factRequests.answeredAt),
          isNull(factRequests.cancelledAt),
          lte(factRequests.requestedAt, new Date(now.getTime() - ASK_OPEN_MS)),
        ),
      );
    const batchId = ctx.newId();
    await tx.insert(factRequests).values(
      questionIds.map((questionId, index) => ({
        id: index === 0 ? batchId : ctx.newId(),
        batchId,
        organizationId,
        ...pair,
        questionId,
        requestedBy: userId,
        requestedAt: now,
        scoreBefore: found.result.expected,
      })),
    );
    await keepReceipt(ctx, tx, pair);
    await enqueue(
      ctx,
      tx,
      'fact-requested',
      { factRequestId: batchId },
      {
        idempotencyKey: `fact-requested:${batchId}`,
        notBefore: new Date(now.getTime() + ASK_UNDO_MS + 2 * UNDO_GRACE_MS),
      },
    );
    await audit(ctx, tx, {
      organizationId,
      action: 'fact_request.asked',
      entity: 'fact_request',
      entityId: batchId,
      data: { jobId, questions: questionIds.length },
    });
    return { batchId, asked: asks.map(({ questionId, label }) => ({ questionId, label })) };
  });

/** Takes the questions of a mail back before it leaves. Throws `not_found`, or `conflict` when it is too late. */
export const cancelFactRequests = (
  ctx: Context,
  grant: Grant,
  input: { batchId: string },
): Promise<{ batchId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const { batchId } = input;
    const now = ctx.now();
    const known = eq(factRequests.batchId, batchId);
    const cancelled = await tx
      .update(factRequests)
      .set({ cancelledAt: now })
      .where(
        and(
          known,
          isNull(factRequests.answeredAt),
          isNull(factRequests.cancelledAt),
          gt(factRequests.requestedAt, new Date(now.getTime() - ASK_UNDO_MS - UNDO_GRACE_MS)),
        ),
      )
      .returning({ id: factRequests.id });
    if (cancelled.length === 0) {
      const [row] = await tx
        .select({ cancelledAt: factRequests.cancelledAt })
        .from(factRequests)
        .where(known)
        .limit(1);
      if (row === undefined) throw notFound('This question');
      throw new DomainError(
        'conflict',
        row.cancelledAt === null
          ? 'The mail has left. No answer is needed, and none counts as zero.'
          : 'This question was taken back already.',
      );
    }
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'fact_request.cancelled',
      entity: 'fact_request',
      entityId: batchId,
    });
    return { batchId };
  });
