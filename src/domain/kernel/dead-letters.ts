import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { deadLetters } from '@/db/schema';
import type { Context } from './context';
import { asWorker } from './transaction';

/** The part of QStash's failure callback that is mirrored; bodies in it are base64. */
export const failureCallbackSchema = z.object({
  dlqId: z.string(),
  status: z.number().int(),
  url: z.string(),
  sourceBody: z.string().default(''),
});

const decode = (body: string): unknown => {
  try {
    return JSON.parse(Buffer.from(body, 'base64').toString('utf8'));
  } catch {
    return {};
  }
};

/** Mirrors a message that the queue gave up on. Repeated callbacks leave one row. Payloads hold ids only. */
export const consumeDeadLetter = (ctx: Context, callback: Record<string, unknown>): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const { dlqId, status, url, sourceBody } = failureCallbackSchema.parse(callback);
    const topic = url.split('/').at(-1) ?? 'unknown';
    await tx
      .insert(deadLetters)
      .values({ id: dlqId, topic, payload: decode(sourceBody), status, createdAt: ctx.now() })
      .onConflictDoNothing();
    ctx.log.error('dead letter', { status, reason: topic });
  });

/** Drops sent outbox rows after a week; the audit log keeps what happened. */
export const pruneOutbox = (ctx: Context): Promise<void> =>
  asWorker(ctx, async (tx) => {
    await tx.execute(
      sql`delete from outbox where sent_at < ${ctx.now().toISOString()}::timestamptz - interval '7 days'`,
    );
  });
