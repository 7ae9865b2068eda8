import { and, desc, eq, gt, gte, isNotNull, sql } from 'drizzle-orm';
import { candidacies, factRequests, jobs, matchResults } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import type { MatchGroup } from '@/domain/scoring/schema';
import type { TodayView } from '../schema/today';

const FRESH_MS = 7 * 24 * 60 * 60 * 1000;

/** Answers of the last week to what the organisation asked, of people whom nobody has moved since; by open job. */
export const freshAnswers = (ctx: Context, tx: Transaction): Promise<TodayView['answers']> => {
  const newest = sql`max(${factRequests.answeredAt})`.mapWith(factRequests.answeredAt);
  return tx
    .select({
      jobId: jobs.id,
      jobTitle: jobs.title,
      count: sql<number>`count(*)::int`,
      newest,
      candidateId: sql<string>`(array_agg(${factRequests.candidateId} order by ${factRequests.answeredAt} desc))[1]`,
      group: sql<MatchGroup | null>`(array_agg(${matchResults.group} order by ${factRequests.answeredAt} desc))[1]`,
    })
    .from(factRequests)
    .innerJoin(jobs, eq(jobs.id, factRequests.jobId))
    .innerJoin(
      candidacies,
      and(eq(candidacies.jobId, factRequests.jobId), eq(candidacies.candidateId, factRequests.candidateId)),
    )
    .leftJoin(
      matchResults,
      and(eq(matchResults.runId, jobs.currentRunId), eq(matchResults.candidateId, factRequests.candidateId)),
    )
    .where(
      and(
        eq(jobs.state, 'open'),
        isNotNull(factRequests.answeredAt),
        gt(factRequests.answeredAt, new Date(ctx.now().getTime() - FRESH_MS)),
        gte(factRequests.answeredAt, candidacies.stageSince),
      ),
    )
    .groupBy(jobs.id)
    .orderBy(desc(newest))
    .limit(10);
};
