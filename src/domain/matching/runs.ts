import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { jobs, matchChunks, matchRequests, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { enqueue } from '@/domain/kernel/outbox';
import type { TopicPayload } from '@/domain/kernel/topics';
import { traceparent } from '@/domain/kernel/trace';
import { asWorker } from '@/domain/kernel/transaction';
import { bandsInUse } from './bands';
import { mayBeScored } from './eligibility';
import { CANDIDATES_PER_CHUNK, type RunTrigger } from './schema';
import type { Bound } from './shard';
import { weightsInUse } from './weights';

type Job = typeof jobs.$inferSelect;
export const ACTIVE_STATES = ['queued', 'running'] as const;

/**
 * Turns a request into a run of the job's current version. A repeated delivery does nothing; while a run of the same
 * version is active the request is folded into one following run; a run of an older version is superseded. A job that is
 * not open is not ranked.
 */
export const consumeMatchRequest = (ctx: Context, request: TopicPayload<'match-request'>): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [job] = await tx.select().from(jobs).where(eq(jobs.id, request.jobId)).for('update');
    if (job === undefined || job.state !== 'open' || job.currentVersionId === null) return;
    const [fresh] = await tx
      .insert(matchRequests)
      .values({ id: request.requestId, organizationId: job.organizationId, jobId: job.id, at: ctx.now() })
      .onConflictDoNothing()
      .returning({ id: matchRequests.id });
    if (fresh === undefined) return;
    const [active] = await tx
      .select()
      .from(matchRuns)
      .where(and(eq(matchRuns.jobId, job.id), inArray(matchRuns.state, ACTIVE_STATES)))
      .for('update');
    if (active !== undefined && active.jobVersionId === job.currentVersionId) {
      await tx.update(matchRuns).set({ followUp: request.trigger }).where(eq(matchRuns.id, active.id));
      return;
    }
    if (active !== undefined) {
      await tx
        .update(matchRuns)
        .set({ state: 'superseded', movedAt: ctx.now(), finishedAt: ctx.now() })
        .where(eq(matchRuns.id, active.id));
    }
    await startRun(ctx, tx, job, job.currentVersionId, request.trigger);
  });

/** Inserts a run with its chunks and their messages. The caller holds the job's lock and saw no active run. */
export const startRun = async (
  ctx: Context,
  tx: Transaction,
  job: Job,
  jobVersionId: string,
  trigger: RunTrigger,
): Promise<string> => {
  const now = ctx.now();
  const { organizationId } = job;
  const weightsOf = await weightsInUse(ctx, tx, [jobVersionId]);
  const bands = await bandsInUse(tx);
  const bounds = await chunkBounds(tx, job);
  const runId = ctx.newId();
  await tx.insert(matchRuns).values({
    id: runId,
    organizationId,
    jobId: job.id,
    jobVersionId,
    trigger,
    weightSetHash: weightsOf(jobVersionId),
    bands,
    asOf: now.toISOString().slice(0, 10),
    chunks: bounds.length,
    traceparent: traceparent(ctx.trace),
    createdAt: now,
    movedAt: now,
  });
  await tx
    .insert(matchChunks)
    .values(bounds.map((bound, chunk) => ({ organizationId, runId, chunk, ...bound })));
  for (const chunk of bounds.keys()) {
    await enqueue(ctx, tx, 'match-chunk', { runId, chunk }, { idempotencyKey: `chunk:${runId}:${chunk}` });
  }
  const data = { jobId: job.id, trigger, chunks: bounds.length };
  await audit(ctx, tx, { organizationId, action: 'run.started', entity: 'run', entityId: runId, data });
  return runId;
};

/** Key ranges of at most `CANDIDATES_PER_CHUNK` people each; open at both ends, so that late arrivals fall into one. */
const chunkBounds = async (tx: Transaction, job: Job): Promise<Bound[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select candidate_id as id from (
      select candidate_id, row_number() over (order by candidate_id) as n
      from candidate_features where ${mayBeScored(job)}
    ) numbered where n % ${CANDIDATES_PER_CHUNK} = 0 order by candidate_id`);
  const cuts = rows.map((row) => row.id);
  return [...cuts, null].map((upToId, index) => ({ afterId: cuts[index - 1] ?? null, upToId }));
};

/** The newest run of a job, whatever its state; for progress. */
export const latestRun = async (tx: Transaction, jobId: string) => {
  const [run] = await tx
    .select()
    .from(matchRuns)
    .where(eq(matchRuns.jobId, jobId))
    .orderBy(desc(matchRuns.createdAt), desc(matchRuns.id))
    .limit(1);
  return run;
};
