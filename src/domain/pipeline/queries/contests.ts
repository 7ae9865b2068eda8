import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { candidacies, candidates, contests, jobs } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { factorSchema } from '@/domain/scoring/schema';
import type { ContestView, TodayView } from '../schema';

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
  return rows.map(({ id, factor, message, openedAt, outcome, answer, answeredAt }) => ({
    contestId: id,
    factor: factorSchema.nullable().parse(factor),
    message,
    openedAt,
    outcome,
    answer,
    answeredAt,
  }));
};

/** Contests that nobody of the organisation has answered, the oldest first. */
export const openContests = async (tx: Transaction): Promise<TodayView['contests']> => {
  const rows = await tx
    .select({ contest: contests, title: jobs.title, person: candidates, unmaskedAt: candidacies.unmaskedAt })
    .from(contests)
    .innerJoin(jobs, eq(jobs.id, contests.jobId))
    .innerJoin(
      candidacies,
      and(eq(candidacies.jobId, contests.jobId), eq(candidacies.candidateId, contests.candidateId)),
    )
    .innerJoin(candidates, eq(candidates.id, contests.candidateId))
    .where(isNull(contests.answeredAt))
    .orderBy(asc(contests.openedAt))
    .limit(20);
  return rows.map(({ contest, title, person, unmaskedAt }) => ({
    contestId: contest.id,
    jobId: contest.jobId,
    jobTitle: title,
    candidateId: person.id,
    name: unmaskedAt === null ? null : person.name,
    code: person.code,
    openedAt: contest.openedAt,
  }));
};
