import { and, arrayContains, eq } from 'drizzle-orm';
import { candidates, notifications } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { enqueue } from '@/domain/kernel/outbox';
import type { NotificationData, NotificationEvent } from '../schema';

export interface Notice {
  organizationId: string;
  to: { userId: string } | { candidateId: string };
  event: NotificationEvent;
  /** `<event>:<what it is about>`; with recipient and channel it makes the dedupe key. */
  about: string;
  data: NotificationData;
  channels: readonly ('in_app' | 'email')[];
}

/** Whether a candidate turned the mail of this event off. */
const isMuted = async (tx: Transaction, { to, event }: Notice): Promise<boolean> => {
  if ('userId' in to) return false;
  const [row] = await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(eq(candidates.id, to.candidateId), arrayContains(candidates.mutedMails, [event])));
  return row !== undefined;
};

/**
 * Adds a notice, one row a channel, in the caller's transaction, and queues its mail, unless its candidate turned that
 * off. The same notice again adds nothing.
 */
export const notify = async (ctx: Context, tx: Transaction, notice: Notice): Promise<void> => {
  const { organizationId, to, event, data } = notice;
  const recipient = 'userId' in to ? to.userId : to.candidateId;
  const muted = notice.channels.includes('email') && (await isMuted(tx, notice));
  for (const channel of notice.channels) {
    if (muted && channel === 'email') continue;
    const id = ctx.newId();
    const at = ctx.now();
    const [added] = await tx
      .insert(notifications)
      .values({
        id,
        organizationId,
        ...to,
        event,
        channel,
        data,
        dedupeKey: `${notice.about}:${recipient}:${channel}`,
        // The bell needs no provider: the row is the delivery.
        state: channel === 'in_app' ? 'delivered' : 'queued',
        createdAt: at,
        movedAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: notifications.id });
    if (added !== undefined && channel === 'email') {
      await enqueue(ctx, tx, 'notification-send', { notificationId: id }, { idempotencyKey: `notify:${id}` });
    }
  }
};
