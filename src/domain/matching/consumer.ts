import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { matchChunks, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asWorker } from '@/domain/kernel/transaction';
import { scoreInThreads } from './adapter';
import { loadActiveRuns, type Run } from './load';
import { takeChunk } from './publish';
import { ACTIVE_STATES } from './runs';
import { readShard } from './shard';

/** Scores one chunk of a run and, with the last chunk, publishes the run. A repeated or stale delivery writes nothing. */
export const consumeMatchChunk = async (
  ctx: Context,
  { runId, chunk }: { runId: string; chunk: number },
): Promise<void> => {
  const readAt = ctx.now();
  const work = await asWorker(ctx, async (tx) => {
    const [bound] = await tx
      .select()
      .from(matchChunks)
      .where(and(eq(matchChunks.runId, runId), eq(matchChunks.chunk, chunk)));
    if (bound === undefined) throw notFound('This run');
    const [loaded] = await loadActiveRuns(tx, [runId]);
    if (loaded === undefined || bound.doneAt !== null) return null;
    return { loaded, read: await readShard(tx, [loaded], bound) };
  });
  if (work === null) return;
  const { run } = work.loaded;
  for await (const scored of scoreInThreads({ read: work.read, asOf: run.asOf, readAt }, [[work.loaded]])) {
    await asWorker(ctx, (tx) => takeChunk(ctx, tx, chunk, scored));
    ctx.log.info('chunk scored', { runId, jobId: run.jobId, count: scored[0]?.scored ?? 0 });
  }
};

const STALLED_MS = 3 * 60_000;
const MAX_STALLS = 2;

/** Sends the open chunks of a run that stands still again, and fails it when that did not help. Batches see to their own. */
export const reconcileRuns = (ctx: Context): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const before = new Date(ctx.now().getTime() - STALLED_MS);
    const stalled = await tx
      .select()
      .from(matchRuns)
      .where(
        and(
          inArray(matchRuns.state, ACTIVE_STATES),
          isNull(matchRuns.batchId),
          lte(matchRuns.movedAt, before),
        ),
      )
      .for('update', { skipLocked: true });
    for (const run of stalled) {
      if (run.stalls >= MAX_STALLS) {
        await failRun(ctx, tx, run, 'did not move');
        continue;
      }
      const open = await tx
        .select({ chunk: matchChunks.chunk })
        .from(matchChunks)
        .where(and(eq(matchChunks.runId, run.id), isNull(matchChunks.doneAt)));
      for (const { chunk } of open) {
        const idempotencyKey = `chunk:${run.id}:${chunk}:again-${run.stalls + 1}`;
        await enqueue(ctx, tx, 'match-chunk', { runId: run.id, chunk }, { idempotencyKey });
      }
      await tx
        .update(matchRuns)
        .set({ stalls: run.stalls + 1, movedAt: ctx.now() })
        .where(eq(matchRuns.id, run.id));
    }
  });

const failRun = async (ctx: Context, tx: Transaction, run: Run, error: string): Promise<void> => {
  await tx
    .update(matchRuns)
    .set({ state: 'failed', error, movedAt: ctx.now(), finishedAt: ctx.now() })
    .where(and(eq(matchRuns.id, run.id), inArray(matchRuns.state, ACTIVE_STATES)));
  await audit(ctx, tx, {
    organizationId: run.organizationId,
    action: 'run.failed',
    entity: 'run',
    entityId: run.id,
    data: { jobId: run.jobId, error },
  });
};
