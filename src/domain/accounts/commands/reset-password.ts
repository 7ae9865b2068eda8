import { and, eq, isNull, sql } from 'drizzle-orm';
import { users } from '@/db/schema';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asAuth } from '@/domain/kernel/transaction';
import { hashPassword } from '../passwords';
import { refusePredictable } from '../predictable';
import { ACCEPTED, type Accepted } from '../schema';
import { endAllSessions } from '../sessions';
import { auditHome, issueToken, revokeTokens, spendToken } from './tokens';

/** Mails a link that sets a new password, if the address has an account; answers the same for every address. */
export const requestPasswordReset = (ctx: Context, input: { email: string }): Promise<Accepted> =>
  asAuth(ctx, async (tx) => {
    const [user] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, input.email), isNull(users.disabledAt)));
    if (user !== undefined) await issueToken(ctx, tx, user.id, 'reset_password');
    await audit(ctx, tx, {
      organizationId: await auditHome(tx, user?.id ?? NO_ORGANIZATION),
      action: 'account.reset_requested',
      entity: 'user',
      entityId: user?.id ?? 'unknown',
    });
    return ACCEPTED;
  });

/**
 * Sets a new password with a mailed token, ends every session and spends the other reset links. The mailbox was
 * read, so the address counts as confirmed. Throws `not_found` or `conflict` as `spendToken` does, and
 * `invalid_input` at `password` for one that is easy to guess.
 */
export const resetPassword = async (
  ctx: Context,
  input: { token: string; password: string },
): Promise<Accepted> => {
  const passwordHash = await hashPassword(input.password);
  return asAuth(ctx, async (tx) => {
    const userId = await spendToken(ctx, tx, 'reset_password', input.token);
    const [known] = await tx
      .select({ name: users.name, email: users.email })
      .from(users)
      .where(eq(users.id, userId));
    // The link is spent only when all of this holds: a refused password leaves it good for another.
    await refusePredictable(input.password, known === undefined ? [] : [known.name, known.email]);
    const changed = await tx
      .update(users)
      .set({
        passwordHash,
        emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${ctx.now().toISOString()}::timestamptz)`,
      })
      .where(and(eq(users.id, userId), isNull(users.disabledAt)))
      .returning({ id: users.id });
    if (changed.length === 0) throw notFound('This link');
    await revokeTokens(ctx, tx, userId, 'reset_password');
    await endAllSessions({ ...ctx, tx }, userId);
    await audit({ ...ctx, actor: { kind: 'user', userId } }, tx, {
      organizationId: await auditHome(tx, userId),
      action: 'account.password_reset',
      entity: 'user',
      entityId: userId,
    });
    return ACCEPTED;
  });
};
