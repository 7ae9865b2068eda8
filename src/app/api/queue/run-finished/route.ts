import { consumeShadow } from '@/domain/matching/consumers/shadow';
import { consumeRunFinished } from '@/domain/notifications/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('run-finished', async (ctx, finished) => {
  await consumeRunFinished(ctx, finished);
  await consumeShadow(ctx, finished);
});
