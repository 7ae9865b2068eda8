import type { RejectReason, Stage } from '@/domain/pipeline/schema';
import type { MatchView } from '@/domain/pipeline/schema/match';
import type { MatchGroup } from '@/domain/scoring/schema';

export const GROUP_WORDS: Record<MatchGroup, string> = {
  ranked: 'Ranked',
  needs_information: 'Needs information',
  misses_must_have: 'Misses a must-have',
};

export const STAGE_WORDS: Record<Stage, string> = {
  new: 'New',
  shortlisted: 'Shortlisted',
  interview: 'Interview',
  offer: 'Offer',
  hired: 'Hired',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

export const REASON_WORDS: Record<RejectReason, string> = {
  missing_must_have: 'A must-have is missing',
  hours_do_not_fit: 'The hours do not fit',
  pay_does_not_fit: 'The pay does not fit',
  place_does_not_fit: 'The place does not fit',
  experience_elsewhere: 'The experience lies elsewhere',
  position_filled: 'The position is filled',
  other: 'Another reason',
};

export const SOURCE_WORDS: Record<MatchView['person']['source'], string> = {
  applied: 'Applied',
  imported: 'Imported',
  matched: 'From the talent pool',
};

/** The name, or the code that stands for a person who is still masked. */
export const displayName = ({ name, code }: Pick<MatchView['person'], 'name' | 'code'>): string =>
  name ?? `Candidate ${code}`;

/** "24 h a week", "20–24 h a week". */
export const weeklyHours = ({ min, max }: { min: number; max: number }): string =>
  min === max ? `${max} h/week` : `${min}–${max} h/week`;

const MINUTE_MS = 60_000;

/** "just now", "5 min ago", "2 h ago", "3 days ago". */
export const sinceWords = (at: Date, now: Date): string => {
  const minutes = Math.floor((now.getTime() - at.getTime()) / MINUTE_MS);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
};

/** Why nobody can be asked now. */
export const ASK_BLOCK_WORDS: Record<NonNullable<MatchView['asks']['blocked']>, string> = {
  job_closed: 'The job is not open, so nobody is asked.',
  withdrew: 'They withdrew, so there is nothing to ask.',
  rejected: 'Take the rejection back to ask.',
  no_address: 'There is no address to ask at.',
  muted: 'They turned such mails off.',
  too_many: 'Five questions wait for an answer already.',
};
