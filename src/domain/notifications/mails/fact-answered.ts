import { and, eq, isNull } from 'drizzle-orm';
import { renderFactAnswered } from '@emails/render';
import { factRequests } from '@/db/schema';
import { aboutPerson } from './about-person';
import type { MailWriter } from './mail-writer';

const whole = (hundredths: number | null): number | null =>
  hundredths === null ? null : Math.floor(hundredths / 100);

/** Tells whoever asked that the answer is in; what was answered stays in the application. */
export const factAnsweredMail: MailWriter = async (tx, notification) => {
  const about = await aboutPerson(tx, notification);
  const { factRequestId } = notification.data;
  if (about === null || factRequestId === undefined) return null;
  const batch = await tx
    .select()
    .from(factRequests)
    .where(and(eq(factRequests.batchId, factRequestId), isNull(factRequests.cancelledAt)));
  const [asked] = batch;
  if (asked === undefined) return null;
  const answered = batch.filter(({ answeredAt }) => answeredAt !== null).length;
  const score = { before: whole(asked.scoreBefore), after: whole(asked.scoreAfter) };
  return {
    to: about.to,
    content: await renderFactAnswered({ ...about, ...score, answered, asked: batch.length }),
  };
};
