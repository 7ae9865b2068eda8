import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { candidacies, candidates, contests, jobs, matchResults } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { factorSchema } from '@/domain/scoring/schema';
import type { ContestView } from '../schema/contest';
import type { TodayView } from '../schema/today';

const contestView = (row: typeof contests.$inferSelect): ContestView => ({
  contestId: row.id,
  factor: factorSchema.nullable().parse(row.factor),
  message: row.message,
  openedAt: row.openedAt,
  outcome: row.outcome,
  answer: row.answer,
  answeredAt: row.answeredAt,
});

/** What a person contested about one job, the newest first. */
export const contestsOf = async (
  tx: Transaction,
  pair: { jobId: string; candidateId: string },
): Promise<ContestView[]> => {
  const rows = await tx
    .select()
    .from(contests)
    .where(and(eq(contests.jobId, pair.jobId), eq(contests.candidateId, pair.candidateId)))
    .orderBy(desc(contests.openedAt), desc(contests.id));
  return rows.map(contestView);
};

/** Contests that nobody of the organisation has answered, the oldest first. */
export const openContests = async (tx: Transaction): Promise<TodayView['contests']> => {
  const rows = await tx
    .select({
      contest: contests,
      title: jobs.title,
      person: candidates,
      unmaskedAt: candidacies.unmaskedAt,
      group: matchResults.group,
    })
    .from(contests)
    .innerJoin(jobs, eq(jobs.id, contests.jobId))
    .innerJoin(
      candidacies,
      and(eq(candidacies.jobId, contests.jobId), eq(candidacies.candidateId, contests.candidateId)),
    )
    .innerJoin(candidates, eq(candidates.id, contests.candidateId))
    .leftJoin(
      matchResults,
      and(eq(matchResults.runId, jobs.currentRunId), eq(matchResults.candidateId, contests.candidateId)),
    )
    .where(isNull(contests.answeredAt))
    .orderBy(asc(contests.openedAt))
    .limit(20);
  return rows.map(({ contest, title, person, unmaskedAt, group }) => ({
    contest: contestView(contest),
    jobId: contest.jobId,
    jobTitle: title,
    candidateId: person.id,
    name: unmaskedAt === null ? null : person.name,
    code: person.code,
    group,
  }));
};
