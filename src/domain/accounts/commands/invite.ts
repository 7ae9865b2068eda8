import { and, eq, isNull } from 'drizzle-orm';
import { invitations, memberships, users } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import type { MemberRole } from '@/domain/kernel/policy';
import { asMember } from '@/domain/kernel/transaction';

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

type Grant = Authorized<'organization:manage'>;
interface Invited {
  email: string;
  role: MemberRole;
}

const atEmail = (message: string): DomainError =>
  new DomainError('conflict', message, { issues: [{ path: 'email', message }] });

/** Adds the invitation and, in the same transaction, the message that mails it. */
const add = async (ctx: Context, tx: Transaction, grant: Grant, { email, role }: Invited, action: string) => {
  const [invitationId, createdAt] = [ctx.newId(), ctx.now()];
  const expiresAt = new Date(createdAt.getTime() + LIFETIME_MS);
  const { organizationId, userId } = grant;
  const [added] = await tx
    .insert(invitations)
    .values({ id: invitationId, organizationId, email, role, invitedBy: userId, createdAt, expiresAt })
    .onConflictDoNothing()
    .returning({ id: invitations.id });
  if (added === undefined)
    throw atEmail('This address is invited already. Send that invitation again, or revoke it.');
  const idempotencyKey = `invitation:${invitationId}`;
  await enqueue(ctx, tx, 'invitation-created', { invitationId }, { idempotencyKey });
  await audit(ctx, tx, {
    organizationId,
    action,
    entity: 'invitation',
    entityId: invitationId,
    data: { role },
  });
  return { invitationId };
};

/**
 * Invites an address with a role and mails a link that works once, for seven days. Throws `conflict` at `email` for somebody who
 * belongs to the organisation, or is invited already.
 */
export const invite = (ctx: Context, grant: Grant, input: Invited): Promise<{ invitationId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const [member] = await tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(eq(users.email, input.email));
    if (member !== undefined) throw atEmail('This address belongs to a member already.');
    return add(ctx, tx, grant, input, 'invitation.created');
  });

/** Ends an open invitation: its link does nothing any more. Throws `not_found` for one that is not open. */
const revoke = async (ctx: Context, tx: Transaction, invitationId: string): Promise<Invited> => {
  const [revoked] = await tx
    .update(invitations)
    .set({ revokedAt: ctx.now() })
    .where(
      and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
    )
    .returning({ email: invitations.email, role: invitations.role });
  if (revoked === undefined) throw notFound('This invitation');
  return revoked;
};

/** Takes an invitation back. Throws `not_found` for one that was accepted, revoked or is another organisation's. */
export const revokeInvitation = (
  ctx: Context,
  grant: Grant,
  input: { invitationId: string },
): Promise<{ invitationId: string }> =>
  asMember(ctx, grant, async (tx) => {
    await revoke(ctx, tx, input.invitationId);
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'invitation.revoked',
      entity: 'invitation',
      entityId: input.invitationId,
    });
    return input;
  });

/** Sends an invitation anew, for seven days from now; the link that was sent before stops working. Throws `not_found`. */
export const resendInvitation = (
  ctx: Context,
  grant: Grant,
  input: { invitationId: string },
): Promise<{ invitationId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const invited = await revoke(ctx, tx, input.invitationId);
    return add(ctx, tx, grant, invited, 'invitation.sent_again');
  });
