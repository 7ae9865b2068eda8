import { and, eq, sql } from 'drizzle-orm';
import { memberships, users } from '@/db/schema';
import type { Transaction } from '@/db/client';

/** Who is told about a job: its author while an active member, else an owner; null when there is neither. */
export const recruiterOf = async (
  tx: Transaction,
  job: { organizationId: string; createdBy: string },
): Promise<string | null> => {
  const members = await tx
    .select({ id: users.id, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organizationId, job.organizationId), sql`${users.disabledAt} is null`));
  const author = members.find((member) => member.id === job.createdBy);
  return (author ?? members.find((member) => member.role === 'owner'))?.id ?? null;
};
