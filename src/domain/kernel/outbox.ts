import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { outbox } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { publish } from '@/services/queue';
import type { Context } from './context';
import { topics, type Topic, type TopicPayload } from './topics';
import { traceparent } from './trace';
import { asWorker } from './transaction';

const BATCH = 100;
const INSERT_ROWS = 1000;
const LEASE_MS = 30_000;
/** From its third refusal on a row waits twice as long each time, so that it does not hold up the others. */
const LONGEST_WAIT_MS = 15 * 60_000;

export interface EnqueueOptions {
  /** A business key: while a message with this key exists, another is not added. */
  idempotencyKey?: string;
  /** The earliest moment it may leave; serves undo windows. */
  notBefore?: Date;
}

/** One message to be: its topic, its payload and what `EnqueueOptions` say. */
export type Message = { [T in Topic]: { topic: T; payload: TopicPayload<T> } & EnqueueOptions }[Topic];

/** Adds messages in the caller's transaction; they leave after the commit, or not at all. */
export const enqueueAll = async (
  ctx: Pick<Context, 'now' | 'trace'>,
  tx: Transaction,
  messages: readonly Message[],
): Promise<void> => {
  const now = ctx.now();
  const rows = messages.map(({ topic, payload, idempotencyKey, notBefore }) => ({
    topic,
    payload: topics[topic].parse(payload),
    idempotencyKey: idempotencyKey ?? null,
    traceparent: traceparent(ctx.trace),
    notBefore: notBefore ?? now,
    createdAt: now,
  }));
  for (let at = 0; at < rows.length; at += INSERT_ROWS) {
    await tx
      .insert(outbox)
      .values(rows.slice(at, at + INSERT_ROWS))
      .onConflictDoNothing();
  }
};

/** Adds one message in the caller's transaction; it leaves after the commit, or not at all. */
export const enqueue = <T extends Topic>(
  ctx: Pick<Context, 'now' | 'trace'>,
  tx: Transaction,
  topic: T,
  payload: TopicPayload<T>,
  options: EnqueueOptions = {},
): Promise<void> => enqueueAll(ctx, tx, [{ topic, payload, ...options } as Message]);

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

const waitAfter = (attempts: number): number =>
  Math.min(LONGEST_WAIT_MS, LEASE_MS * 2 ** Math.max(0, attempts - 3));

/**
 * Publishes what is due, batch by batch, until nothing is left or the queue takes nothing. A row whose publishing failed
 * keeps its error and is tried again later. Returns how many messages left.
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
    const now = ctx.now();
    await asWorker(ctx, async (tx) => {
      for (const [index, row] of rows.entries()) {
        const result = results[index];
        const outcome =
          result !== undefined && 'messageId' in result
            ? { sentAt: now, messageId: result.messageId, leaseUntil: null, lastError: null }
            : {
                lastError: result?.error ?? 'no answer',
                leaseUntil: new Date(now.getTime() + waitAfter(row.attempts)),
              };
        await tx.update(outbox).set(outcome).where(eq(outbox.id, row.id));
      }
    });
    const published = results.filter((result) => 'messageId' in result).length;
    sent += published;
    if (published < rows.length) {
      ctx.log.warn('outbox rows were not published', { count: rows.length - published });
    }
    if (published === 0) return sent;
  }
};

/** The drain once an answer is on its way: best effort, since the sweep takes up whatever it leaves. */
export const drainAfterwards = async (ctx: Context): Promise<void> => {
  try {
    await drainOutbox(ctx);
  } catch (error) {
    ctx.log.error('outbox not drained', { error });
  }
};
