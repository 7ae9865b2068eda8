import { and, asc, eq, lte } from 'drizzle-orm';
import { screeningAnswers } from '@/db/schema';
import type { Transaction } from '@/db/client';

/** Each person's latest answers to a job's own questions, by question id; taken-back ones are left out. */
const latestOf = async (tx: Transaction, jobId: string, asOf?: Date, candidateId?: string) => {
  const rows = await tx
    .select()
    .from(screeningAnswers)
    .where(
      and(
        eq(screeningAnswers.jobId, jobId),
        asOf === undefined ? undefined : lte(screeningAnswers.answeredAt, asOf),
        candidateId === undefined ? undefined : eq(screeningAnswers.candidateId, candidateId),
      ),
    )
    .orderBy(asc(screeningAnswers.number));
  const byPerson = new Map<string, Record<string, string>>();
  for (const row of rows) {
    const answers = byPerson.get(row.candidateId) ?? {};
    answers[row.questionId] = row.answer;
    byPerson.set(row.candidateId, answers);
  }
  return byPerson;
};

const isYesOrNo = (entry: [string, string]): entry is [string, 'yes' | 'no'] =>
  entry[1] === 'yes' || entry[1] === 'no';

/** What the engine reads of screening answers: those to yes/no questions. */
export const scoredAnswers = (answers: Record<string, string> | undefined): Record<string, 'yes' | 'no'> =>
  Object.fromEntries(Object.entries(answers ?? {}).filter(isYesOrNo));

/** Scored answers to the job's own questions, by person. */
export const screeningOf = async (tx: Transaction, jobId: string) =>
  new Map(
    [...(await latestOf(tx, jobId))].map(([candidateId, answers]) => [candidateId, scoredAnswers(answers)]),
  );

/** One person's latest answers to a job's questions, free text included; `asOf` = as they stood at that moment. */
export const screeningOfPair = async (
  tx: Transaction,
  pair: { jobId: string; candidateId: string },
  asOf?: Date,
): Promise<Record<string, string>> =>
  (await latestOf(tx, pair.jobId, asOf, pair.candidateId)).get(pair.candidateId) ?? {};
