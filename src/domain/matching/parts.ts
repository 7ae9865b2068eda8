import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { matchBatchChanges, matchBatches, matchChunks, matchParts, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { enqueueAll, type Message } from '@/domain/kernel/outbox';
import type { TopicPayload } from '@/domain/kernel/topics';
import { asWorker } from '@/domain/kernel/transaction';
import { scoreInThreads, type ScoredRun } from './adapter';
import { partMessage } from './batches';
import { shadowMessages } from './consumers/shadow';
import { loadActiveRuns, type LoadedRun } from './load';
import { oneAtATime } from './one-at-a-time';
import { takeChunk } from './publish';
import { ACTIVE_STATES } from './runs';
import { readShard } from './shard';

type Key = TopicPayload<'match-part'>;
/** Jobs whose rows are written, and whose pointers are switched, in one transaction; each thread scores as many meanwhile. */
export const JOBS_AT_ONCE = 25;

/** Runs cut into what is scored and written at once. */
export const batchesOf = (runs: readonly LoadedRun[]): LoadedRun[][] =>
  Array.from({ length: Math.ceil(runs.length / JOBS_AT_ONCE) }, (_, at) =>
    runs.slice(at * JOBS_AT_ONCE, (at + 1) * JOBS_AT_ONCE),
  );

const isPart = ({ batchId, group, shard }: Key) =>
  and(eq(matchParts.batchId, batchId), eq(matchParts.jobGroup, group), eq(matchParts.shard, shard));

/** A process holds one shard: two would not fit its memory, and share its processor. */
const alone = oneAtATime();

/**
 * Scores the jobs of a group for one shard of people, and publishes the runs of which this was the last shard. What an earlier
 * delivery has written is passed over, so that one that was cut off goes on; superseded runs are left out. While the process works
 * on another part, this one waits.
 */
export const consumeMatchPart = (ctx: Context, key: Key): Promise<void> => alone(() => workOffPart(ctx, key));

/** As `consumeMatchPart`, at once. */
export const workOffPart = async (ctx: Context, key: Key): Promise<void> => {
  const begun = ctx.now();
  const work = await asWorker(ctx, async (tx) => {
    const [part] = await tx.select().from(matchParts).where(isPart(key));
    if (part === undefined) throw notFound('This part');
    if (part.doneAt !== null) return null;
    const open = await tx
      .select({ id: matchRuns.id })
      .from(matchRuns)
      .innerJoin(matchChunks, and(eq(matchChunks.runId, matchRuns.id), eq(matchChunks.chunk, key.shard)))
      .where(
        and(
          eq(matchRuns.batchId, key.batchId),
          eq(matchRuns.jobGroup, key.group),
          inArray(matchRuns.state, ACTIVE_STATES),
          isNull(matchChunks.doneAt),
        ),
      );
    const runs = await loadActiveRuns(
      tx,
      open.map(({ id }) => id),
    );
    return { runs, read: runs.length === 0 ? null : await readShard(tx, runs, part) };
  });
  if (work === null) return;
  const [first] = work.runs;
  if (work.read !== null && first !== undefined) {
    let writing: Promise<void> = Promise.resolve();
    for await (const scored of scoreInThreads(
      { read: work.read, asOf: first.run.asOf, readAt: begun },
      batchesOf(work.runs),
    )) {
      await writing;
      writing = take(ctx, key, scored);
      // Looked at when the next rows are ready; until then a failure must not end the process.
      writing.catch(() => undefined);
    }
    await writing;
  }
  await finishPart(ctx, key, ctx.now().getTime() - begun.getTime());
};

const take = async (ctx: Context, key: Key, scored: readonly ScoredRun[]): Promise<void> => {
  const taken = await asWorker(ctx, (tx) => takeChunk(ctx, tx, key.shard, scored));
  const pairs = taken.reduce((sum, each) => sum + each.scored, 0);
  const rows = taken.reduce((sum, each) => sum + each.rows.count, 0);
  await asWorker(ctx, async (tx) => {
    // The batch before its part, as everywhere: a second delivery of the part may be ending it at this moment.
    await tx.update(matchBatches).set({ movedAt: ctx.now() }).where(eq(matchBatches.id, key.batchId));
    await tx
      .update(matchParts)
      .set({ pairs: sql`${matchParts.pairs} + ${pairs}`, rows: sql`${matchParts.rows} + ${rows}` })
      .where(isPart(key));
  });
};

/** Marks a part done. The last one of a group has its news told, the last one of all ends the batch. */
const finishPart = (ctx: Context, key: Key, workMs: number): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const { batchId, group } = key;
    const [batch] = await tx.select().from(matchBatches).where(eq(matchBatches.id, batchId)).for('update');
    const [done] = await tx
      .update(matchParts)
      .set({ doneAt: ctx.now(), workMs: sql`${matchParts.workMs} + ${workMs}` })
      .where(and(isPart(key), isNull(matchParts.doneAt)))
      .returning();
    if (done === undefined || batch === undefined) return;
    const open = await tx
      .select({ jobGroup: matchParts.jobGroup, parts: count() })
      .from(matchParts)
      .where(and(eq(matchParts.batchId, batchId), isNull(matchParts.doneAt)))
      .groupBy(matchParts.jobGroup);
    const messages: Message[] = [];
    if (!open.some(({ jobGroup }) => jobGroup === group)) {
      messages.push({
        topic: 'batch-ranked',
        payload: { batchId, group },
        idempotencyKey: `batch-ranked:${batchId}:${group}`,
      });
      messages.push(...(await shadowMessages(tx, key)));
    }
    if (open.length === 0) messages.push(...(await changesOf(tx, batchId)));
    await enqueueAll(ctx, tx, messages);
    const ended = open.length === 0 && ACTIVE_STATES.some((state) => state === batch.state);
    await tx
      .update(matchBatches)
      .set({
        movedAt: ctx.now(),
        messages: batch.messages + messages.length,
        ...(ended && { state: 'succeeded' as const, finishedAt: ctx.now() }),
      })
      .where(eq(matchBatches.id, batchId));
  });

