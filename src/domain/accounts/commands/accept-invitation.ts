import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { invitations, memberships, organizations, users } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { asAuth } from '@/domain/kernel/transaction';
import { env } from '@/env';
import { sessionCookie } from '../cookie';
import { readMailToken } from '../mail-token';
import { hashPassword, passwordMatches } from '../passwords';
import { refusePredictable } from '../predictable';
import type { JoinByInvitation, OpenedInvitation } from '../schema/members';
import { startSession } from '../sessions';
import type { Visitor } from './sign-in';

type Invitation = typeof invitations.$inferSelect;
type User = typeof users.$inferSelect;

/** Why a link that we made does nothing any more. */
const spent = ({ acceptedAt, revokedAt }: Invitation): DomainError => {
  if (acceptedAt !== null)
    return new DomainError('conflict', 'This invitation was accepted already. Sign in instead.');
  return new DomainError(
    'conflict',
    revokedAt === null
      ? 'This invitation is older than seven days. Ask for another.'
      : 'This invitation was taken back or sent again. Look for a newer mail, or ask for another.',
  );
};

/** The invitation of a mailed link. Throws `not_found` for a link that we did not make, `conflict` for one that does nothing now. */
const invitationOf = async (ctx: Context, tx: Transaction, token: string) => {
  const id = readMailToken(env().APP_SECRET, 'invitation', token);
  if (id === null) throw notFound('This link');
  const [row] = await tx
    .select({ invitation: invitations, organization: organizations, inviter: users })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(eq(invitations.id, id));
  if (row === undefined) throw notFound('This link');
  const { acceptedAt, revokedAt, expiresAt } = row.invitation;
  if (acceptedAt !== null || revokedAt !== null || expiresAt <= ctx.now()) throw spent(row.invitation);
  return row;
};

/** The confirmed account of an address. One that was never confirmed is nobody's: whoever reads the mailbox takes it over. */
const accountOf = async (tx: Transaction, email: string) => {
  const [user] = await tx.select().from(users).where(eq(users.email, email)).for('update');
  return { user, confirmed: user !== undefined && user.emailVerifiedAt !== null };
};

/** What an invitation asks the holder of its link: by whom, to what, as what. Throws as `invitationOf` does; changes nothing. */
export const openInvitation = (ctx: Context, input: { token: string }): Promise<OpenedInvitation> =>
  asAuth(ctx, async (tx) => {
    const { invitation, organization, inviter } = await invitationOf(ctx, tx, input.token);
    const { confirmed } = await accountOf(tx, invitation.email);
    return {
      organizationName: organization.name,
      inviterName: inviter.name,
      role: invitation.role,
      email: invitation.email,
      hasAccount: confirmed,
    };
  });

/** Spends the invitation, makes the membership and opens a session. The conditional update lets one of two callers win. */
const join = async (
  ctx: Context & Visitor,
  tx: Transaction,
  { id, organizationId, role }: Invitation,
  userId: string,
): Promise<string> => {
  const [taken] = await tx
    .update(invitations)
    .set({ acceptedAt: ctx.now() })
    .where(
      and(
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now()),
      ),
    )
    .returning({ id: invitations.id });
  if (taken === undefined) throw new DomainError('conflict', 'This invitation was used at this moment.');
  await tx.insert(memberships).values({ organizationId, userId, role, createdAt: ctx.now() });
  const sessionId = await startSession({ ...ctx, tx }, userId, ctx.session?.id);
  await audit({ ...ctx, actor: { kind: 'user', userId } }, tx, {
    organizationId,
    action: 'invitation.accepted',
    entity: 'invitation',
    entityId: id,
    data: { role },
  });
  return sessionId;
};

/** An account works for one organisation: there is no way to change between two. */
const refuseSecond = async (tx: Transaction, user: User): Promise<void> => {
  const [other] = await tx
    .select({ name: organizations.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(eq(memberships.userId, user.id));
  if (other !== undefined) {
    throw new DomainError(
      'conflict',
      `Your account works for ${other.name}, and an account works for one organisation. Ask to be invited at another address.`,
    );
  }
};

/**
 * Accepts an invitation with the account of its address, and signs in. Throws `not_found` or `conflict` for the link,
 * `invalid_input` at `password` for another password (the link then stays), and `conflict` when the account works elsewhere.
 */
export const acceptInvitation = async (
  ctx: Context & Visitor,
  input: { token: string; password: string },
): Promise<void> => {
  const sessionId = await asAuth(ctx, async (tx) => {
    const { invitation } = await invitationOf(ctx, tx, input.token);
    const { user, confirmed } = await accountOf(tx, invitation.email);
    const known = confirmed && user?.disabledAt === null ? user : undefined;
    if (!(await passwordMatches(known?.passwordHash, input.password)) || known === undefined) {
      const message = 'This is not the password of this account. If you forgot it, choose a new one.';
      throw new DomainError('invalid_input', message, { issues: [{ path: 'password', message }] });
    }
    await refuseSecond(tx, known);
    return join(ctx, tx, invitation, known.id);
  });
  ctx.setCookie(sessionCookie(sessionId));
};

/** The account of a mailbox that was just read: a new one, or one never confirmed, taken over from whoever began it. */
const makeAccount = async (
  ctx: Context,
  tx: Transaction,
  { email, organizationId }: Invitation,
  input: JoinByInvitation,
  passwordHash: string,
): Promise<string> => {
  const { user, confirmed } = await accountOf(tx, email);
  if (confirmed)
    throw new DomainError('conflict', 'This address has an account. Open the link again and sign in.');
  const facts = {
    name: input.name,
    timeZone: input.timeZone,
    passwordHash,
    emailVerifiedAt: ctx.now(),
  };
  if (user === undefined) {
    const userId = ctx.newId();
    await tx.insert(users).values({ id: userId, email, createdAt: ctx.now(), ...facts });
    return userId;
  }
  await tx.update(users).set(facts).where(eq(users.id, user.id));
  // The organisation of a sign-up that nobody confirmed has no other member and was never entered.
  await tx
    .delete(memberships)
    .where(and(eq(memberships.userId, user.id), ne(memberships.organizationId, organizationId)));
  return user.id;
};

/**
 * Accepts an invitation with a new account, whose address the link has proved, and signs in. Throws `not_found` or `conflict` for
 * the link, and `invalid_input` at `password` for one that is easy to guess.
 */
export const joinByInvitation = async (ctx: Context & Visitor, input: JoinByInvitation): Promise<void> => {
  const passwordHash = await hashPassword(input.password);
  const sessionId = await asAuth(ctx, async (tx) => {
    const { invitation, organization } = await invitationOf(ctx, tx, input.token);
    await refusePredictable(input.password, [input.name, invitation.email, organization.name]);
    const userId = await makeAccount(ctx, tx, invitation, input, passwordHash);
    return join(ctx, tx, invitation, userId);
  });
  ctx.setCookie(sessionCookie(sessionId));
};
