import type { CandidateTokenPurpose } from '../schema';
import type { LinkWriter } from './link-writer';
import { applicationSentMail } from './application-sent';
import { portalLinkMail } from './portal-link';

const WRITERS: Partial<Record<CandidateTokenPurpose, LinkWriter>> = {
  portal: portalLinkMail,
  application: applicationSentMail,
};

/** The mail of a candidate's link, or null when its purpose has none or what it is about is gone. */
export const linkMailOf: LinkWriter = (tx, link) =>
  WRITERS[link.token.purpose]?.(tx, link) ?? Promise.resolve(null);
