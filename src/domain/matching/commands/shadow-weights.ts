import { and, eq, isNull } from 'drizzle-orm';
import { weightDrafts, weightShadows } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { asAdmin } from '@/domain/kernel/transaction';
import { weightSetIssues } from '@/domain/scoring/weights';
import { nextNameOf } from '../queries/weights';
import { keepSet } from '../weights';
import { adminId } from './draft-weights';

const end = async (ctx: Context, tx: Transaction, endedBy: string, shadowId?: string) => {
  const ended = await tx
    .update(weightShadows)
    .set({ endedBy, endedAt: ctx.now() })
    .where(
      and(isNull(weightShadows.endedAt), shadowId === undefined ? undefined : eq(weightShadows.id, shadowId)),
    )
    .returning({ id: weightShadows.id });
  for (const { id } of ended) {
    const entry = { organizationId: NO_ORGANIZATION, entity: 'weight_shadow', entityId: id };
    await audit(ctx, tx, { ...entry, action: 'weights.shadow_ended' });
  }
  return ended;
};

/**
 * From now on each run is scored by the draft too, as it is kept now, and shown to nobody; another shadow ends. Throws `conflict`
 * when the draft is not the one that was seen, `invalid_input` when it may not rank people.
 */
export const startShadow = (
  ctx: Context,
  { revision }: { revision: number },
): Promise<{ shadowId: string }> =>
  asAdmin(ctx, async (tx) => {
    const startedBy = adminId(ctx.actor);
    const [draft] = await tx
      .select()
      .from(weightDrafts)
      .where(eq(weightDrafts.revision, revision))
      .for('update');
    if (draft === undefined)
      throw new DomainError('conflict', 'This draft changed meanwhile. Reload to see it.');
    const { factors } = draft;
    const [wrong] = weightSetIssues({ factors });
    if (wrong !== undefined) throw new DomainError('invalid_input', wrong.message);
    const name = `${await nextNameOf(tx)} draft`;
    const setHash = await keepSet(ctx, tx, { id: name, label: name, factors });
    await end(ctx, tx, startedBy);
    const shadowId = ctx.newId();
    await tx.insert(weightShadows).values({ id: shadowId, setHash, startedBy, startedAt: ctx.now() });
    await audit(ctx, tx, {
      organizationId: NO_ORGANIZATION,
      action: 'weights.shadow_started',
      entity: 'weight_shadow',
      entityId: shadowId,
      data: { setHash, name },
    });
    return { shadowId };
  });

/** Runs are no longer scored by it. Throws `not_found` when it ended already. */
export const endShadow = (ctx: Context, { shadowId }: { shadowId: string }): Promise<{ shadowId: string }> =>
  asAdmin(ctx, async (tx) => {
    const ended = await end(ctx, tx, adminId(ctx.actor), shadowId);
    if (ended.length === 0) throw notFound('This shadow');
    return { shadowId };
  });
