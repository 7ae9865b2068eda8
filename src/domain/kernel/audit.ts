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
  /** Ids, states, counts, and a reason that was asked for; never personal data. */
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
export const audit = (
  ctx: Pick<Context, 'actor' | 'now'>,
  tx: Transaction,
  entry: AuditEntry,
): Promise<void> => auditAll(ctx, tx, [entry]);

/** The same for several entries, in one statement: chain by chain in the order of organisations, so that two of them never cross. */
export const auditAll = async (
  ctx: Pick<Context, 'actor' | 'now'>,
  tx: Transaction,
  entries: readonly AuditEntry[],
): Promise<void> => {
  if (entries.length === 0) return;
  const rows = entries.map(({ organizationId, action, entity, entityId, data = {} }, number) => ({
    number,
    organization_id: organizationId,
    action,
    entity,
    entity_id: entityId,
    data,
  }));
  await tx.execute(sql`
    select app_audit(organization_id, ${ctx.now().toISOString()}::timestamptz, ${actorName(ctx.actor)}, action, entity,
      entity_id, data)
    from (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entries
        (number int, organization_id uuid, action text, entity text, entity_id text, data jsonb)
      order by organization_id, number
    ) ordered`);
};
