import { eq } from 'drizzle-orm';
import { candidateFeatures, candidates } from '@/db/schema';
import type { OwnRows } from '@/domain/kernel/actor';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asCandidate } from '@/domain/kernel/transaction';
import type { Preferences } from '../schema';

/** Records which mails the person wants, and the zone and locale that times are told in. */
export const savePreferences = (ctx: Context, own: OwnRows, input: Preferences): Promise<Preferences> =>
  asCandidate(ctx, own, async (tx) => {
    const { mutedMails, timeZone, locale } = input;
    const [saved] = await tx
      .update(candidates)
      .set({ mutedMails, timeZone, locale, updatedAt: ctx.now() })
      .where(eq(candidates.id, own.candidateId))
      .returning({ organizationId: candidates.organizationId });
    if (saved === undefined) throw notFound('This person');
    await audit(ctx, tx, {
      organizationId: saved.organizationId ?? NO_ORGANIZATION,
      action: 'candidate.preferences_saved',
      entity: 'candidate',
      entityId: own.candidateId,
      data: { muted: mutedMails.length },
    });
    return input;
  });

/**
 * Lets every employer's jobs be matched with the person, or ends that: the pool is left in the same transaction, and
 * rankings that may not see them any more drop them with the message it enqueues. Saying the same twice changes nothing.
 */
export const setPoolConsent = (
  ctx: Context,
  own: OwnRows,
  input: { consent: boolean },
): Promise<{ consent: boolean }> =>
  asCandidate(ctx, own, async (tx) => {
    const [person] = await tx
      .select({ consentAt: candidates.poolConsentAt, organizationId: candidates.organizationId })
      .from(candidates)
      .where(eq(candidates.id, own.candidateId))
      .for('update');
    if (person === undefined) throw notFound('This person');
    if ((person.consentAt !== null) === input.consent) return input;
    await tx
      .update(candidates)
      .set({ poolConsentAt: input.consent ? ctx.now() : null, updatedAt: ctx.now() })
      .where(eq(candidates.id, own.candidateId));
    await tx
      .update(candidateFeatures)
      .set({ inPool: input.consent })
      .where(eq(candidateFeatures.candidateId, own.candidateId));
    await enqueue(ctx, tx, 'candidate-changed', { candidateId: own.candidateId });
    await audit(ctx, tx, {
      organizationId: person.organizationId ?? NO_ORGANIZATION,
      action: input.consent ? 'candidate.pool_joined' : 'candidate.pool_left',
      entity: 'candidate',
      entityId: own.candidateId,
    });
    return input;
  });
