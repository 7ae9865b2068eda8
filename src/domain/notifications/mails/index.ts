import type { NotificationEvent } from '../schema';
import { applicationWithdrawnMail } from './application-withdrawn';
import { contestAnsweredMail } from './contest-answered';
import { contestOpenedMail } from './contest-opened';
import { factAnsweredMail } from './fact-answered';
import type { MailWriter } from './mail-writer';
import { strongMatchesMail } from './strong-matches';

/** Events that are mailed; the others are told in the application alone. */
const WRITERS: Partial<Record<NotificationEvent, MailWriter>> = {
  strong_matches: strongMatchesMail,
  fact_answered: factAnsweredMail,
  application_withdrawn: applicationWithdrawnMail,
  contest_opened: contestOpenedMail,
  contest_answered: contestAnsweredMail,
};

/** The mail of a notification with whom it goes to, or null when its event has none or its recipient is gone. */
export const mailOf: MailWriter = (tx, notification) =>
  WRITERS[notification.event]?.(tx, notification) ?? Promise.resolve(null);
