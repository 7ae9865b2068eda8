import type { CandidateFacts } from '@/domain/scoring/schema';
import { isTimeZone } from '@/domain/scoring/time-zones';
import { entryMonths } from './entry-months';
import { UNSAID, type CandidateProfile, type FlexifitAnswers } from './schema';

/** An answer, or null while the question is open or "prefer not to say". */
const told = <T>(answer: T | typeof UNSAID | undefined): T | null =>
  answer === undefined || answer === UNSAID ? null : answer;

/** The person's answer; what the résumé names while the question has not been asked; null when neither tells. */
const toldOrRead = <T>(answer: T[] | typeof UNSAID | undefined, read: T[]): T[] | null => {
  if (answer !== undefined) return told(answer);
  return read.length > 0 ? read : null;
};

const skillsOf = (profile: CandidateProfile): CandidateFacts['skills'] =>
  profile.skills.map(({ skillId, source, level, lastUsed, months }) => ({
    skillId,
    source,
    level,
    lastUsed,
    months,
  }));

/** The jobs held, and last, without dates, the occupation that heads the résumé where the newest job has another role. */
const workOf = ({ experience, headline, edited }: CandidateProfile): NonNullable<CandidateFacts['work']> => {
  const held = experience.map(({ title, roleId, domains, start, end }) => ({
    title: title ?? '',
    roleId,
    domains,
    ...entryMonths(start, end),
  }));
  // Whoever went through their jobs said all of it.
  if (!headline || edited?.includes('experience')) return held;
  const { title, roleId } = headline.value;
  // Jobs come newest first: what the newest says already, the headline need not.
  const [newest] = held;
  const told =
    newest !== undefined &&
    (roleId === null ? newest.title.toLowerCase() === title.toLowerCase() : newest.roleId === roleId);
  return told ? held : [...held, { title, roleId, domains: [], start: null, end: null }];
};

/**
 * What the engine knows of a person, identity left out. Skills, work and place come from the profile (null before a résumé
 * was read); languages and licences from the answers, or from the résumé while the person was not asked. "Prefer not to
 * say" is unknown, and so is a résumé that names no language or licence. A week in an unknown time zone is unknown.
 */
export function candidateFacts(
  profile: CandidateProfile | null,
  answers: FlexifitAnswers,
  screening: Record<string, 'yes' | 'no'>,
): CandidateFacts {
  const week = told(answers.week);
  return {
    skills: profile && skillsOf(profile),
    work: profile && workOf(profile),
    hours: told(answers.hours),
    week: week !== null && isTimeZone(week.timeZone) ? week : null,
    flexibility: told(answers.flexibility),
    maxDailyMinutes: null,
    modes: told(answers.modes),
    place: profile?.place?.value ?? null,
    engagements: told(answers.engagements),
    commitment: told(answers.commitment),
    earliestStart: told(answers.earliest_start),
    leastPay: told(answers.least_pay),
    otherWork: told(answers.other_work),
    meetingNotice: told(answers.meeting_notice),
    setup: told(answers.setup) ?? {},
    focus: told(answers.focus),
    languages: toldOrRead<NonNullable<CandidateFacts['languages']>[number]>(
      answers.languages,
      (profile?.languages ?? []).map(({ code, level }) => ({ code, level })),
    ),
    licences: toldOrRead(
      answers.licences,
      (profile?.licences ?? []).map(({ name }) => name),
    ),
    screening,
  };
}
