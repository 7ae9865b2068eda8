import { markRead } from '@/domain/notifications/commands/mark-read';
import { listNotifications } from '@/domain/notifications/queries';
import { createRouter, memberProcedure } from '../init';

export const notificationsRouter = createRouter({
  list: memberProcedure('notification:read').query(({ ctx }) => listNotifications(ctx, ctx.grant)),
  markRead: memberProcedure('notification:read').mutation(({ ctx }) => markRead(ctx, ctx.grant)),
});
