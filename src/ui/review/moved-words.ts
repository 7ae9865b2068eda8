import type { MovedPerson, MovedView } from '@/domain/pipeline/schema/moved';
import { BAND_LOOK } from '@/ui/band-look';
import { GROUP_WORDS } from '@/ui/review/words';

const DAY_MS = 86_400_000;

/** "since 09:12" of today, "since yesterday", "since Friday" within a week, "since 12 Nov", by the days of a time zone. */
export const lastVisitWords = (at: Date, now: Date, timeZone: string): string => {
  const dayOf = (date: Date): number =>
    Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date)) / DAY_MS;
  const days = dayOf(now) - dayOf(at);
  const inZone = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);
  if (days <= 0) return `since ${inZone({ hour: '2-digit', minute: '2-digit' })}`;
  if (days === 1) return 'since yesterday';
  if (days < 7) return `since ${inZone({ weekday: 'long' })}`;
  return `since ${inZone({ day: 'numeric', month: 'short' })}`;
};

/** What the banner says: "12 moved since Friday: weights v4". */
export const bannerWords = (
  { people, weights, jobChanged }: NonNullable<MovedView>,
  since: string,
): string => {
  const why = weights === null ? (jobChanged ? ': the job changed' : '') : `: weights ${weights}`;
  return `${people.length.toLocaleString('en')} moved ${since}${why}`;
};

/** Where somebody stood: "Was Good 71, rank 7", "Was Good 71 in Needs information", "New since Friday". */
export const wasWords = ({ before, after }: MovedPerson, since: string): string => {
  if (before === null) return `New ${since}`;
  const score = `Was ${BAND_LOOK[before.band].label} ${before.points}`;
  return before.group === after.group
    ? `${score}, rank ${before.rank}`
    : `${score} in ${GROUP_WORDS[before.group]}`;
};

/** By how many places somebody rose (or, below zero, fell) within their group; 0 for whoever came from elsewhere. */
export const placesUp = ({ before, after }: MovedPerson): number =>
  before === null || before.group !== after.group ? 0 : before.rank - after.rank;
