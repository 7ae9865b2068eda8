import { inScope, memberScope, type Scope } from '@/db/tenant';
import type { Transaction } from '@/db/client';
import { requireAdmin, requireWorker, type Authorized } from './actor';
import type { Context } from './context';
import { queryFailure } from './query-failure';

/** Joins the open transaction, or begins one, whose failure then tells no values (see `queryFailure`). */
const run = async <T>(
  ctx: Pick<Context, 'db' | 'tx'>,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  if (ctx.tx !== undefined) return work(ctx.tx);
  let begun = false;
  try {
    return await inScope(ctx.db, scope, (tx) => {
      begun = true;
      return work(tx);
    });
  } catch (error) {
    throw queryFailure(error, begun);
  }
};

/** A transaction on the rows of the grant's organisation; joins `ctx.tx` when one is open. */
export const asMember = <T>(
  ctx: Context,
  grant: Authorized,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => run(ctx, memberScope(grant), work);

/** A transaction across organisations, for consumers and schedules only. Throws `forbidden` for any other actor. */
export const asWorker = <T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  requireWorker(ctx.actor);
  return run(ctx, { role: 'app_worker' }, work);
};

/** A transaction across organisations for a platform admin. Throws `forbidden` for any other actor. */
export const asAdmin = <T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  requireAdmin(ctx.actor);
  return run(ctx, { role: 'app_worker' }, work);
};

/** A transaction on accounts alone: sign-up, sign-in and sessions, before any organisation is known. */
export const asAuth = <T>(
  ctx: Pick<Context, 'db' | 'tx'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => run(ctx, { role: 'app_auth' }, work);