/** Messages for people who changed while the batch was under way: its rankings may not know it yet. */
const changesOf = async (tx: Transaction, batchId: string): Promise<Message[]> => {
  const changed = await tx
    .delete(matchBatchChanges)
    .where(eq(matchBatchChanges.batchId, batchId))
    .returning({ candidateId: matchBatchChanges.candidateId });
  return changed.map(({ candidateId }) => ({
    topic: 'candidate-changed',
    payload: { candidateId },
    idempotencyKey: `batch-changed:${batchId}:${candidateId}`,
  }));
};

const STALLED_MS = 3 * 60_000;
const MAX_STALLS = 2;

/**
 * Sends the open parts of a batch that stands still again, and fails it when that did not help. While any batch moves, the others
 * wait for their turn and are left alone.
 */
export const reconcileBatches = (ctx: Context): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const active = await tx
      .select()
      .from(matchBatches)
      .where(inArray(matchBatches.state, ACTIVE_STATES))
      .orderBy(asc(matchBatches.createdAt))
      .for('update', { skipLocked: true });
    const before = ctx.now().getTime() - STALLED_MS;
    if (active.some(({ movedAt }) => movedAt.getTime() > before)) return;
    for (const batch of active) {
      if (batch.stalls >= MAX_STALLS) {
        await failBatch(ctx, tx, batch.id);
        continue;
      }
      const open = await tx
        .select()
        .from(matchParts)
        .where(and(eq(matchParts.batchId, batch.id), isNull(matchParts.doneAt)));
      const again = batch.stalls + 1;
      const messages: Message[] =
        batch.groups === 0
          ? [
              {
                topic: 'match-batch',
                payload: { batchId: batch.id },
                idempotencyKey: `batch:${batch.id}:${again}`,
              },
            ]
          : open.map((part) => partMessage(part, again));
      await enqueueAll(ctx, tx, messages);
      await tx
        .update(matchBatches)
        .set({ stalls: again, movedAt: ctx.now(), messages: batch.messages + messages.length })
        .where(eq(matchBatches.id, batch.id));
    }
  });

const failBatch = async (ctx: Context, tx: Transaction, batchId: string): Promise<void> => {
  const failed = {
    state: 'failed',
    error: 'did not move',
    movedAt: ctx.now(),
    finishedAt: ctx.now(),
  } as const;
  await tx
    .update(matchRuns)
    .set(failed)
    .where(and(eq(matchRuns.batchId, batchId), inArray(matchRuns.state, ACTIVE_STATES)));
  await tx.update(matchBatches).set(failed).where(eq(matchBatches.id, batchId));
  await enqueueAll(ctx, tx, await changesOf(tx, batchId));
};
