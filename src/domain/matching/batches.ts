import { and, asc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { jobs, matchBatches, matchChunks, matchParts, matchRuns, organizations } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { enqueue, enqueueAll } from '@/domain/kernel/outbox';
import { traceparent } from '@/domain/kernel/trace';
import { asWorker } from '@/domain/kernel/transaction';
import { bandsInUse } from './bands';
import { JOBS_PER_GROUP, nightDue, PEOPLE_PER_SHARD } from './nights';
import { ACTIVE_STATES } from './runs';
import type { RunTrigger } from './schema';
import type { Bound } from './shard';
import { weightsInUse } from './weights';

export type Batch = typeof matchBatches.$inferSelect;
type Job = typeof jobs.$inferSelect;
const INSERT_ROWS = 1_000;

/** Open jobs with a published version, and the time zone of their organisation. */
const openJobs = and(eq(jobs.state, 'open'), isNotNull(jobs.currentVersionId));

/**
 * Begins a batch of the open jobs of a time zone, in the caller's transaction. A night that has begun already is not begun again.
 * Returns the id, or null.
 */
export const startBatch = async (
  ctx: Context,
  tx: Transaction,
  { trigger, timeZone, day }: { trigger: RunTrigger; timeZone: string; day: string },
): Promise<string | null> => {
  const now = ctx.now();
  const [batch] = await tx
    .insert(matchBatches)
    .values({
      id: ctx.newId(),
      trigger,
      timeZone,
      day,
      messages: 1,
      traceparent: traceparent(ctx.trace),
      createdAt: now,
      movedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: matchBatches.id });
  if (batch === undefined) return null;
  await enqueue(ctx, tx, 'match-batch', { batchId: batch.id }, { idempotencyKey: `batch:${batch.id}` });
  return batch.id;
};

/** The hourly tick: begins the night of every time zone where it is due. Ticks that are missed, late or doubled change nothing. */
export const consumeMatchNight = (ctx: Context): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const zones = await tx
      .selectDistinct({ timeZone: organizations.timeZone })
      .from(jobs)
      .innerJoin(organizations, eq(organizations.id, jobs.organizationId))
      .where(openJobs)
      .orderBy(asc(organizations.timeZone));
    for (const { timeZone } of zones) {
      const day = nightDue(ctx.now(), timeZone);
      if (day !== null) await startBatch(ctx, tx, { trigger: 'nightly', timeZone, day });
    }
  });

