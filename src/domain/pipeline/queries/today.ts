import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { candidacies, candidates, imports, jobs, matchResults, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember } from '@/domain/kernel/transaction';
import type { TodayView } from '../schema/today';
import { openContests } from './contests';
import { freshAnswers } from './fresh-answers';
import { isPair } from './ranked-page';

const DECISIONS_SHOWN = 5;

const undecidedStrong = and(
  eq(jobs.state, 'open'),
  eq(matchResults.group, 'ranked'),
  eq(matchResults.band, 'strong'),
  eq(candidacies.stage, 'new'),
  isNull(candidates.mergedIntoId),
);

/** What needs a recruiter today: undecided strong matches by job, the freshest of them, and work under way. */
export const today = (ctx: Context, grant: Authorized<'match:read'>): Promise<TodayView> =>
  asMember(ctx, grant, async (tx) => {
    const decisions = await tx
      .select({
        jobId: jobs.id,
        title: jobs.title,
        strong: sql<number>`count(*)::int`,
        oldest: sql`min(${candidacies.createdAt})`.mapWith(candidacies.createdAt),
        jobsInAll: sql<number>`(count(*) over ())::int`,
        best: sql<string>`(array_agg(${matchResults.candidateId} order by ${matchResults.expected} desc, ${matchResults.candidateId}))[1]`,
      })
      .from(jobs)
      .innerJoin(matchResults, eq(matchResults.runId, jobs.currentRunId))
      .innerJoin(candidacies, isPair)
      .innerJoin(candidates, eq(candidates.id, matchResults.candidateId))
      .where(undecidedStrong)
      .groupBy(jobs.id)
      .orderBy(desc(sql`count(*)`), jobs.id)
      .limit(DECISIONS_SHOWN);
    const bestOf = await bestPeople(tx, decisions);
    const fresh = await tx
      .select({
        result: matchResults,
        person: candidates,
        candidacy: candidacies,
        title: jobs.title,
        bands: matchRuns.bands,
      })
      .from(jobs)
      .innerJoin(matchRuns, eq(matchRuns.id, jobs.currentRunId))
      .innerJoin(matchResults, eq(matchResults.runId, jobs.currentRunId))
      .innerJoin(candidacies, isPair)
      .innerJoin(candidates, eq(candidates.id, matchResults.candidateId))
      .where(undecidedStrong)
      .orderBy(desc(candidacies.createdAt), desc(matchResults.expected))
      .limit(6);
    const running = await tx
      .select({
        jobId: jobs.id,
        title: jobs.title,
        chunks: matchRuns.chunks,
        chunksDone: matchRuns.chunksDone,
      })
      .from(matchRuns)
      .innerJoin(jobs, eq(jobs.id, matchRuns.jobId))
      .where(inArray(matchRuns.state, ['queued', 'running']))
      .limit(5);
    const receiving = await tx
      .select({ id: imports.id, total: imports.total, createdAt: imports.createdAt })
      .from(imports)
      .where(eq(imports.state, 'receiving'))
      .limit(5);
    return {
      decisions: decisions.flatMap(({ jobId, title, strong, oldest }) => {
        const best = bestOf.get(jobId);
        return best === undefined ? [] : [{ jobId, title, strong, oldest, best }];
      }),
      decisionsInAll: decisions[0]?.jobsInAll ?? 0,
      contests: await openContests(tx),
      answers: await freshAnswers(ctx, tx),
      running,
      receiving,
      fresh: fresh.map(({ result, person, candidacy, title, bands }) => ({
        jobId: result.jobId,
        jobTitle: title,
        candidateId: person.id,
        name: candidacy.unmaskedAt === null ? null : person.name,
        code: person.code,
        expected: result.expected,
        low: result.low,
        high: result.high,
        band: result.band,
        bands: bands ?? undefined,
      })),
    };
  });

/** The person of each pair, as the employer may name them. */
const bestPeople = async (tx: Transaction, pairs: readonly { jobId: string; best: string }[]) => {
  const rows =
    pairs.length === 0
      ? []
      : await tx
          .select({
            result: matchResults,
            person: candidates,
            unmaskedAt: candidacies.unmaskedAt,
            bands: matchRuns.bands,
          })
          .from(jobs)
          .innerJoin(matchRuns, eq(matchRuns.id, jobs.currentRunId))
          .innerJoin(matchResults, eq(matchResults.runId, jobs.currentRunId))
          .innerJoin(candidacies, isPair)
          .innerJoin(candidates, eq(candidates.id, matchResults.candidateId))
          .where(
            or(
              ...pairs.map(({ jobId, best }) => and(eq(jobs.id, jobId), eq(matchResults.candidateId, best))),
            ),
          );
  return new Map(
    rows.map(({ result, person, unmaskedAt, bands }) => [
      result.jobId,
      {
        name: unmaskedAt === null ? null : person.name,
        code: person.code,
        expected: result.expected,
        bands: bands ?? undefined,
      },
    ]),
  );
};
