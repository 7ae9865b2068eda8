import { inScope, memberScope, type Scope } from '@/db/tenant';
import type { Transaction } from '@/db/client';
import { requireAdmin, requireWorker, type Authorized, type OwnRows } from './actor';
import type { Context } from './context';
import { queryFailure } from './query-failure';

const afterwards = new WeakMap<Transaction, (() => Promise<void>)[]>();

/**
 * Has `effect` run once the transaction is committed, before the verb that began it answers; never after a rollback, nor when the
 * process dies in between. For what a later read can do without. It must not throw.
 */
export const afterCommit = (tx: Transaction, effect: () => Promise<void>): void => {
  afterwards.set(tx, [...(afterwards.get(tx) ?? []), effect]);
};

/** Joins the open transaction, or begins one, whose failure then tells no values (see `queryFailure`). */
const run = async <T>(
  ctx: Pick<Context, 'db' | 'tx'>,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  if (ctx.tx !== undefined) return work(ctx.tx);
  let begun: Transaction | undefined;
  let result: T;
  try {
    result = await inScope(ctx.db, scope, (tx) => {
      begun = tx;
      return work(tx);
    });
  } catch (error) {
    throw queryFailure(error, begun !== undefined);
  }
  const effects = (begun && afterwards.get(begun)) ?? [];
  await Promise.all(effects.map((effect) => effect()));
  return result;
};

/** A transaction on the rows of the grant's organisation; joins `ctx.tx` when one is open. */
export const asMember = <T>(
  ctx: Context,
  grant: Authorized,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => run(ctx, memberScope(grant), work);

/**
 * A transaction on the facts, and nothing else, of whom the grant's organisation may have ranked: its own people and the
 * pool. For counting only: facts of people whom it may not see yet must not leave as such.
 */
export const asCounter = <T>(
  ctx: Pick<Context, 'db'>,
  { organizationId }: Authorized<'match:read'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => run({ db: ctx.db, tx: undefined }, { role: 'app_counter', organizationId }, work);

/** A transaction on a candidate's own rows; joins `ctx.tx` when one is open. */
export const asCandidate = <T>(
  ctx: Context,
  grant: OwnRows,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => run(ctx, { role: 'app_person', candidateId: grant.candidateId }, work);

/** A transaction on what anybody may read: the public board. */
export const asPublic = <T>(
  ctx: Pick<Context, 'db' | 'tx'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => run(ctx, { role: 'app_public', applicationId: null }, work);

/** A transaction on the board and one application draft, for whoever showed that draft's key. */
export const asApplicant = <T>(
  ctx: Context,
  proved: { applicationId: string },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => run(ctx, { role: 'app_public', applicationId: proved.applicationId }, work);

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
