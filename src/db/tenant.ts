import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/neon-serverless';
import type { Authorized } from '@/domain/kernel/actor';
import { DEADLINES, type Database, type Transaction } from './client';

/** The database roles; each has its own row-level policies (`drizzle/*_tenancy.sql`). */
export type Scope =
  | { role: 'app_member'; organizationId: string; userId: string }
  /** Counts people by their facts: the organisation's own and the pool's, without saying who they are. */
  | { role: 'app_counter'; organizationId: string }
  | { role: 'app_auth' }
  | { role: 'app_person'; candidateId: string }
  | { role: 'app_public'; applicationId: string | null }
  | { role: 'app_worker' };

/** The scope of a member's grant: the only way to a tenant's rows. */
export const memberScope = (grant: Authorized): Scope => ({
  role: 'app_member',
  organizationId: grant.organizationId,
  userId: grant.userId,
});

/**
 * Runs `work` in a transaction under one database role. The settings are local to the transaction, so a pooled
 * connection carries nothing to the next user of it. Postgres ends a statement, and a transaction that lies idle, after the
 * times of `DEADLINES`; set here since a pooler takes no such settings with the connection.
 */
export const inScope = async <T>(
  db: Database,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  // Taken and given back here: drizzle keeps a connection on which `begin` fails, and an outage would use up the pool.
  const client = await db.$client.connect();
  try {
    return await drizzle(client).transaction(async (tx) => {
      const organization =
        scope.role === 'app_member' || scope.role === 'app_counter' ? scope.organizationId : '';
      const user = scope.role === 'app_member' ? scope.userId : '';
      const person = scope.role === 'app_person' ? scope.candidateId : '';
      const application = (scope.role === 'app_public' ? scope.applicationId : null) ?? '';
      await tx.execute(
        sql`select set_config('role', ${scope.role}, true), set_config('app.org', ${organization}, true),
          set_config('app.user', ${user}, true), set_config('app.person', ${person}, true),
          set_config('app.application', ${application}, true),
          set_config('statement_timeout', ${`${DEADLINES.statementMs}ms`}, true),
          set_config('idle_in_transaction_session_timeout', ${`${DEADLINES.idleMs}ms`}, true)`,
      );
      return work(tx);
    });
  } finally {
    client.release();
  }
};
