import { and, desc, eq } from 'drizzle-orm';
import { candidacies, stageEvents } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { OwnRows } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError } from '@/domain/kernel/errors';
import { enqueue, enqueueAll } from '@/domain/kernel/outbox';
import { asCandidate } from '@/domain/kernel/transaction';
import { forgetRankings } from '@/domain/matching/kept-rankings';
import { ownCandidacy } from '../queries/own-candidacies';
import type { Stage } from '../schema';
import { WITHDRAWAL_UNDO_MS } from '../schema/own-candidacy';

/** What the browser's ten seconds may lag behind ours; nobody is told before it is over. */
const GRACE_MS = 2_000;

type Candidacy = typeof candidacies.$inferSelect;

/** Places the candidacy where nobody else has moved it since it was read; the person's own move names no user. */
const place = async (
  ctx: Context,
  tx: Transaction,
  candidacy: Candidacy,
  to: Stage,
  undoes: string | null,
): Promise<void> => {
  const at = ctx.now();
  const moved = await tx
    .update(candidacies)
    .set({ stage: to, stageSince: at })
    .where(and(eq(candidacies.id, candidacy.id), eq(candidacies.stage, candidacy.stage)))
    .returning({ id: candidacies.id });
  if (moved.length === 0)
    throw new DomainError('conflict', 'This has changed meanwhile. Load the page again.');
  forgetRankings(tx, [candidacy]);
  const { id: candidacyId, organizationId, stage: from } = candidacy;
  await tx
    .insert(stageEvents)
    .values({ id: ctx.newId(), organizationId, candidacyId, from, to, undoes, userId: null, at });
};

/**
 * Withdraws the person's application. The employer is told, and the ranking leaves them out, once it cannot be taken back
 * any more. Throws `not_found` for another person's application, `conflict` for one that ended already.
 */
export const withdraw = (
  ctx: Context,
  own: OwnRows,
  input: { candidacyId: string },
): Promise<{ candidacyId: string }> =>
  asCandidate(ctx, own, async (tx) => {
    const { row } = await ownCandidacy(tx, own, input.candidacyId);
    if (row.stage === 'withdrawn') throw new DomainError('conflict', 'You withdrew already.');
    if (row.stage === 'rejected' || row.stage === 'hired') {
      throw new DomainError('conflict', 'This application has ended; there is nothing to withdraw.');
    }
    await place(ctx, tx, row, 'withdrawn', null);
    const notBefore = new Date(ctx.now().getTime() + WITHDRAWAL_UNDO_MS + GRACE_MS);
    await enqueueAll(ctx, tx, [
      { topic: 'application-withdrawn', payload: { candidacyId: row.id }, notBefore },
      { topic: 'candidate-changed', payload: { candidateId: own.candidateId }, notBefore },
    ]);
    await audit(ctx, tx, {
      organizationId: row.organizationId,
      action: 'candidacy.withdrawn',
      entity: 'candidacy',
      entityId: row.id,
      data: { from: row.stage },
    });
    return input;
  });

/**
 * Takes a withdrawal back, to the stage it was made in. Throws `conflict` when it is no withdrawal, or the employer has
 * been told meanwhile.
 */
export const undoWithdrawal = (
  ctx: Context,
  own: OwnRows,
  input: { candidacyId: string },
): Promise<{ candidacyId: string }> =>
  asCandidate(ctx, own, async (tx) => {
    const { row } = await ownCandidacy(tx, own, input.candidacyId);
    const [last] = await tx
      .select({ id: stageEvents.id, from: stageEvents.from, at: stageEvents.at })
      .from(stageEvents)
      .where(eq(stageEvents.candidacyId, row.id))
      .orderBy(desc(stageEvents.at), desc(stageEvents.id))
      .limit(1);
    if (row.stage !== 'withdrawn' || last === undefined) {
      throw new DomainError('conflict', 'You have not withdrawn.');
    }
    if (ctx.now().getTime() - last.at.getTime() > WITHDRAWAL_UNDO_MS + GRACE_MS) {
      throw new DomainError('conflict', 'The employer has been told. You can apply again.');
    }
    await place(ctx, tx, row, last.from, last.id);
    // A run of the meantime left them out.
    await enqueue(ctx, tx, 'candidate-changed', { candidateId: own.candidateId });
    await audit(ctx, tx, {
      organizationId: row.organizationId,
      action: 'candidacy.undone',
      entity: 'candidacy',
      entityId: row.id,
      data: { from: 'withdrawn', to: last.from },
    });
    return input;
  });
