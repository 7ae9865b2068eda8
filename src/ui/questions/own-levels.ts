import { LEVEL_WORDS } from '@/domain/jobs/schema/posting';
import type { QuestionOption } from '@/ui/questions/question-meta';

/** Levels of a skill, 1–4, in the words said to the person who has it; a job's page says the same. */
export const OWN_LEVELS: readonly QuestionOption[] = Object.entries(LEVEL_WORDS).map(([level, label]) => ({
  value: Number(level),
  label,
}));
