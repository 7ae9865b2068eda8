import { and, desc, eq, isNull } from 'drizzle-orm';
import { candidateMerges, candidates, users } from '@/db/schema';
import type { PersonMerge } from '@/domain/candidates/schema/duplicates';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { ownOrApplied } from '@/domain/candidates/queries';
import { blockedBy } from '../commands/undo-merge';

/** Who was merged into a person of the organisation and still is, the newest first. Throws `not_found`. */
export const listMerges = (
  ctx: Context,
  grant: Authorized<'candidate:read'>,
  input: { candidateId: string },
): Promise<PersonMerge[]> =>
  asMember(ctx, grant, async (tx) => {
    const [kept] = await tx
      .select({ mergedIntoId: candidates.mergedIntoId })
      .from(candidates)
      .where(and(eq(candidates.id, input.candidateId), ownOrApplied(tx, grant.organizationId)));
    if (kept === undefined) throw notFound('This person');
    const rows = await tx
      .select({
        merge: candidateMerges,
        name: candidates.name,
        email: candidates.email,
        mergedBy: users.name,
      })
      .from(candidateMerges)
      .innerJoin(candidates, eq(candidates.id, candidateMerges.mergedId))
      .leftJoin(users, eq(users.id, candidateMerges.mergedBy))
      .where(
        and(
          eq(candidateMerges.organizationId, grant.organizationId),
          eq(candidateMerges.keptId, input.candidateId),
          isNull(candidateMerges.undoneAt),
        ),
      )
      .orderBy(desc(candidateMerges.mergedAt), desc(candidateMerges.id));
    return rows.map(({ merge, name, email, mergedBy }, index) => ({
      mergeId: merge.id,
      mergedName: name,
      mergedEmail: email,
      mergedAt: merge.mergedAt,
      mergedBy,
      blocked: blockedBy(kept, index === 0),
    }));
  });
