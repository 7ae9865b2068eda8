import type { CandidateTokenPurpose } from '../schema';
import type { LinkWriter } from './link-writer';
import { applicationSentMail } from './application-sent';
import { factRequestMail } from './fact-request';
import { portalLinkMail } from './portal-link';

const WRITERS: Record<CandidateTokenPurpose, LinkWriter> = {
  portal: portalLinkMail,
  application: applicationSentMail,
  fact_request: factRequestMail,
};

/** The mail of a candidate's link, or null when what it is about is gone. */
export const linkMailOf: LinkWriter = (tx, link) => WRITERS[link.token.purpose](tx, link);
