import { and, eq, isNull } from 'drizzle-orm';
import { invitations, memberships, users } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import type { MemberRole } from '@/domain/kernel/policy';
import { asMember } from '@/domain/kernel/transaction';

type Grant = Authorized<'organization:manage'>;

/**
 * The member's role, with every owner's row locked: of two owners who give up at once, the second sees that it is the last.
 * Throws `not_found`, and `conflict` when nobody else would be left as an owner.
 */
const lockMember = async (tx: Transaction, grant: Grant, userId: string, staysOwner: boolean) => {
  const { organizationId } = grant;
  const owners = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.role, 'owner')))
    .for('update', { of: memberships });
  const [member] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)));
  if (member === undefined) throw notFound('This member');
  const others = owners.filter((owner) => owner.userId !== userId);
  if (member.role === 'owner' && !staysOwner && others.length === 0) {
    throw new DomainError(
      'conflict',
      'An organisation needs an owner. Make somebody else an owner first; nothing was changed.',
    );
  }
  return member.role;
};

/** Takes back the open invitations that somebody sent who may send none any more: one of them could be their own way back. */
const revokeTheirs = async (ctx: Context, tx: Transaction, grant: Grant, userId: string): Promise<number> => {
  const revoked = await tx
    .update(invitations)
    .set({ revokedAt: ctx.now() })
    .where(
      and(
        eq(invitations.organizationId, grant.organizationId),
        eq(invitations.invitedBy, userId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  return revoked.length;
};

/** Gives a member another role, from their next click on; who is no owner any more has invited nobody. Throws `not_found`, and `conflict` for the last owner. */
export const changeRole = (
  ctx: Context,
  grant: Grant,
  input: { userId: string; role: MemberRole },
): Promise<{ userId: string; role: MemberRole }> =>
  asMember(ctx, grant, async (tx) => {
    const before = await lockMember(tx, grant, input.userId, input.role === 'owner');
    await tx
      .update(memberships)
      .set({ role: input.role })
      .where(and(eq(memberships.organizationId, grant.organizationId), eq(memberships.userId, input.userId)));
    const revoked = input.role === 'owner' ? 0 : await revokeTheirs(ctx, tx, grant, input.userId);
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'member.role_changed',
      entity: 'user',
      entityId: input.userId,
      data: { before, after: input.role, revoked },
    });
    return input;
  });

/**
 * Takes a member out of the organisation, from their next click on; what they did stays, but for invitations that nobody
 * accepted yet. Throws `not_found`, and `conflict` for the
 * last owner.
 */
export const removeMember = (
  ctx: Context,
  grant: Grant,
  input: { userId: string },
): Promise<{ userId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const role = await lockMember(tx, grant, input.userId, false);
    await tx
      .delete(memberships)
      .where(and(eq(memberships.organizationId, grant.organizationId), eq(memberships.userId, input.userId)));
    const revoked = await revokeTheirs(ctx, tx, grant, input.userId);
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'member.removed',
      entity: 'user',
      entityId: input.userId,
      data: { role, revoked },
    });
    return input;
  });
