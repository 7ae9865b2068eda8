import { eq } from 'drizzle-orm';
import { candidates } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';

/** Merges in a row that are followed; nobody merges one person into that many. */
const MOST_STEPS = 20;

/**
 * Id of the person whom somebody turned out to be, over however many merges; the same id for whoever was not merged, null
 * for nobody.
 */
export const standingId = async (tx: Transaction, candidateId: string): Promise<string | null> => {
  let id = candidateId;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [row] = await tx
      .select({ mergedIntoId: candidates.mergedIntoId })
      .from(candidates)
      .where(eq(candidates.id, id));
    if (row === undefined) return null;
    if (row.mergedIntoId === null) return id;
    id = row.mergedIntoId;
  }
  return null;
};

/** Where an old link to a person leads now. Throws `not_found` for a person whom the organisation may not see. */
export const getStanding = (
  ctx: Context,
  grant: Authorized<'candidate:read'>,
  input: { candidateId: string },
): Promise<{ candidateId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const candidateId = await standingId(tx, input.candidateId);
    if (candidateId === null) throw notFound('This person');
    return { candidateId };
  });
