import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { candidates } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { standingId } from './standing';

/**
 * Id of the person with this address among an organisation's own people (null: among people of their own), or undefined. An
 * address of somebody who was merged is the one of the person they are now.
 * The address stays locked until the commit, and so does the person: two files, rows or applications of one new person,
 * taken in at once, find each other, and nobody is merged while they are told more of.
 */
export const personByEmail = async (
  tx: Transaction,
  organizationId: string | null,
  address: string,
): Promise<string | undefined> => {
  const email = address.toLowerCase();
  const key = `person:${organizationId ?? ''}:${email}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const owner =
    organizationId === null
      ? isNull(candidates.organizationId)
      : eq(candidates.organizationId, organizationId);
  const hasAddress = and(owner, eq(candidates.email, email));
  const [row] = await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(hasAddress, isNull(candidates.mergedIntoId)))
    .for('update');
  if (row !== undefined) return row.id;
  const [merged] = await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(hasAddress, isNotNull(candidates.mergedIntoId)))
    .orderBy(desc(candidates.updatedAt))
    .limit(1);
  const standing = merged === undefined ? null : await lockStanding(tx, merged.id);
  return standing ?? undefined;
};

/** Whom the person turned out to be, locked; asked again when that one was merged while we waited for the lock. */
const lockStanding = async (tx: Transaction, candidateId: string): Promise<string | null> => {
  const id = await standingId(tx, candidateId);
  if (id === null) return null;
  const [locked] = await tx
    .select({ mergedIntoId: candidates.mergedIntoId })
    .from(candidates)
    .where(eq(candidates.id, id))
    .for('update');
  return locked?.mergedIntoId == null ? id : lockStanding(tx, id);
};
