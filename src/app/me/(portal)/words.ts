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

const ENDED = new Set<Stage>(['hired', 'rejected', 'withdrawn']);

/** When an application came to where it stands: "since 24 Nov", or "on 24 Nov" where nothing follows. */
export const stageDay = (stage: Stage, day: string): string => `${ENDED.has(stage) ? 'on' : 'since'} ${day}`;

/** "24 Nov", in the person's own zone: the server's day may be another. */
export const dayIn = (at: Date, { timeZone, locale }: { timeZone: string; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }).format(at);
