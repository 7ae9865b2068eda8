import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { jobs, matchBatches, matchParts, matchRuns, organizations } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asAdmin } from '@/domain/kernel/transaction';
import { MICRO_USD_PER_MESSAGE } from '../nights';
import type { RunsOverview } from '../schema/batches';

const BATCHES = 60;
const RUNS = 40;

/**
 * The latest batches with how far they are and what they took, and runs of single jobs that are under way or whose failure is the
 * last that their job saw. Only for platform admins.
 */
export const runsOverview = (ctx: Context): Promise<RunsOverview> =>
  asAdmin(ctx, async (tx) => {
    const batches = await tx
      .select({
        batch: matchBatches,
        parts: sql<number>`count(${matchParts.batchId})::int`,
        partsDone: sql<number>`count(${matchParts.doneAt})::int`,
        pairs: sql<number>`coalesce(sum(${matchParts.pairs}), 0)::float8`,
        rows: sql<number>`coalesce(sum(${matchParts.rows}), 0)::int`,
      })
      .from(matchBatches)
      .leftJoin(matchParts, eq(matchParts.batchId, matchBatches.id))
      .groupBy(matchBatches.id)
      .orderBy(desc(matchBatches.createdAt))
      .limit(BATCHES);
    const runs = await tx
      .select({ run: matchRuns, title: jobs.title, organizationName: organizations.name })
      .from(matchRuns)
      .innerJoin(jobs, eq(jobs.id, matchRuns.jobId))
      .innerJoin(organizations, eq(organizations.id, jobs.organizationId))
      .where(
        and(
          isNull(matchRuns.batchId),
          inArray(matchRuns.state, ['queued', 'running', 'failed']),
          sql`not exists (select from match_runs later where later.job_id = ${matchRuns.jobId}
            and later.created_at > ${matchRuns.createdAt})`,
        ),
      )
      .orderBy(desc(matchRuns.createdAt))
      .limit(RUNS);
    return {
      batches: batches.map(({ batch, parts, partsDone, pairs, rows }) => ({
        id: batch.id,
        trigger: batch.trigger,
        state: batch.state,
        timeZone: batch.timeZone,
        day: batch.day,
        jobs: batch.jobs,
        parts,
        partsDone,
        pairs,
        rows,
        messages: batch.messages,
        seconds: ((batch.finishedAt ?? ctx.now()).getTime() - batch.createdAt.getTime()) / 1000,
        costMicroUsd: batch.messages * MICRO_USD_PER_MESSAGE,
        error: batch.error,
        createdAt: batch.createdAt,
      })),
      runs: runs.map(({ run, title, organizationName }) => ({
        id: run.id,
        jobId: run.jobId,
        title,
        organizationName,
        trigger: run.trigger,
        state: run.state,
        chunks: run.chunks,
        chunksDone: run.chunksDone,
        scored: run.scored,
        error: run.error,
        createdAt: run.createdAt,
      })),
    };
  });
