import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import { renderFactAnswered } from '@emails/render';
import { factRequests, jobs, matchRuns } from '@/db/schema';
import { wholePoints } from '@/domain/scoring/points';
import { aboutPerson } from './about-person';
import type { MailWriter } from './mail-writer';

/** Tells whoever asked that the answer is in; what was answered stays in the application. */
export const factAnsweredMail: MailWriter = async (tx, notification) => {
  const about = await aboutPerson(tx, notification);
  const { factRequestId } = notification.data;
  if (about === null || factRequestId === undefined) return null;
  const batch = await tx
    .select({ ...getTableColumns(factRequests), bands: matchRuns.bands })
    .from(factRequests)
    .innerJoin(jobs, eq(jobs.id, factRequests.jobId))
    .leftJoin(matchRuns, eq(matchRuns.id, jobs.currentRunId))
    .where(and(eq(factRequests.batchId, factRequestId), isNull(factRequests.cancelledAt)));
  const [asked] = batch;
  if (asked === undefined) return null;
  const answered = batch.filter(({ answeredAt }) => answeredAt !== null).length;
  const whole = (hundredths: number | null): number | null =>
    hundredths === null ? null : wholePoints(hundredths, asked.bands ?? undefined);
  const score = { before: whole(asked.scoreBefore), after: whole(asked.scoreAfter) };
  return {
    to: about.to,
    content: await renderFactAnswered({ ...about, ...score, answered, asked: batch.length }),
  };
};
