import { and, eq, isNull, sql } from 'drizzle-orm';
import { candidates } from '@/db/schema';
import type { Transaction } from '@/db/client';

/**
 * Id of the person with this address among an organisation's own people (null: among people of their own), or undefined.
 * The address stays locked until the commit: two files, rows or applications of one new person, taken in at once, find
 * each other.
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
  const [row] = await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(owner, eq(candidates.email, email), isNull(candidates.mergedIntoId)));
  return row?.id;
};
