import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { Actor } from './actor';
import type { Context } from './context';

/** The organisation of what belongs to none. */
export const NO_ORGANIZATION = '00000000-0000-0000-0000-000000000000';

export interface AuditEntry {
  organizationId: string;
  /** `<entity>.<verb in the past>`, such as `job.published`. */
  action: string;
  entity: string;
  entityId: string;
  /** Ids, states and counts; never personal data. */
  data?: Record<string, string | number | boolean | null>;
}

const actorName = (actor: Actor): string => {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'candidate':
      return `candidate:${actor.candidateId}`;
    case 'worker':
      return `worker:${actor.name}`;
    case 'member':
    case 'user':
    case 'admin':
      return `user:${actor.userId}`;
  }
};

/**
 * Appends to the organisation's chained audit log in the caller's transaction. Call it last: it holds the chain's
 * lock until the commit.
 */
export const audit = async (
  ctx: Pick<Context, 'actor' | 'now'>,
  tx: Transaction,
  entry: AuditEntry,
): Promise<void> => {
  await tx.execute(
    sql`select app_audit(${entry.organizationId}::uuid, ${ctx.now().toISOString()}::timestamptz, ${actorName(ctx.actor)},
      ${entry.action}, ${entry.entity}, ${entry.entityId}, ${JSON.stringify(entry.data ?? {})}::jsonb)`,
  );
};
