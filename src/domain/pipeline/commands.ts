import { and, desc, eq } from 'drizzle-orm';
import { candidacies, candidates, stageEvents } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { refuseMerged } from '@/domain/candidates/commands';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { forgetRankings } from '@/domain/matching/kept-rankings';
import { keepReceipt } from './receipts';
import type { Decision, Moved, RejectReason, Stage } from './schema';

type Grant = Authorized<'candidacy:decide'>;
type Candidacy = typeof candidacies.$inferSelect;

/** Stages in which a person of the pool is masked; everybody else applied or was brought by the organisation. */
const MASKED: readonly Stage[] = ['new', 'rejected', 'withdrawn'];

const unmaskedAt = (candidacy: Candidacy, to: Stage, now: Date): Date | null => {
  if (candidacy.source !== 'matched') return candidacy.unmaskedAt;
  return MASKED.includes(to) ? null : (candidacy.unmaskedAt ?? now);
};

const place = async (
  ctx: Context,
  tx: Transaction,
  grant: Grant,
  candidacy: Candidacy,
  move: { to: Stage; reason: RejectReason | null; note: string | null; undoes: string | null },
): Promise<Moved> => {
  const now = ctx.now();
  const eventId = ctx.newId();
  await tx
    .update(candidacies)
    .set({
      stage: move.to,
      rejectReason: move.to === 'rejected' ? move.reason : null,
      stageSince: now,
      unmaskedAt: unmaskedAt(candidacy, move.to, now),
    })
    .where(eq(candidacies.id, candidacy.id));
  await tx.insert(stageEvents).values({
    id: eventId,
    organizationId: grant.organizationId,
    candidacyId: candidacy.id,
    from: candidacy.stage,
    ...move,
    userId: grant.userId,
    at: now,
  });
  forgetRankings(tx, [candidacy]);
  await keepReceipt(ctx, tx, candidacy);
  await audit(ctx, tx, {
    organizationId: grant.organizationId,
    action: move.undoes === null ? `candidacy.${move.to}` : 'candidacy.undone',
    entity: 'candidacy',
    entityId: candidacy.id,
    data: { from: candidacy.stage, to: move.to, reason: move.reason },
  });
  return { eventId, candidateId: candidacy.candidateId, from: candidacy.stage, to: move.to };
};

/**
 * Moves a person to a stage of a job: shortlists, rejects (with the reason a person chose), advances or takes back.
 * Moving to the stage they are in changes nothing and throws `conflict`, and so does moving who withdrew; a pair that was
 * never listed is `not_found`.
 */
export const moveCandidacy = (
  ctx: Context,
  grant: Grant,
  input: {
    jobId: string;
    candidateId: string;
    to: Decision;
    reason: RejectReason | null;
    note: string | null;
  },
): Promise<Moved> =>
  asMember(ctx, grant, async (tx) => {
    const [candidacy] = await tx
      .select()
      .from(candidacies)
      .where(and(eq(candidacies.jobId, input.jobId), eq(candidacies.candidateId, input.candidateId)))
      .for('update');
    if (candidacy === undefined) throw notFound('This person');
    const [person] = await tx
      .select({ mergedIntoId: candidates.mergedIntoId })
      .from(candidates)
      .where(eq(candidates.id, input.candidateId));
    if (person === undefined) throw notFound('This person');
    refuseMerged(person);
    if (candidacy.stage === 'withdrawn') {
      throw new DomainError(
        'conflict',
        'This person withdrew. They may apply again; until then they stay there.',
      );
    }
    if (candidacy.stage === input.to) {
      throw new DomainError('conflict', 'Somebody already moved this person there.');
    }
    const { to, reason, note } = input;
    return place(ctx, tx, grant, candidacy, { to, reason, note, undoes: null });
  });

type StageEvent = typeof stageEvents.$inferSelect;

/** The newest move that still stands: neither one that takes another back, nor one that was taken back. Newest first. */
const standing = (events: readonly StageEvent[]): StageEvent | undefined => {
  const undone = new Set<string>();
  return events.find(({ id, undoes }) => {
    if (undone.has(id)) return false;
    if (undoes !== null) undone.add(undoes);
    return undoes === null;
  });
};

/**
 * Takes a move back: the newest, or the newest that still stands, so that one step after the other can be taken back.
 * Throws `conflict` when the person was moved again since, or the move was already taken back.
 */
export const undoMove = (ctx: Context, grant: Grant, input: { eventId: string }): Promise<Moved> =>
  asMember(ctx, grant, async (tx) => {
    const [event] = await tx.select().from(stageEvents).where(eq(stageEvents.id, input.eventId));
    if (event === undefined) throw notFound('This move');
    const [candidacy] = await tx
      .select()
      .from(candidacies)
      .where(eq(candidacies.id, event.candidacyId))
      .for('update');
    if (candidacy === undefined) throw notFound('This move');
    const events = await tx
      .select()
      .from(stageEvents)
      .where(eq(stageEvents.candidacyId, event.candidacyId))
      .orderBy(desc(stageEvents.at), desc(stageEvents.id));
    if (events[0]?.id !== event.id && standing(events)?.id !== event.id) {
      throw new DomainError('conflict', 'This person was moved again since.');
    }
    const before = events.slice(events.findIndex(({ id }) => id === event.id) + 1);
    return place(ctx, tx, grant, candidacy, {
      to: event.from,
      reason: event.from === 'rejected' ? (before.find(({ to }) => to === 'rejected')?.reason ?? null) : null,
      note: null,
      undoes: event.id,
    });
  });
