import type { Catalog } from '@/domain/catalog/load';
import { moneyIn, PER_WORDS } from '@/domain/scoring/money';
import type { Engagement } from '@/domain/scoring/schema';
import { zoneCity } from '@/domain/scoring/time-zones';
import { weekWords } from '@/domain/scoring/week-words';
import type { PostingContent, PostingWords } from './schema/posting';

const WEEKS_A_MONTH = 52 / 12;

export const ENGAGEMENT_WORDS: Record<Engagement, string> = {
  part_time: 'Part-time',
  full_time_flexible: 'Full-time, flexible',
  project: 'Project',
  retainer: 'Retainer',
};

const range = (min: number, max: number): string => (min === max ? `${max}` : `${min}–${max}`);

const payWords = ({ minMinor, maxMinor, currency, per }: NonNullable<PostingContent['pay']>): string => {
  const money = moneyIn(currency);
  const amounts =
    minMinor === maxMinor ? money(maxMinor) : `${money(minMinor)}–${money(maxMinor).replace(/^\D+/, '')}`;
  return `${amounts} ${PER_WORDS[per]}`;
};

const workWords = (
  { mode, daysOnSite, place }: NonNullable<PostingContent['work_mode']>,
  countryName: string | null,
): string => {
  if (mode === 'remote') return countryName === null ? 'Remote' : `Remote in ${countryName}`;
  const where = place === null ? '' : `, ${place.name}`;
  if (mode === 'onsite') return `On site${where}`;
  return `Hybrid${where}${daysOnSite === null ? '' : `, ${daysOnSite} ${daysOnSite === 1 ? 'day' : 'days'} a week`}`;
};

const durationWords = ({ months, extensionLikely }: NonNullable<PostingContent['duration']>): string => {
  if (months === null) return 'Open-ended';
  const weeks = Math.round(months * WEEKS_A_MONTH);
  const length =
    months < 1
      ? `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`
      : `${months} ${months === 1 ? 'month' : 'months'}`;
  return extensionLikely ? `${length}, may extend` : length;
};

/** "18 January 2027". */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));

/** A posting's facts as they stand on the board, in the feed and in search engines; null = not told. */
export const postingWords = (
  { content, country }: { content: PostingContent; country: string | null },
  { geography }: Pick<Catalog, 'geography'>,
): PostingWords => {
  const { hours, pay, work_mode: work, duration, latest_start: start, core_hours: core } = content;
  const week = core === undefined ? '' : weekWords(core.grid);
  return {
    hours: hours ? `${range(hours.min, hours.max)} h a week` : null,
    engagement:
      content.engagement === undefined || content.engagement.length === 0
        ? null
        : content.engagement
            .map((kind, at) => (at === 0 ? ENGAGEMENT_WORDS[kind] : ENGAGEMENT_WORDS[kind].toLowerCase()))
            .join(', '),
    pay: pay ? payWords(pay) : null,
    work: work ? workWords(work, country === null ? null : geography.countryName(country)) : null,
    duration: duration ? durationWords(duration) : null,
    start: start === undefined ? null : `Start by ${dayWords(start)}`,
    coreHours: core === undefined || week === '' ? null : `${week}, ${zoneCity(core.timeZone)} time`,
  };
};
