import type { Stage } from '@/domain/pipeline/schema';

/** Where an application stands, as its person is told. */
export const STAGE_SENTENCES: Record<Stage, string> = {
  new: 'In the list they review',
  shortlisted: 'On their shortlist',
  interview: 'Interview',
  offer: 'Offer',
  hired: 'Hired',
  rejected: 'Not taken further',
  withdrawn: 'You withdrew',
};

/** "24 Nov". */
export const since = (at: Date): string =>
  new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'short' }).format(at);
