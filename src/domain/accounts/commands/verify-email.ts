import { and, eq, isNull } from 'drizzle-orm';
import { users } from '@/db/schema';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { asAuth } from '@/domain/kernel/transaction';
import { ACCEPTED, type Accepted } from '../schema';
import { auditHome, issueToken, spendToken } from './tokens';

/** Confirms the address that a mailed token was sent to. Throws `not_found` or `conflict` as `spendToken` does. */
export const verifyEmail = (ctx: Context, input: { token: string }): Promise<Accepted> =>
  asAuth(ctx, async (tx) => {
    const userId = await spendToken(ctx, tx, 'verify_email', input.token);
    await tx
      .update(users)
      .set({ emailVerifiedAt: ctx.now() })
      .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)));
    await audit({ ...ctx, actor: { kind: 'user', userId } }, tx, {
      organizationId: await auditHome(tx, userId),
      action: 'account.email_verified',
      entity: 'user',
      entityId: userId,
    });
    return ACCEPTED;
  });

/** Mails another confirmation link where one is still needed; answers the same for every address. */
export const resendVerification = (ctx: Context, input: { email: string }): Promise<Accepted> =>
  asAuth(ctx, async (tx) => {
    const [user] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, input.email), isNull(users.emailVerifiedAt), isNull(users.disabledAt)));
    if (user !== undefined) await issueToken(ctx, tx, user.id, 'verify_email');
    return ACCEPTED;
  });
