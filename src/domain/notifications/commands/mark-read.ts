import { and, eq, isNull } from 'drizzle-orm';
import { notifications } from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember } from '@/domain/kernel/transaction';

/** Marks the person's own in-app notifications as read. Returns how many were not. */
export const markRead = (ctx: Context, grant: Authorized<'notification:read'>): Promise<{ read: number }> =>
  asMember(ctx, grant, async (tx) => {
    const rows = await tx
      .update(notifications)
      .set({ readAt: ctx.now() })
      .where(and(eq(notifications.channel, 'in_app'), isNull(notifications.readAt)))
      .returning({ id: notifications.id });
    return { read: rows.length };
  });
