import { renderApplicationWithdrawn } from '@emails/render';
import { aboutPerson } from './about-person';
import type { MailWriter } from './mail-writer';

/** Tells a recruiter that somebody took their application back. */
export const applicationWithdrawnMail: MailWriter = async (tx, notification) => {
  const about = await aboutPerson(tx, notification);
  return about === null ? null : { to: about.to, content: await renderApplicationWithdrawn(about) };
};
