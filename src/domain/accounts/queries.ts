import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { invitations, memberships, users } from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember } from '@/domain/kernel/transaction';
import type { Me } from './schema';
import type { InvitationView, MemberView } from './schema/members';
import type { Session } from './sessions';

/** The signed-in person as their own browser may know them, or null. */
export const whoAmI = ({ session }: { session: Session | null }): Me | null => {
  if (session === null) return null;
  const { user, organization, role, platformAdmin } = session;
  return { user, organization, role, platformAdmin };
};

/** Who belongs to the organisation, longest first; disabled accounts are left out. */
export const listMembers = (ctx: Context, grant: Authorized<'organization:read'>): Promise<MemberView[]> =>
  asMember(ctx, grant, (tx) =>
    tx
      .select({
        userId: users.id,
        name: users.name,
        email: users.email,
        role: memberships.role,
        joinedAt: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
      .where(eq(memberships.organizationId, grant.organizationId))
      .orderBy(asc(memberships.createdAt), asc(users.id)),
  );

/** Invitations that wait for an answer, or waited too long; newest first. */
export const listInvitations = (
  ctx: Context,
  grant: Authorized<'organization:manage'>,
): Promise<InvitationView[]> =>
  asMember(ctx, grant, async (tx) => {
    const rows = await tx
      .select()
      .from(invitations)
      .where(and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
      .orderBy(desc(invitations.createdAt), desc(invitations.id));
    return rows.map(({ id, email, role, createdAt, expiresAt }) => ({
      invitationId: id,
      email,
      role,
      createdAt,
      expiresAt,
      expired: expiresAt <= ctx.now(),
    }));
  });
