import type { Factor, JobFacts } from './schema';

/**
 * What of a job decides how a factor judges a person's facts, beside the weight set's prior: jobs that ask the same judge
 * everybody the same.
 */
export const ASKED = {
  domain: ({ domains }) => domains,
  hours: ({ hours }) => hours,
  work_mode_location: ({ workMode }) => workMode,
  compensation: ({ pay, hours }) => [pay, hours?.max],
  screening_answers: ({ meetingNotice, focus, setup, screening }) => [meetingNotice, focus, setup, screening],
  language: ({ languages }) => languages,
} as const satisfies Partial<Record<Factor, (job: JobFacts) => unknown>>;

type AskedFactor = keyof typeof ASKED;
export const isAsked = (factor: Factor): factor is AskedFactor => Object.hasOwn(ASKED, factor);
