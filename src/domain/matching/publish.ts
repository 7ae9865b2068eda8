import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { jobs, matchChunks, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { auditAll } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { enqueueAll } from '@/domain/kernel/outbox';
import type { ScoredRun } from './adapter';
import { forgetRankings } from './kept-rankings';
import type { Run } from './load';
import { mergeResults, type WholeRun } from './merge';
import { anyId, writeResults } from './results';
import { ACTIVE_STATES, startRun } from './runs';

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
    .select({ id: jobs.id, currentRunId: jobs.currentRunId })
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
  const allWritten = await writeResults(
    tx,
    fresh.map(({ rows }) => rows),
  );
  const counts = (valueOf: (each: ScoredRun) => unknown) => sql.param(fresh.map(valueOf));
  const { rows: counted } = await tx.execute<{ id: string; whole: boolean }>(sql`
    update match_runs r set state = 'running', chunks_done = r.chunks_done + 1, scored = r.scored + u.scored,
      moved_at = ${ctx.now().toISOString()}::timestamptz
    from unnest(${counts(({ run }) => run.id)}::uuid[], ${counts((each) => each.scored)}::int[]) as u (id, scored)
    where r.id = u.id returning r.id, r.chunks_done = r.chunks as whole`);
  const whole = new Set(counted.flatMap(({ id, whole }) => (whole ? [id] : [])));
  const before = new Map(locked.map(({ id, currentRunId }) => [id, currentRunId]));
  await publishRuns(
    ctx,
    tx,
    fresh.flatMap(({ run, rows }) =>
      whole.has(run.id)
        ? {
            run,
            before: before.get(run.jobId) ?? null,
            floors: allWritten && run.chunks === 1 ? rows.floors : null,
          }
        : [],
    ),
  );
  return fresh;
};

/** The last chunk's transaction: rank, switch the jobs' pointers, tell the next topic, start following runs. */
const publishRuns = async (ctx: Context, tx: Transaction, whole: readonly WholeRun[]): Promise<void> => {
  if (whole.length === 0) return;
  await mergeResults(ctx, tx, whole);
  const told = whole.filter(({ floors }) => floors !== null);
  const floors = sql`coalesce((
    select u.floors from unnest(${sql.param(told.map(({ run }) => run.id))}::uuid[],
      ${sql.param(told.map(({ floors }) => JSON.stringify(floors)))}::jsonb[]) as u (id, floors)
    where u.id = ${matchRuns.id}), ${matchRuns.floors})`;
  const done = await tx
    .update(matchRuns)
    .set({ state: 'succeeded', finishedAt: ctx.now(), movedAt: ctx.now(), floors })
    .where(
      inArray(
        matchRuns.id,
        whole.map(({ run }) => run.id),
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
  await startFollowing(ctx, tx, done);
  await auditDone(ctx, tx, done);
};

/** Starts the runs that were asked for while these were under way, of jobs that are still open. */
const startFollowing = async (ctx: Context, tx: Transaction, done: readonly Run[]): Promise<void> => {
  const asked = new Map(
    done.flatMap(({ jobId, followUp }) => (followUp === null ? [] : [[jobId, followUp]])),
  );
  if (asked.size === 0) return;
  const open = await tx
    .select()
    .from(jobs)
    .where(and(inArray(jobs.id, [...asked.keys()]), eq(jobs.state, 'open')))
    .orderBy(asc(jobs.id));
  for (const job of open) {
    const trigger = asked.get(job.id);
    if (trigger === undefined || job.currentVersionId === null) continue;
    await startRun(ctx, tx, job, job.currentVersionId, trigger);
  }
};

/** One entry a run or, for the runs of a batch, one an organisation: a night would else fill the log. */
const auditDone = async (ctx: Context, tx: Transaction, done: readonly Run[]): Promise<void> => {
  const [ofBatches, alone] = [
    done.filter(({ batchId }) => batchId !== null),
    done.filter(({ batchId }) => batchId === null),
  ];
  const byOrganization = Map.groupBy(ofBatches, ({ organizationId }) => organizationId);
  await auditAll(ctx, tx, [
    ...alone.map(({ id, organizationId, jobId, scored }) => ({
      organizationId,
      action: 'run.succeeded',
      entity: 'run',
      entityId: id,
      data: { jobId, scored },
    })),
    ...[...byOrganization].map(([organizationId, runs]) => ({
      organizationId,
      action: 'batch.ranked',
      entity: 'batch',
      entityId: runs[0]?.batchId ?? '',
      data: { jobs: runs.length },
    })),
  ]);
};
