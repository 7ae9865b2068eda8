import { counted } from '../months';
import { dayInWords, ENGAGEMENT_NAMES, FOCUS_NAMES, NOTICE_NAMES, SETUP_NAMES } from '../names';
import { MEETING_NOTICES } from '../schema';
import { OPEN_TERM_MONTHS } from '../term';
import { changed, type Change, type Changes } from './change';

export const termChanges: Changes = ({ job, asOf }, { facts }) => {
  const factor = 'duration_start';
  const { engagements, duration, latestStart } = job;
  const { commitment, earliestStart, engagements: accepted } = facts;
  const changes: Change[] = [];
  const wanted = engagements.find((each) => accepted?.[each] === 'consider') ?? engagements[0];
  if (wanted && !engagements.some((each) => accepted?.[each] === 'yes')) {
    const none = { part_time: 'no', full_time_flexible: 'no', project: 'no', retainer: 'no' } as const;
    const step = accepted?.[wanted] === 'no' ? 'consider' : 'yes';
    const text = `${ENGAGEMENT_NAMES[wanted]}${step === 'yes' ? ': yes' : ': would consider'}`;
    const kind = accepted ? 'step' : 'unknown';
    const better = { engagements: { ...(accepted ?? none), [wanted]: step } };
    changes.push(changed(facts, better, { factor, kind, fact: 'engagements', text }));
  }
  const months = duration?.months ?? OPEN_TERM_MONTHS;
  if (duration && !commitment) {
    const best = { commitment: { minMonths: 0, maxMonths: null } };
    const text = 'The whole term';
    changes.push(changed(facts, best, { factor, kind: 'unknown', fact: 'commitment', text }));
  } else if (duration && commitment) {
    const longer =
      commitment.maxMonths !== null && commitment.maxMonths < months ? months : commitment.maxMonths;
    const shorter = Math.min(commitment.minMonths, months);
    const better = { commitment: { minMonths: shorter, maxMonths: longer } };
    changes.push(
      changed(facts, better, { factor, kind: 'step', fact: 'commitment', text: counted(months, 'month') }),
    );
  }
  if (latestStart !== null && (earliestStart === null || earliestStart > latestStart)) {
    const kind = earliestStart === null ? 'unknown' : 'step';
    const text = `A start by ${dayInWords(latestStart)}`;
    const onTime = { earliestStart: latestStart < asOf ? asOf : latestStart };
    changes.push(changed(facts, onTime, { factor, kind, fact: 'earliest_start', text }));
  }
  return changes;
};

export const payChanges: Changes = ({ job: { pay } }, { facts }) => {
  if (!pay) return [];
  const kind =
    facts.leastPay?.currency === pay.currency && facts.leastPay.per === pay.per ? 'step' : 'unknown';
  const least = { leastPay: { amountMinor: pay.maxMinor, currency: pay.currency, per: pay.per } };
  const raise = {
    factor: 'compensation',
    kind,
    fact: 'least_pay',
    text: 'Least pay within the range',
  } as const;
  return [changed(facts, least, raise)];
};

export const screeningChanges: Changes = ({ job }, { facts }) => {
  const factor = 'screening_answers';
  const changes: Change[] = [];
  const { meetingNotice: given, focus, setup, screening } = job;
  const needed = facts.meetingNotice;
  if (given && given !== 'no' && needed !== 'same_day') {
    const step = needed === null ? given : MEETING_NOTICES[MEETING_NOTICES.indexOf(needed) - 1];
    const kind = needed === null ? 'unknown' : 'step';
    const text = `Meetings told ${NOTICE_NAMES[step ?? 'same_day']}`;
    changes.push(
      changed(facts, { meetingNotice: step ?? null }, { factor, kind, fact: 'meeting_notice', text }),
    );
  }
  if (focus && facts.focus === null) {
    const text = `${FOCUS_NAMES[focus]} preferred`;
    changes.push(changed(facts, { focus }, { factor, kind: 'unknown', fact: 'focus', text }));
  }
  for (const item of setup) {
    if (facts.setup[item] === true) continue;
    const kind = facts.setup[item] === undefined ? 'unknown' : 'step';
    const better = { setup: { ...facts.setup, [item]: true } };
    changes.push(changed(facts, better, { factor, kind, fact: 'setup', text: SETUP_NAMES[item] }));
  }
  for (const { id, wanted } of screening) {
    if (facts.screening[id] !== undefined) continue;
    const better = { screening: { ...facts.screening, [id]: wanted } };
    const text = `“${wanted === 'yes' ? 'Yes' : 'No'}” to your question`;
    changes.push(changed(facts, better, { factor, kind: 'unknown', fact: `screening:${id}`, text }));
  }
  return changes;
};
