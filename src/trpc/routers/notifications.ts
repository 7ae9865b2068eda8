import { markRead } from '@/domain/notifications/commands/mark-read';
import { listNotifications } from '@/domain/notifications/queries';
import { markedReadSchema, notificationListSchema } from '@/domain/notifications/schema';
import { createRouter, memberProcedure } from '../init';

export const notificationsRouter = createRouter({
  list: memberProcedure('notification:read')
    .output(notificationListSchema)
    .query(({ ctx }) => listNotifications(ctx, ctx.grant)),
  markRead: memberProcedure('notification:read')
    .output(markedReadSchema)
    .mutation(({ ctx }) => markRead(ctx, ctx.grant)),
});
