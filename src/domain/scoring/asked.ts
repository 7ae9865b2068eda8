import { knockOutLevels, type CompiledGate } from './gates';
import type { Factor, JobFacts } from './schema';

type Asked = (job: JobFacts) => unknown;

/** What of a job decides each factor beside the prior: two jobs that agree in it give everybody the same value. */
const ASKED: Record<Factor, Asked> = {
  required_skills: (job) => job.requiredSkills,
  preferred_skills: (job) => job.preferredSkills,
  role_similarity: ({ title, roleId }) => [title, roleId],
  relevant_experience: ({ title, roleId, minimumYears }) => [title, roleId, minimumYears],
  domain: (job) => job.domains,
  hours: ({ hours }) => hours && [hours.min, hours.max],
  // The term decides which pairs of UTC offsets are looked at.
  schedule_overlap: ({ coreHours, duration, latestStart }) => [coreHours, duration, latestStart],
  work_mode_location: (job) => job.workMode,
  duration_start: ({ engagements, duration, latestStart }) => [engagements, duration, latestStart],
  // An hourly and a monthly amount meet through the hours.
  compensation: ({ pay, hours }) => [pay, hours?.max],
  screening_answers: ({ meetingNotice, focus, setup, screening }) => [meetingNotice, focus, setup, screening],
  language: (job) => job.languages,
  education: () => null,
  login_recency: () => null,
  career_gap: () => null,
};

/** A name for the values of a factor of this job. */
export const factorInputs = (factor: Factor, prior: number, job: JobFacts): string =>
  `${factor} ${prior} ${JSON.stringify(ASKED[factor](job))}`;

const GATE_ASKED: Record<CompiledGate['about'], (job: JobFacts, key: string) => unknown> = {
  skill: (job, key) => knockOutLevels(job).get(key.slice('skill:'.length)),
  hours: ({ hours }) => hours && [hours.min, hours.max],
  work_mode: (job) => job.workMode,
  licence: () => null,
};

/** A name for the states of a must-have of this job. */
export const gateInputs = ({ about, key }: CompiledGate, job: JobFacts): string =>
  `must-have ${key} ${JSON.stringify(GATE_ASKED[about](job, key))}`;
