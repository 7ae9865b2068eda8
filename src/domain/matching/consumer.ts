import { and, eq, gt, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import {
  candidacies,
  candidateFeatures,
  jobs,
  jobVersions,
  matchChunks,
  matchResults,
  matchRuns,
  weightSets,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asWorker } from '@/domain/kernel/transaction';
import { compileJob } from '@/domain/scoring/compile';
import { rank } from '@/domain/scoring/rank';
import { weightSetSchema } from '@/domain/scoring/schema';
import { scorePair } from '@/domain/scoring/score';
import { mayBeScored } from './eligibility';
import { mergeResults } from './merge';
import { resultRow, type ResultRow } from './results';
import { ACTIVE_STATES, startRun } from './runs';
import { screeningOf } from './screening';
import { KEEP_PER_GROUP } from './schema';

type Run = typeof matchRuns.$inferSelect;
const INSERT_ROWS = 500;

/** Scores one chunk of a run and, with the last chunk, publishes the run. A repeated or stale delivery writes nothing. */
export const consumeMatchChunk = async (
  ctx: Context,
  { runId, chunk }: { runId: string; chunk: number },
): Promise<void> => {
  const work = await asWorker(ctx, (tx) => loadChunk(ctx, tx, runId, chunk));
  if (work === null) return;
  const { run, rows, scored } = work;
  await asWorker(ctx, async (tx) => {
    // The job first, as a request locks it first: two that lock in different orders would block each other.
    await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.id, run.jobId)).for('update');
    const [fence] = await tx.select().from(matchRuns).where(eq(matchRuns.id, runId)).for('update');
    if (fence === undefined || !isActive(fence)) return;
    const [mine] = await tx
      .update(matchChunks)
      .set({ doneAt: ctx.now() })
      .where(and(eq(matchChunks.runId, runId), eq(matchChunks.chunk, chunk), isNull(matchChunks.doneAt)))
      .returning({ chunk: matchChunks.chunk });
    if (mine === undefined) return;
    for (let at = 0; at < rows.length; at += INSERT_ROWS) {
      await tx.insert(matchResults).values(rows.slice(at, at + INSERT_ROWS));
    }
    const [counted] = await tx
      .update(matchRuns)
      .set({
        state: 'running',
        chunksDone: sql`${matchRuns.chunksDone} + 1`,
        scored: sql`${matchRuns.scored} + ${scored}`,
        movedAt: ctx.now(),
      })
      .where(eq(matchRuns.id, runId))
      .returning();
    if (counted !== undefined && counted.chunksDone === counted.chunks) await publishRun(ctx, tx, counted);
  });
  ctx.log.info('chunk scored', { runId, jobId: run.jobId, count: scored });
};

const isActive = (run: Run): boolean => run.state === 'queued' || run.state === 'running';

const loadChunk = async (
  ctx: Context,
  tx: Transaction,
  runId: string,
  chunk: number,
): Promise<{ run: Run; rows: ResultRow[]; scored: number } | null> => {
  const [found] = await tx
    .select({
      run: matchRuns,
      snapshot: jobVersions.snapshot,
      weights: weightSets.content,
      chunk: matchChunks,
    })
    .from(matchRuns)
    .innerJoin(jobVersions, eq(jobVersions.id, matchRuns.jobVersionId))
    .innerJoin(weightSets, eq(weightSets.hash, matchRuns.weightSetHash))
    .innerJoin(matchChunks, and(eq(matchChunks.runId, matchRuns.id), eq(matchChunks.chunk, chunk)))
    .where(eq(matchRuns.id, runId));
  if (found === undefined) throw notFound('This run');
  const { run } = found;
  if (!isActive(run) || found.chunk.doneAt !== null) return null;
  const catalog = loadCatalog();
  const facts = jobFacts(found.snapshot, catalog.roles);
  const compiled = compileJob(facts, weightSetSchema.parse(found.weights), catalog.taxonomy, run.asOf);
  const scoredAt = ctx.now();
  const people = await peopleOf(tx, run, found.chunk);
  const screening = await screeningOf(tx, run.jobId);
  const scores = people.map((person) => {
    const own = screening.get(person.candidateId);
    const known = own === undefined ? person.facts : { ...person.facts, screening: own };
    return { candidateId: person.candidateId, score: scorePair(compiled, known) };
  });
  const versions = new Map(people.map((person) => [person.candidateId, person]));
  const applied = await applicantsOf(tx, run.jobId);
  const own = people.filter((person) => person.organizationId === run.organizationId);
  const always = new Set([...own.map((person) => person.candidateId), ...applied]);
  const kept = rank(scores, run.jobId, KEEP_PER_GROUP, always);
  const rows = kept.map(({ candidateId, score }): ResultRow => {
    const person = versions.get(candidateId);
    if (person === undefined) throw new DomainError('internal', 'A ranked person was not read.');
    return resultRow(run, person, score, scoredAt);
  });
  return { run, rows, scored: people.length };
};

const peopleOf = (tx: Transaction, run: Run, bound: typeof matchChunks.$inferSelect) =>
  tx
    .select()
    .from(candidateFeatures)
    .where(
      and(
        mayBeScored({ id: run.jobId, organizationId: run.organizationId }),
        bound.afterId === null ? undefined : gt(candidateFeatures.candidateId, bound.afterId),
        bound.upToId === null ? undefined : lte(candidateFeatures.candidateId, bound.upToId),
      ),
    );

const applicantsOf = async (tx: Transaction, jobId: string): Promise<string[]> => {
  const rows = await tx
    .select({ candidateId: candidacies.candidateId })
    .from(candidacies)
    .where(and(eq(candidacies.jobId, jobId), ne(candidacies.source, 'matched')));
  return rows.map((row) => row.candidateId);
};

/** The last chunk's transaction: rank, switch the job's pointer, tell the next topic, start the following run. */
const publishRun = async (ctx: Context, tx: Transaction, run: Run): Promise<void> => {
  await mergeResults(ctx, tx, run);
  await tx
    .update(matchRuns)
    .set({ state: 'succeeded', finishedAt: ctx.now(), movedAt: ctx.now() })
    .where(eq(matchRuns.id, run.id));
  const [job] = await tx.update(jobs).set({ currentRunId: run.id }).where(eq(jobs.id, run.jobId)).returning();
  await enqueue(
    ctx,
    tx,
    'run-finished',
    { runId: run.id, patch: 0 },
    { idempotencyKey: `run-finished:${run.id}:0` },
  );
  if (run.followUp !== null && job?.state === 'open' && job.currentVersionId !== null) {
    await startRun(ctx, tx, job, job.currentVersionId, run.followUp);
  }
  await audit(ctx, tx, {
    organizationId: run.organizationId,
    action: 'run.succeeded',
    entity: 'run',
    entityId: run.id,
    data: { jobId: run.jobId, scored: run.scored },
  });
};

const STALLED_MS = 3 * 60_000;
const MAX_STALLS = 2;

/** Sends the open chunks of a run that stands still again, and fails it when that did not help. */
export const reconcileRuns = (ctx: Context): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const before = new Date(ctx.now().getTime() - STALLED_MS);
    const stalled = await tx
      .select()
      .from(matchRuns)
      .where(and(inArray(matchRuns.state, ACTIVE_STATES), lte(matchRuns.movedAt, before)))
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
