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

/** "24 Nov", in the person's own zone: the server's day may be another. */
export const dayIn = (at: Date, { timeZone, locale }: { timeZone: string; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }).format(at);
