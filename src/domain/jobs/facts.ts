import { isTimeZone } from '@/domain/scoring/time-zones';
import type { JobFacts } from '@/domain/scoring/schema';
import type { JobAnswers } from './schema';

/** What naming a role needs of the catalog's occupation table. */
export interface RoleResolver {
  resolve: (title: string) => { roleId: string } | null;
}

/** Core hours as facts; hours in a zone that no clock knows are unset, so that every job's facts can be scored. */
const coreHoursOf = ({ core_hours: core }: JobAnswers): JobFacts['coreHours'] =>
  core !== undefined && isTimeZone(core.timeZone) ? core : null;

/** A remote job has no days and place of its own, an on-site job no number of days. */
const workModeOf = ({ work_mode: asked }: JobAnswers): JobFacts['workMode'] => {
  if (asked === undefined) return null;
  const { mode, daysOnSite, place, radiusKm } = asked;
  if (mode === 'remote') return { mode, daysOnSite: null, place: null, radiusKm: null };
  return { mode, daysOnSite: mode === 'hybrid' ? daysOnSite : null, place, radiusKm };
};

const payOf = ({ pay }: JobAnswers): JobFacts['pay'] =>
  pay === undefined
    ? null
    : { minMinor: pay.minMinor, maxMinor: pay.maxMinor, currency: pay.currency, per: pay.per };

const screeningOf = ({ screening = [] }: JobAnswers): JobFacts['screening'] =>
  screening.flatMap(({ id, kind, wanted }) => (kind === 'yes_no' && wanted !== null ? [{ id, wanted }] : []));

/**
 * What the engine knows of a job: its answers, an open question as null or an empty list. The role is the one chosen, or
 * the one that the title names in the table. A meeting notice of "no" says that there are no such meetings.
 */
export function jobFacts(answers: JobAnswers, roles: RoleResolver): JobFacts {
  const title = answers.title ?? '';
  const notice = answers.meeting_notice ?? null;
  return {
    title,
    roleId: answers.role ?? (title === '' ? null : (roles.resolve(title)?.roleId ?? null)),
    requiredSkills: answers.must_have_skills ?? [],
    preferredSkills: answers.nice_to_have_skills ?? [],
    minimumYears: answers.minimum_years ?? null,
    domains: answers.domains ?? [],
    hours: answers.hours ?? null,
    coreHours: coreHoursOf(answers),
    workMode: workModeOf(answers),
    engagements: answers.engagement ?? [],
    duration: answers.duration ?? null,
    latestStart: answers.latest_start ?? null,
    pay: payOf(answers),
    focus: answers.focus ?? null,
    languages: answers.languages ?? [],
    licences: answers.licences ?? [],
    meetingNotice: notice === 'no' ? null : notice,
    setup: answers.setup ?? [],
    screening: screeningOf(answers),
  };
}
