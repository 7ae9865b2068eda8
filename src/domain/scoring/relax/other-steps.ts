import { moneyIn, PER_WORDS } from '../money';
import { NOTICE_NAMES, SETUP_NAMES } from '../names';
import { CEFR_LEVELS } from '../schema';
import type { StepsOf } from './step';

/** A tenth more, to the whole unit where that is still more. */
function tenthMore(minor: number): number {
  const exact = Math.round(minor * 1.1);
  const whole = Math.round(exact / 100) * 100;
  return whole > minor ? whole : exact;
}

/** Pay: ten per cent more at most. */
export const paySteps: StepsOf = (job) => {
  if (!job.pay) return [];
  const { maxMinor, currency, per } = job.pay;
  const more = tenthMore(maxMinor);
  if (more === maxMinor) return [];
  const money = moneyIn(currency);
  const text = `Pay up to ${money(more)} ${PER_WORDS[per]}`;
  return [
    {
      id: 'pay',
      text,
      now: `up to ${money(maxMinor)}`,
      job: { ...job, pay: { ...job.pay, maxMinor: more } },
    },
  ];
};

/** Each language: a level lower, from the first level on not asked. */
export const languageSteps: StepsOf = (job, names) =>
  job.languages.map(({ code, level }, place) => {
    const name = names.language?.(code) ?? code;
    const lower = CEFR_LEVELS[CEFR_LEVELS.indexOf(level) - 1];
    const languages = job.languages.flatMap((asked, index) =>
      index !== place ? [asked] : lower === undefined ? [] : [{ code, level: lower }],
    );
    const text = lower === undefined ? `${name} not asked` : `${name} at ${lower}`;
    return { id: `language:${code}`, text, now: level, job: { ...job, languages } };
  });

/** Each licence: not asked. */
export const licenceSteps: StepsOf = (job) =>
  job.licences.map((licence) => ({
    id: `licence:${licence}`,
    text: `Without ${licence}`,
    now: 'must-have; only where no law asks for it',
    job: { ...job, licences: job.licences.filter((other) => other !== licence) },
  }));

/** Industry: any. */
export const domainSteps: StepsOf = (job, names) =>
  job.domains.length === 0
    ? []
    : [
        {
          id: 'domains',
          text: 'Any industry',
          now: job.domains.map((id) => names.domain?.(id) ?? id).join(', '),
          job: { ...job, domains: [] },
        },
      ];

const LONGER_NOTICE = { same_day: 'one_day', one_day: 'three_days' } as const;

/** Meetings outside the hours: told earlier. */
export const noticeSteps: StepsOf = (job) => {
  const given = job.meetingNotice;
  if (given !== 'same_day' && given !== 'one_day') return [];
  const meetingNotice = LONGER_NOTICE[given];
  const text = `Meetings told ${NOTICE_NAMES[meetingNotice]}`;
  return [{ id: 'notice', text, now: NOTICE_NAMES[given], job: { ...job, meetingNotice } }];
};

/** Each part of the working set-up: not asked. */
export const setupSteps: StepsOf = (job) =>
  [...new Set(job.setup)].map((item) => ({
    id: `setup:${item}`,
    text: `${SETUP_NAMES[item]} not asked`,
    now: 'asked',
    job: { ...job, setup: job.setup.filter((other) => other !== item) },
  }));
