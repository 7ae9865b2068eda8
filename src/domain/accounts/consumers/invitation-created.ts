import { and, eq, isNull } from 'drizzle-orm';
import { renderInvitation } from '@emails/render';
import { invitations, organizations, users } from '@/db/schema';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asWorker } from '@/domain/kernel/transaction';
import { env } from '@/env';
import { sendOrGiveUp } from '@/services/mail';
import { mintMailToken } from '../mail-token';
import { ROLE_WORDS } from '../schema/members';

/**
 * Mails an invitation. A repeated delivery sends nothing once `sent_at` stands, and nothing is sent for one that is over. Throws
 * `not_found` for one that is gone, `invalid_input` for a mailbox that refuses for good, and anything else to be tried again.
 */
export const consumeInvitationCreated = async (
  ctx: Context,
  { invitationId }: { invitationId: string },
): Promise<void> => {
  const [row] = await asWorker(ctx, (tx) =>
    tx
      .select({ invitation: invitations, organizationName: organizations.name, inviterEmail: users.email })
      .from(invitations)
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .innerJoin(users, eq(users.id, invitations.invitedBy))
      .where(eq(invitations.id, invitationId)),
  );
  if (row === undefined) throw notFound('The invitation');
  const { invitation, organizationName, inviterEmail } = row;
  const { sentAt, acceptedAt, revokedAt, expiresAt } = invitation;
  if (sentAt !== null || acceptedAt !== null || revokedAt !== null || expiresAt <= ctx.now()) return;

  const { APP_URL, APP_SECRET } = env();
  // Behind the `#`: that part of an address reaches no server and no log.
  const acceptUrl = `${APP_URL}/invitation#${mintMailToken(APP_SECRET, 'invitation', invitationId)}`;
  const { may } = ROLE_WORDS[invitation.role];
  const content = await renderInvitation({ acceptUrl, organizationName, inviterEmail, may });
  await sendOrGiveUp({ key: `invitation-${invitationId}`, to: invitation.email, ...content });

  await asWorker(ctx, async (tx) => {
    const marked = await tx
      .update(invitations)
      .set({ sentAt: ctx.now() })
      .where(and(eq(invitations.id, invitationId), isNull(invitations.sentAt)))
      .returning({ id: invitations.id });
    if (marked.length === 0) return;
    await audit(ctx, tx, {
      organizationId: invitation.organizationId,
      action: 'mail.sent',
      entity: 'invitation',
      entityId: invitationId,
    });
  });
};
