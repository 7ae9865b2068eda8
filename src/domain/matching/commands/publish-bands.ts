import type { z } from 'zod';
import { bandPublications } from '@/db/schema';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError } from '@/domain/kernel/errors';
import { asAdmin } from '@/domain/kernel/transaction';
import { bandsOf } from '../queries/bands';
import type { publishBandsSchema } from '../schema/bands';

/**
 * Puts calibrated bands, or the default ones, in use for every run that begins from now on; runs that were made keep theirs. Throws
 * `conflict` while decisions are missing, and when the bands or the publication are not those that were seen.
 */
export const publishBands = (
  ctx: Context,
  { kind, hash, expected, reason }: z.infer<typeof publishBandsSchema>,
): Promise<{ number: number }> =>
  asAdmin(ctx, async (tx) => {
    if (ctx.actor.kind !== 'admin') throw new DomainError('forbidden', 'Only a platform admin may do this.');
    const { calibrated, defaults, curve, decisions, missing, publications } = await bandsOf(tx);
    const bands = kind === 'default' ? defaults : calibrated;
    if (bands === null) {
      throw new DomainError(
        'conflict',
        `${missing} more decisions are needed before bands can be calibrated.`,
      );
    }
    if (bands.hash !== hash) {
      throw new DomainError(
        'conflict',
        'More was decided meanwhile and the bands moved. Look at them again.',
      );
    }
    const number = expected + 1;
    const points = kind === 'default' ? null : bands.points;
    const raced = new DomainError(
      'conflict',
      'Somebody published other bands meanwhile. Reload to see them.',
    );
    if ((publications[0]?.number ?? 0) !== expected) throw raced;
    const [published] = await tx
      .insert(bandPublications)
      .values({
        number,
        hash,
        points,
        curve,
        decisions,
        publishedBy: ctx.actor.userId,
        reason,
        publishedAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning();
    if (published === undefined) throw raced;
    await audit(ctx, tx, {
      organizationId: NO_ORGANIZATION,
      action: 'bands.published',
      entity: 'bands',
      entityId: hash,
      data: { number, kind, decisions, ...bands.points, reason },
    });
    return { number };
  });
