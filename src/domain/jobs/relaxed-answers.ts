import type { JobFacts } from '@/domain/scoring/schema';
import { checkDraft } from './draft';
import type { JobAnswers, JobDraft } from './schema';

/** By fact: the answer that gives it. Facts that no step of the meter changes are not here. */
const ANSWER: { [Fact in keyof JobFacts]?: (facts: JobFacts, answers: JobAnswers) => JobDraft } = {
  requiredSkills: ({ requiredSkills }) => ({ must_have_skills: requiredSkills }),
  preferredSkills: ({ preferredSkills }) => ({ nice_to_have_skills: preferredSkills }),
  minimumYears: ({ minimumYears }) => ({ minimum_years: minimumYears }),
  hours: ({ hours }) => ({ hours }),
  coreHours: ({ coreHours }) => ({ core_hours: coreHours }),
  workMode: ({ workMode }) => ({ work_mode: workMode }),
  pay: ({ pay }, answers) => ({ pay: { ...answers.pay, ...pay } }),
  latestStart: ({ latestStart }) => ({ latest_start: latestStart }),
  languages: ({ languages }) => ({ languages }),
  licences: ({ licences }) => ({ licences }),
  domains: ({ domains }) => ({ domains }),
  meetingNotice: ({ meetingNotice }) => ({ meeting_notice: meetingNotice }),
  setup: ({ setup }) => ({ setup }),
};

/**
 * The answers that turn a job's facts into others that were made of them by spreading; null when the form would not take
 * them (too many skills, too far a radius).
 */
export const relaxedAnswers = (answers: JobAnswers, before: JobFacts, after: JobFacts): JobAnswers | null => {
  const changed = (Object.keys(after) as (keyof JobFacts)[]).filter((fact) => after[fact] !== before[fact]);
  const patch: JobDraft = {};
  for (const fact of changed) Object.assign(patch, ANSWER[fact]?.(after, answers));
  const checked = checkDraft(patch);
  return checked.issues.length === 0 ? checked.answers : null;
};
