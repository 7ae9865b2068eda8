import type { JobAnswers, JobDraft } from '@/domain/jobs/schema';
import { gridMinutes } from '@/domain/scoring/week-grid';

const ENGAGEMENTS = {
  part_time: 'Part-time',
  full_time_flexible: 'Full-time flexible',
  project: 'Project',
  retainer: 'Retainer',
} as const;
const MODES = { remote: 'remote', hybrid: 'hybrid', onsite: 'on site' } as const;

const hours = (minutes: number): string => `${Number((minutes / 60).toFixed(2))} h`;

const money = (minor: number, currency: string): string => {
  const format = new Intl.NumberFormat('en-IN', { style: 'currency', currency, maximumFractionDigits: 0 });
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
};

const engagementWords = (answers: JobAnswers): (string | null)[] => {
  const { hours: range, work_mode: mode, duration } = answers;
  return [
    (answers.engagement ?? []).map((kind) => ENGAGEMENTS[kind]).join(' or ') || null,
    range === undefined
      ? null
      : range.min === range.max
        ? `${range.min} h a week`
        : `${range.min}–${range.max} h a week`,
    mode === undefined ? null : [MODES[mode.mode], mode.place?.name].filter(Boolean).join(' in '),
    duration === undefined
      ? null
      : duration.months === null
        ? 'open-ended'
        : `${duration.months} months${duration.extensionLikely ? ' and likely longer' : ''}`,
  ];
};

const payWords = (pay: NonNullable<JobAnswers['pay']>): string =>
  `${money(pay.minMinor, pay.currency)}–${money(pay.maxMinor, pay.currency)} ${pay.per === 'project' ? 'for the project' : `a ${pay.per === 'hour' ? 'hour' : 'month'}`}`;

/**
 * One line that says what a group of questions was answered with; '' while it is open. Takes the draft as typed: the
 * words are for folded groups, whose answers have no issues.
 */
export const groupSummary = (
  group: string,
  draft: JobDraft,
  skillNames: ReadonlyMap<string, string>,
): string => {
  const answers = draft as JobAnswers;
  const skills = answers.must_have_skills ?? [];
  const parts: (string | null)[] = (() => {
    switch (group) {
      case 'role':
        return [
          answers.title ?? null,
          answers.focus === undefined
            ? null
            : answers.focus === 'both'
              ? 'strategy and execution'
              : answers.focus,
          answers.minimum_years ? `${answers.minimum_years} relevant years or more` : null,
        ];
      case 'engagement':
        return engagementWords(answers);
      case 'week':
        return answers.core_hours === undefined
          ? []
          : [
              `${hours(gridMinutes(answers.core_hours.grid))} of core hours`,
              `${hours(answers.core_hours.overlapMinutes)} needed`,
              answers.core_hours.timeZone,
            ];
      case 'skills':
        return skills.map(({ skillId }) => skillNames.get(skillId) ?? skillId);
      case 'pay':
        return answers.pay === undefined ? [] : [payWords(answers.pay)];
      default:
        return [
          (answers.languages ?? []).map(({ code, level }) => `${code.toUpperCase()} ${level}`).join(', ') ||
            null,
          answers.screening?.length ? `${answers.screening.length} of your own questions` : null,
        ];
    }
  })();
  return parts.filter((part) => part !== null && part !== '').join(', ');
};
