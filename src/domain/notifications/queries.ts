import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { jobs, notifications } from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember } from '@/domain/kernel/transaction';
import type { NotificationList } from './schema';

/** The person's newest in-app notifications and how many are unread. */
export const listNotifications = (
  ctx: Context,
  grant: Authorized<'notification:read'>,
): Promise<NotificationList> =>
  asMember(ctx, grant, async (tx) => {
    const rows = await tx
      .select({ notice: notifications, jobTitle: jobs.title })
      .from(notifications)
      .leftJoin(jobs, sql`${jobs.id} = (${notifications.data} ->> 'jobId')::uuid`)
      .where(eq(notifications.channel, 'in_app'))
      .orderBy(desc(notifications.createdAt))
      .limit(30);
    const [unread] = await tx
      .select({ count: count() })
      .from(notifications)
      .where(and(eq(notifications.channel, 'in_app'), isNull(notifications.readAt)));
    return {
      unread: unread?.count ?? 0,
      items: rows.map(({ notice: row, jobTitle }) => ({
        id: row.id,
        event: row.event,
        count: row.data.count,
        jobId: row.data.jobId ?? null,
        jobTitle,
        importId: row.data.importId ?? null,
        candidateId: row.data.candidateId ?? null,
        createdAt: row.createdAt,
        read: row.readAt !== null,
      })),
    };
  });
