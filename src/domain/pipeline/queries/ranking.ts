import { desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { candidacies, candidates, experiments, jobs, matchResults, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { rankingsOf } from '@/domain/matching/kept-rankings';
import { ACTIVE_STATES } from '@/domain/matching/runs';
import { cache } from '@/services/cache';
import { rankedPageSchema, type RankingView } from '../schema/ranking';
import { isPair, NOBODY_RANKED, rankedPage, type ListMatchesInput } from './ranked-page';

/** How long a page of a ranking may lie in Redis. What changes it changes its name, so this only bounds what nobody asks for. */
const KEPT_SECONDS = 120;
/** Grows when a kept page would be read differently. */
const PAGE_FORMAT = 1;

/**
 * A job's current ranking, one group of it, with how far a newer run is. Only rows of the run that the job points at
 * are ever read. The page itself may come from Redis: under a name that says all that it depends on, which Postgres is asked for
 * first, as the member. Throws `not_found`.
 */
export const listMatches = async (
  ctx: Context,
  grant: Authorized<'match:read'>,
  input: ListMatchesInput,
): Promise<RankingView> => {
  const standing = await asMember(ctx, grant, (tx) => standingOf(tx, input.jobId));
  const { job, current, newest } = standing;
  const active = ACTIVE_STATES.some((state) => state === newest?.state);
  const unranked = job.state === 'open' && current?.jobVersionId !== job.currentVersionId;
  const failed = !active && newest?.state === 'failed';
  const runId = current?.id ?? null;
  const page =
    runId === null
      ? NOBODY_RANKED
      : await cache().read(
          {
            group: rankingsOf(grant.organizationId, input.jobId),
            name: pageName(standing, input),
            seconds: KEPT_SECONDS,
            schema: rankedPageSchema,
          },
          () => asMember(ctx, grant, (tx) => rankedPage(ctx, tx, runId, input)),
        );
  return {
    runId,
    patches: current?.patches ?? 0,
    computing:
      active || (unranked && !failed)
        ? { chunksDone: active ? (newest?.chunksDone ?? 0) : 0, chunks: active ? (newest?.chunks ?? 1) : 1 }
        : null,
    failed,
    ...page,
  };
};

/**
 * How a job's ranking stands, in one statement: its run, the newest run, and a revision of every row that a page is made of. A row
 * gets another xmin with each write, whoever writes it, and a sum of hashes does not depend on the order of commits as a greatest
 * time would. Throws `not_found`.
 */
const standingOf = async (tx: Transaction, jobId: string) => {
  const newest = tx
    .select({ state: matchRuns.state, chunks: matchRuns.chunks, chunksDone: matchRuns.chunksDone })
    .from(matchRuns)
    .where(eq(matchRuns.jobId, jobs.id))
    .orderBy(desc(matchRuns.createdAt), desc(matchRuns.id))
    .limit(1)
    .as('newest');
  const current = alias(matchRuns, 'current');
  const revision = sql<string>`(
    select count(*) || '.' || coalesce(sum(hashtextextended(
      concat_ws(':', ${candidates.id}, ${candidacies}.xmin, ${candidates}.xmin, ${matchResults}.xmin), 0)), 0)
    from ${matchResults} join ${candidacies} on ${isPair} join ${candidates} on ${eq(candidates.id, matchResults.candidateId)}
    where ${eq(matchResults.runId, jobs.currentRunId)})`;
  const [standing] = await tx
    .select({
      job: { state: jobs.state, currentVersionId: jobs.currentVersionId },
      current: { id: current.id, patches: current.patches, jobVersionId: current.jobVersionId },
      newest: { state: newest.state, chunks: newest.chunks, chunksDone: newest.chunksDone },
      experimentId: sql<
        string | null
      >`(select ${experiments.id} from ${experiments} where ${experiments.state} = 'running')`,
      revision,
    })
    .from(jobs)
    .leftJoin(current, eq(current.id, jobs.currentRunId))
    .leftJoinLateral(newest, sql`true`)
    .where(eq(jobs.id, jobId));
  if (standing === undefined) throw notFound('This job');
  return standing;
};

/** What a page depends on besides organisation and job. */
const pageName = (
  { current, experimentId, revision }: Awaited<ReturnType<typeof standingOf>>,
  { group, bands, minimumScore, stage }: ListMatchesInput,
): string =>
  [
    PAGE_FORMAT,
    loadCatalog().hashes.masks,
    current?.id,
    current?.patches,
    revision,
    experimentId,
    group,
    bands.toSorted(),
    minimumScore,
    stage,
  ].join(':');
