import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { outbox } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { publish } from '@/services/queue';
import type { Context } from './context';
import { topics, type Topic, type TopicPayload } from './topics';
import { traceparent } from './trace';
import { asWorker } from './transaction';

const BATCH = 100;
const LEASE_MS = 30_000;

export interface EnqueueOptions {
  /** A business key: while a message with this key exists, another is not added. */
  idempotencyKey?: string;
  /** The earliest moment it may leave; serves undo windows. */
  notBefore?: Date;
}

/** Adds a message in the caller's transaction; it leaves after the commit, or not at all. */
export const enqueue = async <T extends Topic>(
  ctx: Pick<Context, 'now' | 'trace'>,
  tx: Transaction,
  topic: T,
  payload: TopicPayload<T>,
  options: EnqueueOptions = {},
): Promise<void> => {
  await tx
    .insert(outbox)
    .values({
      topic,
      payload: topics[topic].parse(payload),
      idempotencyKey: options.idempotencyKey ?? null,
      traceparent: traceparent(ctx.trace),
      notBefore: options.notBefore ?? ctx.now(),
      createdAt: ctx.now(),
    })
    .onConflictDoNothing();
};

/** Leases up to a batch of due rows, committed before anything is sent: no transaction is open across HTTP. */
const claim = (ctx: Context) =>
  asWorker(ctx, (tx) => {
    const now = ctx.now();
    const due = tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        and(
          isNull(outbox.sentAt),
          lte(outbox.notBefore, now),
          or(isNull(outbox.leaseUntil), lte(outbox.leaseUntil, now)),
        ),
      )
      .orderBy(outbox.id)
      .limit(BATCH)
      .for('update', { skipLocked: true });
    return tx
      .update(outbox)
      .set({ leaseUntil: new Date(now.getTime() + LEASE_MS), attempts: sql`${outbox.attempts} + 1` })
      .where(inArray(outbox.id, due))
      .returning();
  });

/**
 * Publishes what is due, batch by batch, until nothing is left. A row whose publishing failed keeps its error and is
 * tried again when its lease ends. Returns how many messages left.
 */
export const drainOutbox = async (ctx: Context): Promise<number> => {
  let sent = 0;
  for (;;) {
    const rows = await claim(ctx);
    if (rows.length === 0) return sent;
    const results = await publish(
      rows.map((row) => ({
        topic: row.topic,
        payload: row.payload,
        deduplicationId: `ob-${row.id}`,
        traceparent: row.traceparent,
      })),
    );
    await asWorker(ctx, async (tx) => {
      for (const [index, row] of rows.entries()) {
        const result = results[index];
        const outcome =
          result !== undefined && 'messageId' in result
            ? { sentAt: ctx.now(), messageId: result.messageId, leaseUntil: null }
            : { lastError: result?.error ?? 'no answer' };
        await tx.update(outbox).set(outcome).where(eq(outbox.id, row.id));
      }
    });
    const published = results.filter((result) => 'messageId' in result).length;
    sent += published;
    if (published < rows.length) {
      ctx.log.warn('outbox rows were not published', { count: rows.length - published });
      return sent;
    }
  }
};
