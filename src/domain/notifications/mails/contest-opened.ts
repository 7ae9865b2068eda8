import { renderContestOpened } from '@emails/render';
import { aboutPerson } from './about-person';
import type { MailWriter } from './mail-writer';

/** Tells a recruiter that somebody contested their score; what they wrote stays in the application. */
export const contestOpenedMail: MailWriter = async (tx, notification) => {
  const about = await aboutPerson(tx, notification);
  return about === null ? null : { to: about.to, content: await renderContestOpened(about) };
};
