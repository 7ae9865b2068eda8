import { ONE, share } from '../fixed-point';
import type { FactorOf } from '../person';
import type { CandidateFacts, JobFacts } from '../schema';
import { averageOf, type Part } from './average';

/** What each notice is worth to a job that gives none; the longer the notice needed, the less. */
const NOTICE = { same_day: 10_000, one_day: 8_000, three_days: 5_000, no: 0 } as const;

type Notice = NonNullable<CandidateFacts['meetingNotice']>;
type Focus = NonNullable<CandidateFacts['focus']>;

/** Notice needed against notice given: enough is 1, else the one's worth ÷ the other's. */
function noticeFit(given: Notice, needed: Notice): number {
  return share(NOTICE[needed], NOTICE[given]);
}

/** Strategy or execution: a person open to both fits either; a job of both takes half from someone who wants one. */
function focusFit(asked: Focus, wanted: Focus): number {
  if (asked === wanted || wanted === 'both') return ONE;
  return asked === 'both' ? ONE / 2 : 0;
}

/**
 * Screening answers: the average of what the job asks of meeting notice, focus, each yes/no question, and the working
 * set-up as a share of the items needed. Free-text answers are shown, never scored. Null when it asks none.
 */
export function screeningFactor(job: JobFacts, prior: number): FactorOf | null {
  const { meetingNotice, focus, setup, screening } = job;
  const parts: Part[] = [];
  const items = [...new Set(setup)];
  const whole = Math.max(1, items.length);
  if (meetingNotice !== null && meetingNotice !== 'no') {
    parts.push({
      name: 'meeting_notice',
      weight: whole,
      fit: ({ meetingNotice: needed }) => needed && noticeFit(meetingNotice, needed),
    });
  }
  if (focus !== null) {
    parts.push({
      name: 'focus',
      weight: whole,
      fit: ({ focus: wanted }) => wanted && focusFit(focus, wanted),
    });
  }
  for (const item of items) {
    parts.push({
      name: 'setup',
      fit: ({ setup: has }) => {
        const told = has[item];
        return told === undefined ? null : told ? ONE : 0;
      },
    });
  }
  for (const { id, wanted } of screening) {
    parts.push({
      name: `screening:${id}`,
      weight: whole,
      fit: ({ screening: answers }) => {
        const answer = answers[id];
        return answer === undefined ? null : answer === wanted ? ONE : 0;
      },
    });
  }
  return averageOf(parts, prior);
}
