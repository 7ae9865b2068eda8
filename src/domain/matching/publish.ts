import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { jobs, matchChunks, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { enqueueAll } from '@/domain/kernel/outbox';
import { forgetRankings } from './kept-rankings';
import type { Run } from './load';
import { mergeResults } from './merge';
import { anyId, writeResults, type ResultRow } from './results';
import { ACTIVE_STATES, startRun } from './runs';

/** What one chunk of a run came to. */
export interface ScoredRun {
  run: Run;
  rows: ResultRow[];
  scored: number;
}

/**
 * Takes a chunk of some runs in, in the caller's transaction: what is no longer active, or was taken in before, is left out, so that
 * a repeated or stale delivery writes nothing. Runs of which this was the last chunk are published: ranked, and shown by their job's
 * pointer. Returns what was really taken in.
 */
export const takeChunk = async (
  ctx: Context,
  tx: Transaction,
  chunk: number,
  scored: readonly ScoredRun[],
): Promise<ScoredRun[]> => {
  const runIds = scored.map(({ run }) => run.id);
  // The jobs first, in the order of ids, as everybody locks them first: mixed orders would block each other.
  const locked = await tx
    .select()
    .from(jobs)
    .where(
      inArray(
        jobs.id,
        scored.map(({ run }) => run.jobId),
      ),
    )
    .orderBy(asc(jobs.id))
    .for('update');
  const active = await tx
    .select({ id: matchRuns.id })
    .from(matchRuns)
    .where(and(inArray(matchRuns.id, runIds), inArray(matchRuns.state, ACTIVE_STATES)))
    .orderBy(asc(matchRuns.jobId))
    .for('update');
  const mine = await tx
    .update(matchChunks)
    .set({ doneAt: ctx.now() })
    .where(
      and(
        inArray(
          matchChunks.runId,
          active.map(({ id }) => id),
        ),
        eq(matchChunks.chunk, chunk),
        isNull(matchChunks.doneAt),
      ),
    )
    .returning({ runId: matchChunks.runId });
  const taken = new Set(mine.map(({ runId }) => runId));
  const fresh = scored.filter(({ run }) => taken.has(run.id));
  if (fresh.length === 0) return [];
  await writeResults(
    tx,
    fresh.flatMap(({ rows }) => rows),
  );
  const counts = (valueOf: (each: ScoredRun) => unknown) => sql.param(fresh.map(valueOf));
  const { rows: counted } = await tx.execute<{ id: string; whole: boolean }>(sql`
    update match_runs r set state = 'running', chunks_done = r.chunks_done + 1, scored = r.scored + u.scored,
      moved_at = ${ctx.now().toISOString()}::timestamptz
    from unnest(${counts(({ run }) => run.id)}::uuid[], ${counts((each) => each.scored)}::int[]) as u (id, scored)
    where r.id = u.id returning r.id, r.chunks_done = r.chunks as whole`);
  const whole = new Set(counted.flatMap(({ id, whole }) => (whole ? [id] : [])));
  await publishRuns(
    ctx,
    tx,
    locked,
    fresh.map(({ run }) => run).filter(({ id }) => whole.has(id)),
  );
  return fresh;
};

/** The last chunk's transaction: rank, switch the jobs' pointers, tell the next topic, start following runs. */
const publishRuns = async (
  ctx: Context,
  tx: Transaction,
  locked: readonly (typeof jobs.$inferSelect)[],
  runs: readonly Run[],
): Promise<void> => {
  if (runs.length === 0) return;
  await mergeResults(ctx, tx, runs);
  const done = await tx
    .update(matchRuns)
    .set({ state: 'succeeded', finishedAt: ctx.now(), movedAt: ctx.now() })
    .where(
      inArray(
        matchRuns.id,
        runs.map((run) => run.id),
      ),
    )
    .returning();
  await tx.execute(sql`
    update jobs j set current_run_id = r.id from match_runs r
    where j.id = r.job_id and r.id = ${anyId(done.map((run) => run.id))}`);
  forgetRankings(tx, done);
  const alone = done.filter((run) => run.batchId === null);
  await enqueueAll(
    ctx,
    tx,
    alone.map((run) => ({
      topic: 'run-finished' as const,
      payload: { runId: run.id, patch: 0 },
      idempotencyKey: `run-finished:${run.id}:0`,
    })),
  );
  const jobOf = new Map(locked.map((job) => [job.id, job]));
  for (const run of done) {
    const job = jobOf.get(run.jobId);
    if (run.followUp === null || job?.state !== 'open' || job.currentVersionId === null) continue;
    await startRun(ctx, tx, job, job.currentVersionId, run.followUp);
  }
  await auditDone(ctx, tx, done);
};

/** One entry a run or, for the runs of a batch, one an organisation: a night would else fill the log. */
const auditDone = async (ctx: Context, tx: Transaction, done: readonly Run[]): Promise<void> => {
  for (const run of done.filter(({ batchId }) => batchId === null)) {
    await audit(ctx, tx, {
      organizationId: run.organizationId,
      action: 'run.succeeded',
      entity: 'run',
      entityId: run.id,
      data: { jobId: run.jobId, scored: run.scored },
    });
  }
  const byOrganization = Map.groupBy(
    done.filter(({ batchId }) => batchId !== null),
    ({ organizationId }) => organizationId,
  );
  for (const organizationId of [...byOrganization.keys()].sort()) {
    const runs = byOrganization.get(organizationId) ?? [];
    await audit(ctx, tx, {
      organizationId,
      action: 'batch.ranked',
      entity: 'batch',
      entityId: runs[0]?.batchId ?? '',
      data: { jobs: runs.length },
    });
  }
};
