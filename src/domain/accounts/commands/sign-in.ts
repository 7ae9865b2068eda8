import { eq } from 'drizzle-orm';
import { memberships, users } from '@/db/schema';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError } from '@/domain/kernel/errors';
import { asAuth } from '@/domain/kernel/transaction';
import { blankCookie, sessionCookie } from '../cookie';
import { passwordMatches } from '../passwords';
import type { SignIn, SignInResult } from '../schema';
import { endSession, startSession, type Session } from '../sessions';
import { auditHome } from './tokens';

/** What these verbs need of the visitor's browser: the session it has, and a way to give it another. */
export interface Visitor {
  session: Session | null;
  setCookie: (cookie: string) => void;
}

/** Somebody who was taken out of their organisation has no page to go to; only they, by their password, are told so. */
const refuseHomeless = async (ctx: Context, user: { id: string; platformAdmin: boolean }): Promise<void> => {
  const [membership] = await asAuth(ctx, (tx) =>
    tx
      .select({ id: memberships.organizationId })
      .from(memberships)
      .where(eq(memberships.userId, user.id))
      .limit(1),
  );
  if (membership === undefined && !user.platformAdmin) {
    throw new DomainError(
      'forbidden',
      'This account belongs to no organisation any more. Ask an owner to invite you.',
    );
  }
};

/**
 * Checks a password and opens a session under a new id; one held before ends. An address that is not confirmed is
 * told so, but only with the right password, and so is a person of no organisation (`forbidden`). Throws `unauthenticated`, with the same words and after the same work,
 * for a wrong password, an unknown address and a disabled person.
 */
export const signIn = async (ctx: Context & Visitor, input: SignIn): Promise<SignInResult> => {
  const [user] = await asAuth(ctx, (tx) => tx.select().from(users).where(eq(users.email, input.email)));
  const matches = await passwordMatches(user?.passwordHash, input.password);
  const userId = matches && user?.disabledAt === null ? user.id : undefined;
  const verified = userId !== undefined && user?.emailVerifiedAt !== null;
  if (verified && user !== undefined) await refuseHomeless(ctx, user);

  const sessionId = await asAuth(ctx, async (tx) => {
    const opened = verified ? await startSession({ ...ctx, tx }, userId, ctx.session?.id) : undefined;
    await audit(userId === undefined ? ctx : { ...ctx, actor: { kind: 'user', userId } }, tx, {
      organizationId: await auditHome(tx, user?.id ?? NO_ORGANIZATION),
      action: verified ? 'account.signed_in' : 'account.sign_in_refused',
      entity: 'user',
      entityId: user?.id ?? 'unknown',
    });
    return opened;
  });

  if (userId === undefined) {
    const message = 'This address and password do not belong together.';
    throw new DomainError('unauthenticated', message, { issues: [{ path: 'password', message }] });
  }
  if (sessionId === undefined) return { status: 'unverified' };
  ctx.setCookie(sessionCookie(sessionId));
  return { status: 'signed_in' };
};

/** Ends the visitor's session, here and in the database. Signing out twice is no error. */
export const signOut = async (ctx: Context & Visitor): Promise<void> => {
  const { session } = ctx;
  ctx.setCookie(blankCookie());
  if (session === null) return;
  await asAuth(ctx, async (tx) => {
    await endSession({ ...ctx, tx }, session.id);
    await audit(ctx, tx, {
      organizationId: session.organization?.id ?? NO_ORGANIZATION,
      action: 'account.signed_out',
      entity: 'user',
      entityId: session.user.id,
    });
  });
};
