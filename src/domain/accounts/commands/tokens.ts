import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { emailTokens, memberships } from '@/db/schema';
import { NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { env } from '@/env';
import { readMailToken } from '../mail-token';
import type { TokenPurpose } from '../schema';

const HOUR_MS = 60 * 60 * 1000;
/** A notice carries no link that does anything; it only has to be sent while it is still news. */
const LIFETIME_MS: Record<TokenPurpose, number> = {
  verify_email: 48 * HOUR_MS,
  reset_password: HOUR_MS,
  account_exists: HOUR_MS,
};

/** Adds a token and, in the same transaction, the message that mails it. */
export const issueToken = async (
  ctx: Context,
  tx: Transaction,
  userId: string,
  purpose: TokenPurpose,
): Promise<void> => {
  const id = ctx.newId();
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + LIFETIME_MS[purpose]);
  await tx.insert(emailTokens).values({ id, userId, purpose, createdAt, expiresAt });
  await enqueue(ctx, tx, 'mail-token', { tokenId: id }, { idempotencyKey: `mail-token:${id}` });
};

/** Spends whatever tokens of this purpose a person still holds. */
export const revokeTokens = async (
  ctx: Context,
  tx: Transaction,
  userId: string,
  purpose: TokenPurpose,
): Promise<void> => {
  await tx
    .update(emailTokens)
    .set({ usedAt: ctx.now() })
    .where(and(eq(emailTokens.userId, userId), eq(emailTokens.purpose, purpose), isNull(emailTokens.usedAt)));
};

/**
 * Spends a mailed token and returns its person. The conditional update lets exactly one of two callers win.
 * Throws `not_found` for one we did not make, `conflict` for one that was used or is too old.
 */
export const spendToken = async (
  ctx: Context,
  tx: Transaction,
  purpose: TokenPurpose,
  token: string,
): Promise<string> => {
  const id = readMailToken(env().APP_SECRET, purpose, token);
  if (id === null) throw notFound('This link');
  const ours = and(eq(emailTokens.id, id), eq(emailTokens.purpose, purpose));
  const [spent] = await tx
    .update(emailTokens)
    .set({ usedAt: ctx.now() })
    .where(and(ours, isNull(emailTokens.usedAt), gt(emailTokens.expiresAt, ctx.now())))
    .returning({ userId: emailTokens.userId });
  if (spent !== undefined) return spent.userId;
  const [row] = await tx.select({ usedAt: emailTokens.usedAt }).from(emailTokens).where(ours);
  if (row === undefined) throw notFound('This link');
  throw new DomainError(
    'conflict',
    row.usedAt === null ? 'This link is too old. Ask for a new one.' : 'This link was used already.',
  );
};

/** Where a person's audit rows go: their first organisation's chain, or that of no organisation for a stranger. */
export const auditHome = async (tx: Transaction, userId: string): Promise<string> => {
  const [row] = await tx
    .select({ organizationId: memberships.organizationId })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .orderBy(memberships.createdAt, memberships.organizationId)
    .limit(1);
  return row?.organizationId ?? NO_ORGANIZATION;
};
