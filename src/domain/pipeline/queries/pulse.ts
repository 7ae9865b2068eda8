import { eq } from 'drizzle-orm';
import { jobs, matchRuns } from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { ACTIVE_STATES, latestRun } from '@/domain/matching/runs';
import type { RankingPulse } from '../schema/ranking';

/** Whether a job's ranking is still the one that is shown: cheap enough to ask every few seconds. Throws `not_found`. */
export const rankingPulse = (
  ctx: Context,
  grant: Authorized<'match:read'>,
  { jobId }: { jobId: string },
): Promise<RankingPulse> =>
  asMember(ctx, grant, async (tx) => {
    const [job] = await tx
      .select({ runId: jobs.currentRunId, patches: matchRuns.patches })
      .from(jobs)
      .leftJoin(matchRuns, eq(matchRuns.id, jobs.currentRunId))
      .where(eq(jobs.id, jobId));
    if (job === undefined) throw notFound('This job');
    const newest = await latestRun(tx, jobId);
    return {
      runId: job.runId,
      patches: job.patches ?? 0,
      active: ACTIVE_STATES.some((state) => state === newest?.state),
    };
  });
