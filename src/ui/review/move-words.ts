import type { MovePartView, MoveView } from '@/domain/pipeline/schema/history';
import { contributionsInTenths, tenthsWords } from '@/ui/score-words';

type FactKey = NonNullable<MovePartView['fact']>['key'];

const FACT_WORDS: Record<FactKey, string> = {
  skills: 'skills',
  work: 'past jobs',
  hours: 'hours a week',
  week: 'their week',
  flexibility: 'flexibility',
  maxDailyMinutes: 'hours a day',
  modes: 'work mode',
  place: 'place',
  engagements: 'kind of work',
  commitment: 'duration',
  earliestStart: 'start',
  leastPay: 'pay',
  otherWork: 'other work',
  meetingNotice: 'notice for calls',
  setup: 'home office',
  focus: 'focus',
  languages: 'languages',
  licences: 'licences',
  screening: 'answers to your questions',
};

const CAUSE_WORDS: Record<Exclude<MovePartView['cause'], 'facts' | 'parser'>, string> = {
  taxonomy: 'skill list or scoring updated',
  job: 'the job changed',
  weights: 'the weights changed',
  calendar: 'time passed',
};

const CHANGE_WORDS = {
  facts: { told: 'told', changed: 'changed', taken_back: 'taken back' },
  parser: { told: 'read', changed: 'read anew', taken_back: 'no longer read' },
} as const;

const causeWords = ({ cause, fact }: MovePartView): string => {
  if (cause !== 'facts' && cause !== 'parser') return CAUSE_WORDS[cause];
  return fact === null ? 'facts' : `${FACT_WORDS[fact.key]} ${CHANGE_WORDS[cause][fact.change]}`;
};

/** "+3.1", "−0.4". */
const signed = (tenths: number): string => `${tenths < 0 ? '−' : '+'}${tenthsWords(Math.abs(tenths))}`;
const cut = (hundredths: number): number => Math.floor(hundredths / 10);

/** A move as it is read: scores cut to tenths, and parts in words whose tenths sum exactly to their difference. */
export const moveWords = ({ from, to, parts }: MoveView) => {
  const tenths = contributionsInTenths(
    parts.map(({ points }) => points),
    cut(to) - cut(from),
  );
  return {
    from: tenthsWords(cut(from)),
    to: tenthsWords(cut(to)),
    parts: parts.flatMap((part, index) => {
      const share = tenths[index] ?? 0;
      return share === 0 ? [] : [{ words: causeWords(part), tenths: share, signed: signed(share) }];
    }),
  };
};
