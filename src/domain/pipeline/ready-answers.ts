import type { FlexifitAnswers } from '@/domain/candidates/schema';
import { dayWords } from '@/domain/jobs/posting-words';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import { moneyIn, PER_WORDS } from '@/domain/scoring/money';
import { zoneCity } from '@/domain/scoring/time-zones';
import { weekWords } from '@/domain/scoring/week-words';

type Question = keyof FlexifitAnswers;
interface Ready<Q extends Question> {
  label: string;
  answer: NonNullable<FlexifitAnswers[Q]>;
}
/** An answer that one tap gives, and how it reads. */
export type ReadyAnswer = Ready<Question>;

/** What a posting offers for a question; `today` is the person's day, `YYYY-MM-DD`. */
const READY: { [Q in Question]?: (posted: PostingContent, today: string) => Ready<Q>[] } = {
  hours: ({ hours }) => {
    if (!hours) return [];
    const { min, max } = hours;
    return [{ label: `${min === max ? max : `${min}–${max}`} h a week, as they ask`, answer: { min, max } }];
  },
  week: ({ core_hours: core }) => {
    const words = core ? weekWords(core.grid) : '';
    if (!core || words === '') return [];
    const { grid, timeZone } = core;
    return [{ label: `Their core hours: ${words}, ${zoneCity(timeZone)} time`, answer: { grid, timeZone } }];
  },
  earliest_start: ({ latest_start: latest }, today) => [
    { label: 'Straight away', answer: today },
    ...(latest !== undefined && latest > today
      ? [{ label: `On ${dayWords(latest)}, the latest they name`, answer: latest }]
      : []),
  ],
  commitment: () => [{ label: 'For as long as it lasts', answer: { minMonths: 0, maxMonths: null } }],
  least_pay: ({ pay }) => {
    if (!pay) return [];
    const { minMinor, currency, per } = pay;
    return [
      {
        label: `${moneyIn(currency)(minMinor)} ${PER_WORDS[per]} is enough`,
        answer: { amountMinor: minMinor, currency, per },
      },
    ];
  },
  other_work: () => [{ label: 'No other paid work', answer: { hoursPerWeek: 0, alreadyExcluded: true } }],
};

/**
 * Answers to a question about how somebody can work that anybody may read off the job's posting, so that one tap gives them;
 * none for a question that takes choices anyway. Whatever is not to be published is in none of them.
 */
export const readyAnswers = (questionId: string, posted: PostingContent, today: string): ReadyAnswer[] =>
  Object.hasOwn(READY, questionId) ? (READY[questionId as Question]?.(posted, today) ?? []) : [];
