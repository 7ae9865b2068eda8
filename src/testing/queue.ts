import { asc, gt } from 'drizzle-orm';
import { outbox } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { topics, type Topic, type TopicPayload } from '@/domain/kernel/topics';
import { asWorker } from '@/domain/kernel/transaction';

export type Consumers = { [T in Topic]?: (ctx: Context, payload: TopicPayload<T>) => Promise<void> };

const deliver = async (ctx: Context, consumers: Consumers, topic: Topic, payload: unknown): Promise<void> => {
  // The topic's own schema has just checked the payload; the record cannot say that the two belong together.
  const consumer = consumers[topic] as ((ctx: Context, payload: unknown) => Promise<void>) | undefined;
  await consumer?.(ctx, topics[topic].parse(payload));
};

/**
 * Hands outbox rows to the real consumers until none is left, each `times` times, as a queue that repeats itself would.
 * Topics without a consumer are skipped. Returns the topics in the order of their delivery.
 */
export const deliverAll = async (ctx: Context, consumers: Consumers, times = 1): Promise<Topic[]> => {
  const delivered: Topic[] = [];
  let last = 0;
  for (;;) {
    const rows = await asWorker(ctx, (tx) =>
      tx.select().from(outbox).where(gt(outbox.id, last)).orderBy(asc(outbox.id)).limit(50),
    );
    if (rows.length === 0) return delivered;
    for (const row of rows) {
      last = row.id;
      const topic = row.topic as Topic;
      delivered.push(topic);
      for (let i = 0; i < times; i += 1) await deliver(ctx, consumers, topic, row.payload);
    }
  }
};

/** Forgets what was delivered, so that the next `deliverAll` sees only newer rows. */
export const clearOutbox = (ctx: Context): Promise<unknown> => asWorker(ctx, (tx) => tx.delete(outbox));
