import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { screeningAnswers } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { among } from './results';

type Answers = Record<string, string>;
type Row = typeof screeningAnswers.$inferSelect;

/** The latest answers by `key`, of rows in the order they were given; an empty one is taken back. */
const latestBy = (rows: readonly Row[], key: 'candidateId' | 'jobId'): Map<string, Answers> => {
  const latest = new Map<string, Answers>();
  for (const row of rows) {
    const answers = latest.get(row[key]) ?? {};
    answers[row.questionId] = row.answer;
    latest.set(row[key], answers);
  }
  return latest;
};

const isYesOrNo = (entry: [string, string]): entry is [string, 'yes' | 'no'] =>
  entry[1] === 'yes' || entry[1] === 'no';

/** What the engine reads of screening answers: those to yes/no questions. */
export const scoredAnswers = (answers: Record<string, string> | undefined): Record<string, 'yes' | 'no'> =>
  Object.fromEntries(Object.entries(answers ?? {}).filter(isYesOrNo));

export type ScoredAnswers = ReturnType<typeof scoredAnswers>;

/** Scored answers to the jobs' own questions, by job and person. */
export const screeningOfJobs = async (
  tx: Transaction,
  jobIds: readonly string[],
): Promise<Map<string, Map<string, ScoredAnswers>>> => {
  const rows = await tx
    .select()
    .from(screeningAnswers)
    .where(inArray(screeningAnswers.jobId, [...jobIds]))
    .orderBy(asc(screeningAnswers.number));
  const byPerson = ([jobId, answered]: [string, Row[]]): [string, Map<string, ScoredAnswers>] => [
    jobId,
    new Map([...latestBy(answered, 'candidateId')].map(([id, answers]) => [id, scoredAnswers(answers)])),
  ];
  return new Map([...Map.groupBy(rows, ({ jobId }) => jobId)].map(byPerson));
};

/** Scored answers to one job's own questions, by person. */
export const screeningOf = async (tx: Transaction, jobId: string): Promise<Map<string, ScoredAnswers>> =>
  (await screeningOfJobs(tx, [jobId])).get(jobId) ?? new Map();

/** One person's latest answers to the questions of some jobs, by job. */
export const screeningOfPerson = async (tx: Transaction, candidateId: string, jobIds: string[]) => {
  const rows = await tx
    .select()
    .from(screeningAnswers)
    .where(and(eq(screeningAnswers.candidateId, candidateId), among(screeningAnswers.jobId, jobIds)))
    .orderBy(asc(screeningAnswers.number));
  return latestBy(rows, 'jobId');
};

/** One person's latest answers to a job's questions, free text included; `asOf` = as they stood at that moment. */
export const screeningOfPair = async (
  tx: Transaction,
  pair: { jobId: string; candidateId: string },
  asOf?: Date,
): Promise<Answers> => {
  const rows = await tx
    .select()
    .from(screeningAnswers)
    .where(
      and(
        eq(screeningAnswers.jobId, pair.jobId),
        eq(screeningAnswers.candidateId, pair.candidateId),
        asOf === undefined ? undefined : lte(screeningAnswers.answeredAt, asOf),
      ),
    )
    .orderBy(asc(screeningAnswers.number));
  return latestBy(rows, 'jobId').get(pair.jobId) ?? {};
};
