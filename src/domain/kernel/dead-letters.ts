import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { deadLetters } from '@/db/schema';
import { audit, NO_ORGANIZATION } from './audit';
import type { Context } from './context';
import { notFound } from './errors';
import { enqueue } from './outbox';
import type { DeadLetter } from './schema';
import { topics, type Topic } from './topics';
import { asAdmin, asWorker } from './transaction';

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

/** Messages that the queue gave up on and nobody sent again, newest first. */
export const listDeadLetters = (ctx: Context): Promise<DeadLetter[]> =>
  asAdmin(ctx, (tx) =>
    tx
      .select({
        id: deadLetters.id,
        topic: deadLetters.topic,
        status: deadLetters.status,
        createdAt: deadLetters.createdAt,
      })
      .from(deadLetters)
      .where(isNull(deadLetters.redrivenAt))
      .orderBy(desc(deadLetters.createdAt))
      .limit(200),
  );

/** Sends a dead letter's message again, once. Throws `not_found` when it is gone or was sent already. */
export const redrive = (ctx: Context, input: { id: string }): Promise<{ id: string }> =>
  asAdmin(ctx, async (tx) => {
    const [letter] = await tx
      .update(deadLetters)
      .set({ redrivenAt: ctx.now() })
      .where(and(eq(deadLetters.id, input.id), isNull(deadLetters.redrivenAt)))
      .returning();
    const topic = letter?.topic;
    if (letter === undefined || topic === undefined || !isTopic(topic)) throw notFound('This message');
    await enqueue(ctx, tx, topic, topics[topic].parse(letter.payload), {
      idempotencyKey: `redrive:${letter.id}`,
    });
    await audit(ctx, tx, {
      organizationId: NO_ORGANIZATION,
      action: 'dead_letter.redriven',
      entity: 'dead_letter',
      entityId: letter.id,
    });
    return { id: letter.id };
  });

const isTopic = (topic: string): topic is Topic => topic in topics;

/** Drops sent outbox rows after a week; the audit log keeps what happened. */
export const pruneOutbox = (ctx: Context): Promise<void> =>
  asWorker(ctx, async (tx) => {
    await tx.execute(
      sql`delete from outbox where sent_at < ${ctx.now().toISOString()}::timestamptz - interval '7 days'`,
    );
  });
