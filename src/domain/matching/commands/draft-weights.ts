import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { weightDrafts } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { publishedSets } from '@/domain/jobs/queries/weights';
import type { Actor } from '@/domain/kernel/actor';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { asAdmin } from '@/domain/kernel/transaction';
import { draftOf, nextNameOf, namedSet, publicationsOf } from '../queries/weights';
import type {
  publishWeightsSchema,
  rollBackWeightsSchema,
  saveWeightDraftSchema,
  WeightDraftView,
} from '../schema/weights';
import { keepSet } from '../weights';
import { putInUse } from './publish-weights';

/** Whose name a step goes by. */
export const adminId = (actor: Actor): string => {
  if (actor.kind !== 'admin') throw new DomainError('forbidden', 'Only a platform admin may do this.');
  return actor.userId;
};

const draftAudit = (ctx: Context, tx: Transaction, action: string, data: Record<string, number>) =>
  audit(ctx, tx, {
    organizationId: NO_ORGANIZATION,
    action,
    entity: 'weight_draft',
    entityId: '1',
    data,
  });

const raced = async (tx: Transaction): Promise<DomainError> => {
  const theirs = await draftOf(tx);
  return new DomainError(
    'conflict',
    theirs === null
      ? 'This draft was published or discarded meanwhile. Reload to see what is in use.'
      : `${theirs.updatedBy} changed this draft meanwhile. Reload to see it.`,
  );
};

/**
 * Saves the draft over the revision that was seen, whatever its sum; `revision` null begins one. Throws `conflict` when somebody
 * saved, published or discarded it meanwhile.
 */
export const saveWeightDraft = (
  ctx: Context,
  { revision, factors }: z.infer<typeof saveWeightDraftSchema>,
): Promise<WeightDraftView> =>
  asAdmin(ctx, async (tx) => {
    const updatedBy = adminId(ctx.actor);
    const [inUse] = await publicationsOf(tx);
    const values = { factors, updatedBy, updatedAt: ctx.now() };
    const [saved] =
      revision === null
        ? await tx
            .insert(weightDrafts)
            .values({ ...values, overNumber: inUse?.number ?? 0 })
            .onConflictDoNothing()
            .returning()
        : await tx
            .update(weightDrafts)
            .set({ ...values, revision: sql`${weightDrafts.revision} + 1` })
            .where(eq(weightDrafts.revision, revision))
            .returning();
    const view = await draftOf(tx);
    if (saved === undefined || view === null) throw await raced(tx);
    if (revision === null) await draftAudit(ctx, tx, 'weights.draft_begun', { over: saved.overNumber });
    return view;
  });

/** Throws the draft away. Throws `conflict` when it is not the one that was seen. */
export const discardWeightDraft = (
  ctx: Context,
  { revision }: { revision: number },
): Promise<{ revision: number }> =>
  asAdmin(ctx, async (tx) => {
    const gone = await tx.delete(weightDrafts).where(eq(weightDrafts.revision, revision)).returning();
    if (gone.length === 0) throw await raced(tx);
    await draftAudit(ctx, tx, 'weights.draft_discarded', { revision });
    return { revision };
  });

/**
 * Publishes the draft for a reason; a draft that equals a set that has a name puts that one in use. Throws `conflict` when draft
 * or weights in use are not those that were seen or do not differ, `invalid_input` for weights that may not rank people.
 */
export const publishWeightDraft = (
  ctx: Context,
  { revision, expected, reason }: z.infer<typeof publishWeightsSchema>,
): Promise<{ number: number; jobs: number }> =>
  asAdmin(ctx, async (tx) => {
    const publishedBy = adminId(ctx.actor);
    const [draft] = await tx
      .delete(weightDrafts)
      .where(and(eq(weightDrafts.id, 1), eq(weightDrafts.revision, revision)))
      .returning();
    if (draft === undefined) throw await raced(tx);
    const published = await publishedSets(tx);
    const known = await namedSet(tx, draft.factors);
    if (known !== undefined && known.hash === published[0]?.hash) {
      throw new DomainError('conflict', 'This draft is the same as what is in use.');
    }
    const id = await nextNameOf(tx);
    const setHash =
      known?.hash ?? (await keepSet(ctx, tx, { id, label: `Weights ${id}`, factors: draft.factors }));
    return putInUse(ctx, tx, { setHash, reason, expected, publishedBy, action: 'weights.published' });
  });

/** Puts the set of an earlier publication in use again. Throws `not_found`, and `conflict` as publishing does. */
export const rollBackWeights = (
  ctx: Context,
  { number, expected, reason }: z.infer<typeof rollBackWeightsSchema>,
): Promise<{ number: number; jobs: number }> =>
  asAdmin(ctx, async (tx) => {
    const publishedBy = adminId(ctx.actor);
    const publications = await publicationsOf(tx);
    const earlier = publications.find((publication) => publication.number === number);
    if (earlier === undefined) throw notFound('This publication');
    if (earlier.hash === publications[0]?.hash) {
      throw new DomainError('conflict', 'These weights are in use already.');
    }
    const setHash = earlier.hash;
    return putInUse(ctx, tx, { setHash, reason, expected, publishedBy, action: 'weights.rolled_back' });
  });
