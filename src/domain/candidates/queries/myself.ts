import { eq } from 'drizzle-orm';
import { candidates, organizations } from '@/db/schema';
import type { OwnRows } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asCandidate } from '@/domain/kernel/transaction';
import type { Myself } from '../schema';

/** The person whose portal it is. Throws `not_found` when they were erased since. */
export const getMyself = (ctx: Context, own: OwnRows): Promise<Myself> =>
  asCandidate(ctx, own, async (tx) => {
    const [row] = await tx
      .select({ person: candidates, organization: organizations.name })
      .from(candidates)
      .leftJoin(organizations, eq(organizations.id, candidates.organizationId))
      .where(eq(candidates.id, own.candidateId));
    if (row === undefined) throw notFound('This person');
    const { name, email, timeZone, locale } = row.person;
    return { name, email, timeZone, locale, broughtBy: row.organization };
  });