/** Key ranges of at most `PEOPLE_PER_SHARD` people each, open at both ends, so that late arrivals fall into one. */
const shardBounds = async (tx: Transaction): Promise<Bound[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select candidate_id as id from (
      select candidate_id, row_number() over (order by candidate_id) as n from candidate_features
    ) numbered where n % ${PEOPLE_PER_SHARD} = 0 order by candidate_id`);
  const cuts = rows.map((row) => row.id);
  return [...cuts, null].map((upToId, index) => ({ afterId: cuts[index - 1] ?? null, upToId }));
};

/**
 * The jobs that a batch is to rank, promoted ones first, locked. Runs of their older versions or of an older batch are superseded;
 * of the present version, a run that is under way is asked to be followed by another.
 */
const takeJobs = async (ctx: Context, tx: Transaction, batch: Batch): Promise<Job[]> => {
  const inZone = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .innerJoin(organizations, eq(organizations.id, jobs.organizationId))
    .where(and(openJobs, eq(organizations.timeZone, batch.timeZone)));
  const ids = inZone.map(({ id }) => id);
  const locked = await tx
    .select()
    .from(jobs)
    .where(and(inArray(jobs.id, ids), openJobs))
    .orderBy(asc(jobs.id))
    .for('update');
  const overtaken = await tx
    .update(matchBatches)
    .set({ state: 'superseded', movedAt: ctx.now(), finishedAt: ctx.now() })
    .where(
      and(
        eq(matchBatches.timeZone, batch.timeZone),
        ne(matchBatches.id, batch.id),
        inArray(matchBatches.state, ACTIVE_STATES),
        sql`${matchBatches.createdAt} <= ${batch.createdAt.toISOString()}::timestamptz`,
      ),
    )
    .returning({ id: matchBatches.id });
  const superseded = { state: 'superseded', movedAt: ctx.now(), finishedAt: ctx.now() } as const;
  await tx
    .update(matchRuns)
    .set(superseded)
    .where(
      and(
        inArray(matchRuns.state, ACTIVE_STATES),
        inArray(
          matchRuns.batchId,
          overtaken.map(({ id }) => id),
        ),
      ),
    );
  const active = await tx
    .select()
    .from(matchRuns)
    .where(and(inArray(matchRuns.jobId, ids), inArray(matchRuns.state, ACTIVE_STATES)))
    .for('update');
  const versionOf = new Map(locked.map((job) => [job.id, job.currentVersionId]));
  const current = active.filter((run) => run.jobVersionId === versionOf.get(run.jobId));
  const currentIds = new Set(current.map((run) => run.id));
  await tx
    .update(matchRuns)
    .set({ followUp: batch.trigger })
    .where(inArray(matchRuns.id, [...currentIds]));
  await tx
    .update(matchRuns)
    .set(superseded)
    .where(
      inArray(
        matchRuns.id,
        active.flatMap(({ id }) => (currentIds.has(id) ? [] : [id])),
      ),
    );
  const busy = new Set(current.map((run) => run.jobId));
  return locked.filter((job) => !busy.has(job.id)).sort((a, b) => Number(b.promoted) - Number(a.promoted));
};

const inChunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));

/** The message of one part; `again` tells deliveries that the reconciler asks for apart. */
export const partMessage = (part: { batchId: string; jobGroup: number; shard: number }, again = 0) => ({
  topic: 'match-part' as const,
  payload: { batchId: part.batchId, group: part.jobGroup, shard: part.shard },
  idempotencyKey: `part:${part.batchId}:${part.jobGroup}:${part.shard}:${again}`,
});

/** Cuts a batch into parts, with a run for each job, and sends the parts off. A repeated delivery does nothing. */
export const consumeMatchBatch = (ctx: Context, { batchId }: { batchId: string }): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [batch] = await tx.select().from(matchBatches).where(eq(matchBatches.id, batchId)).for('update');
    if (batch === undefined) throw notFound('This batch');
    if (batch.state !== 'queued' || batch.groups > 0) return;
    const taken = await takeJobs(ctx, tx, batch);
    const bounds = await shardBounds(tx);
    const weightsOf = await weightsInUse(
      ctx,
      tx,
      taken.map(({ currentVersionId }) => currentVersionId ?? ''),
    );
    const bands = await bandsInUse(tx);
    const groups = inChunks(taken, JOBS_PER_GROUP);
    const now = ctx.now();
    const runs: (typeof matchRuns.$inferInsert)[] = [];
    for (const [jobGroup, group] of groups.entries()) {
      for (const { id: jobId, organizationId, currentVersionId } of group) {
        runs.push({
          id: ctx.newId(),
          organizationId,
          jobId,
          jobVersionId: currentVersionId ?? '',
          trigger: batch.trigger,
          batchId,
          jobGroup,
          weightSetHash: weightsOf(currentVersionId ?? ''),
          bands,
          asOf: batch.day,
          chunks: bounds.length,
          traceparent: batch.traceparent,
          createdAt: now,
          movedAt: now,
        });
      }
    }
    for (const some of inChunks(runs, INSERT_ROWS)) await tx.insert(matchRuns).values(some);
    const chunks = runs.flatMap(({ id: runId, organizationId }) =>
      bounds.map((bound, chunk) => ({ organizationId, runId, chunk, ...bound })),
    );
    for (const some of inChunks(chunks, INSERT_ROWS)) await tx.insert(matchChunks).values(some);
    const parts = groups.flatMap((_, jobGroup) =>
      bounds.map((bound, shard) => ({ batchId, jobGroup, shard, ...bound })),
    );
    for (const some of inChunks(parts, INSERT_ROWS)) await tx.insert(matchParts).values(some);
    await enqueueAll(
      ctx,
      tx,
      parts.map((part) => partMessage(part)),
    );
    const empty = parts.length === 0;
    await tx
      .update(matchBatches)
      .set({
        state: empty ? 'succeeded' : 'running',
        jobs: runs.length,
        groups: groups.length,
        shards: bounds.length,
        messages: batch.messages + parts.length,
        movedAt: now,
        finishedAt: empty ? now : null,
      })
      .where(eq(matchBatches.id, batchId));
  });
