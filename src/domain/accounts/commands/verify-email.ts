import { and, eq, isNull } from 'drizzle-orm';
import { users } from '@/db/schema';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError } from '@/domain/kernel/errors';
import { asAuth } from '@/domain/kernel/transaction';
import { passwordMatches } from '../passwords';
import { ACCEPTED, type Accepted } from '../schema';
import { auditHome, issueToken, spendToken } from './tokens';

const WRONG_PASSWORD =
  'This is not the password of this account. If you forgot it, or somebody else signed up with your address, choose a new one.';

/**
 * Confirms the address that a mailed token was sent to, for the one who also knows the password: a stranger who signed
 * up with this address cannot read the mail, and its owner does not know the stranger's password. Returns the address.
 * Throws `not_found` or `conflict` as `spendToken` does, `invalid_input` for another password; the link then stays.
 */
export const verifyEmail = (
  ctx: Context,
  input: { token: string; password: string },
): Promise<{ email: string }> =>
  asAuth(ctx, async (tx) => {
    const userId = await spendToken(ctx, tx, 'verify_email', input.token);
    const [user] = await tx.select().from(users).where(eq(users.id, userId));
    if (user === undefined || !(await passwordMatches(user.passwordHash, input.password))) {
      throw new DomainError('invalid_input', WRONG_PASSWORD, {
        issues: [{ path: 'password', message: WRONG_PASSWORD }],
      });
    }
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
    return { email: user.email };
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
