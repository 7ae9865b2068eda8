import type { FlexifitAnswers } from '@/domain/candidates/schema';
import { dayWords, ENGAGEMENT_WORDS } from '@/domain/jobs/posting-words';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import type { Engagement } from '@/domain/scoring/schema';
import { moneyIn, PER_WORDS } from '@/domain/scoring/money';
import { offsetPairs, zoneCity } from '@/domain/scoring/time-zones';
import { CELL_MINUTES, decodeGrid, encodeGrid, gridFromRanges, shiftWeek } from '@/domain/scoring/week-grid';
import { weekWords } from '@/domain/scoring/week-words';

type Question = keyof FlexifitAnswers;
interface Ready<Q extends Question> {
  label: string;
  answer: NonNullable<FlexifitAnswers[Q]>;
}
/** An answer that one tap gives, and how it reads. */
export type ReadyAnswer = Ready<Question>;

/** When and where the person answers: an instant, their zone and the day it is there, `YYYY-MM-DD`. */
export interface Answering {
  now: Date;
  timeZone: string;
  today: string;
}

const DAY_MS = 86_400_000;
const WEEKDAYS = [0, 1, 2, 3, 4];
/** Most hours and longest months of the answers beside what the posting says. */
const USUAL_HOURS = [
  { min: 5, max: 10 },
  { min: 10, max: 20 },
  { min: 20, max: 30 },
  { min: 30, max: 40 },
];
const USUAL_MONTHS = [3, 6, 12];
const USUAL_WEEKS = [
  { name: 'Weekday mornings', from: 9, to: 13 },
  { name: 'Weekday afternoons', from: 13, to: 18 },
  { name: 'Weekday evenings', from: 18, to: 22 },
];

const hoursWords = ({ min, max }: { min: number; max: number }): string =>
  `${min === max ? max : `${min}–${max}`} h a week`;

const after = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Hours of a week in one zone as a clock in another shows them now; null when a zone is not known. */
const onClockOf = (grid: string, zone: string, { timeZone, now }: Answering): string | null => {
  const pair = offsetPairs(zone, timeZone, now.getTime(), now.getTime())?.[0];
  return pair ? encodeGrid(shiftWeek(decodeGrid(grid), (pair.b - pair.a) / CELL_MINUTES)) : null;
};

/** What a posting offers for a question. First what the job asks for, then what others usually say: none is put into a mouth. */
const READY: { [Q in Question]?: (posted: PostingContent, at: Answering) => Ready<Q>[] } = {
  hours: ({ hours }) => [
    ...(hours
      ? [{ label: `${hoursWords(hours)}, as they ask`, answer: { min: hours.min, max: hours.max } }]
      : []),
    ...USUAL_HOURS.filter(({ min, max }) => min !== hours?.min || max !== hours.max).map((answer) => ({
      label: hoursWords(answer),
      answer,
    })),
  ],
  week: ({ core_hours: core }, at) => {
    const usual = USUAL_WEEKS.map(({ name, from, to }) => {
      const grid = gridFromRanges(WEEKDAYS.map((day) => ({ day, from: from * 60, to: to * 60 })));
      return { label: `${name}: ${weekWords(grid)}`, answer: { grid, timeZone: at.timeZone } };
    });
    const words = core ? weekWords(core.grid) : '';
    if (!core || words === '') return usual;
    const { grid, timeZone } = core;
    const here = timeZone === at.timeZone ? null : onClockOf(grid, timeZone, at);
    const own = here === null || here === grid ? '' : ` (${weekWords(here)} on your clock)`;
    return [
      { label: `Their core hours: ${words}, ${zoneCity(timeZone)} time${own}`, answer: { grid, timeZone } },
      ...usual,
    ];
  },
  modes: () => [{ label: 'Remote only', answer: { remote: true, maxDaysOnSite: 0, radiusKm: null } }],
  engagements: ({ engagement = [] }) => {
    if (engagement.length === 0) return [];
    const names = engagement.map((kind) => ENGAGEMENT_WORDS[kind].toLowerCase()).join(' or ');
    const answer = (others: 'yes' | 'consider' | 'no') => {
      const of = (kind: Engagement) => (engagement.includes(kind) ? 'yes' : others);
      const [part_time, full_time_flexible] = [of('part_time'), of('full_time_flexible')];
      return { part_time, full_time_flexible, project: of('project'), retainer: of('retainer') };
    };
    return [
      { label: `Only ${names}`, answer: answer('no') },
      { label: `Best ${names}, and I would consider others`, answer: answer('consider') },
      { label: 'Any kind of work', answer: answer('yes') },
    ];
  },
  earliest_start: ({ latest_start: latest }, { today }) => {
    const [fortnight, month] = [after(today, 14), after(today, 30)];
    return [
      { label: 'Straight away', answer: today },
      { label: `In two weeks, ${dayWords(fortnight)}`, answer: fortnight },
      { label: `In a month, ${dayWords(month)}`, answer: month },
      ...(latest !== undefined && latest > today && latest !== fortnight && latest !== month
        ? [{ label: `On ${dayWords(latest)}, the latest they name`, answer: latest }]
        : []),
    ];
  },
  commitment: ({ duration }) => {
    const theirs = duration?.months ?? null;
    const months = [...new Set([...(theirs === null ? [] : [theirs]), ...USUAL_MONTHS])].toSorted(
      (a, b) => a - b,
    );
    return [
      { label: 'For as long as it lasts', answer: { minMonths: 0, maxMonths: null } },
      ...months.map((most) => ({
        label: `Up to ${most} ${most === 1 ? 'month' : 'months'}${most === theirs ? ', as it lasts' : ''}`,
        answer: { minMonths: 0, maxMonths: most },
      })),
    ];
  },
  least_pay: ({ pay }) => {
    if (!pay) return [];
    const { minMinor, maxMinor, currency, per } = pay;
    const words = (minor: number): string => `${moneyIn(currency)(minor)} ${PER_WORDS[per]}`;
    return [
      { label: `${words(minMinor)} is enough`, answer: { amountMinor: minMinor, currency, per } },
      ...(maxMinor > minMinor
        ? [
            {
              label: `${words(maxMinor)}, the most they pay`,
              answer: { amountMinor: maxMinor, currency, per },
            },
          ]
        : []),
    ];
  },
  other_work: () => [{ label: 'No other paid work', answer: { hoursPerWeek: 0, alreadyExcluded: true } }],
  setup: () => [
    {
      label: 'Steady internet, a quiet room and power back-up',
      answer: { internet: true, quiet_room: true, power_backup: true },
    },
    { label: 'None of the three', answer: { internet: false, quiet_room: false, power_backup: false } },
  ],
  licences: ({ licences = [] }) => {
    const [licence, ...more] = licences;
    if (licence === undefined || more.length > 0) return [];
    return [
      // The answer is kept as all that they hold: other jobs read it too.
      { label: `${licence}, and no other`, answer: [licence] },
      { label: 'None', answer: [] },
    ];
  },
};

/**
 * Answers to a question about how somebody can work that anybody may read off the job's posting, or that others usually
 * give, so that one tap gives them; none for a question that takes choices anyway. Whatever is not to be published is in
 * none of them.
 */
export const readyAnswers = (questionId: string, posted: PostingContent, at: Answering): ReadyAnswer[] =>
  Object.hasOwn(READY, questionId) ? (READY[questionId as Question]?.(posted, at) ?? []) : [];
