import { and, eq, inArray } from 'drizzle-orm';
import { screeningAnswers } from '@/db/schema';
import type { Transaction } from '@/db/client';

/** Yes/no answers to the job's own questions, by person. */
export const screeningOf = async (tx: Transaction, jobId: string) => {
  const rows = await tx
    .select()
    .from(screeningAnswers)
    .where(and(eq(screeningAnswers.jobId, jobId), inArray(screeningAnswers.answer, ['yes', 'no'])));
  const byPerson = new Map<string, Record<string, 'yes' | 'no'>>();
  for (const { candidateId, questionId, answer } of rows) {
    const answers = byPerson.get(candidateId) ?? {};
    answers[questionId] = answer === 'yes' ? 'yes' : 'no';
    byPerson.set(candidateId, answers);
  }
  return byPerson;
};
