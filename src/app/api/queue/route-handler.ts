import { after } from 'next/server';
import { consumeTopic } from '@/domain/kernel/consume';
import type { Context } from '@/domain/kernel/context';
import { drainAfterwards } from '@/domain/kernel/outbox';
import type { Topic, TopicPayload } from '@/domain/kernel/topics';

/** The POST handler of a topic: verify, parse, consume; then send what the consumer put into the outbox. */
export const queueRoute =
  <T extends Topic>(topic: T, consumer: (ctx: Context, payload: TopicPayload<T>) => Promise<void>) =>
  (request: Request): Promise<Response> =>
    consumeTopic(request, topic, consumer, (ctx) => {
      after(() => drainAfterwards(ctx));
    });
