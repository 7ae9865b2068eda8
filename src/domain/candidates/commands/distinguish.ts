import { and, eq, inArray } from 'drizzle-orm';
import { candidateDistinctions, candidates } from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { ownOrApplied } from '../queries';

/**
 * Records that two of the organisation's people, or who applied there, are two, so that they are not shown as a possible duplicate again;
 * `different` false takes that back. Saying the same twice changes nothing. Throws `not_found` for anybody else's people.
 */
export const distinguish = (
  ctx: Context,
  grant: Authorized<'candidate:write'>,
  input: { oneId: string; otherId: string; different: boolean },
): Promise<{ different: boolean }> =>
  asMember(ctx, grant, async (tx) => {
    const { organizationId } = grant;
    const [oneId = '', otherId = ''] = [input.oneId, input.otherId].toSorted();
    const people = await tx
      .select({ id: candidates.id })
      .from(candidates)
      .where(and(inArray(candidates.id, [oneId, otherId]), ownOrApplied(tx, organizationId)));
    if (people.length < 2) throw notFound('This person');
    if (input.different) {
      await tx
        .insert(candidateDistinctions)
        .values({ organizationId, oneId, otherId, at: ctx.now() })
        .onConflictDoNothing();
    } else {
      await tx
        .delete(candidateDistinctions)
        .where(and(eq(candidateDistinctions.oneId, oneId), eq(candidateDistinctions.otherId, otherId)));
    }
    await audit(ctx, tx, {
      organizationId,
      action: input.different ? 'candidate.distinguished' : 'candidate.distinction_undone',
      entity: 'candidate',
      entityId: oneId,
      data: { otherId },
    });
    return { different: input.different };
  });
