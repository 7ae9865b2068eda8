import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { asTold } from '@/ui/questions/as-told';
import type { FlexifitQuestionMeta } from '@/ui/questions/question-meta';

const file = JSON.parse(readFileSync('config/flexifit_questions.json', 'utf8')) as {
  questions: FlexifitQuestionMeta[];
  unsaid: { label: string; hint: string; told: object };
};

/** Every word that the controls may show of a value of the catalog. */
const wordsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'string' && ['label', 'help', 'hint', 'placeholder', 'emptyHint'].includes(key)
      ? [inner]
      : wordsIn(inner),
  );
};

const TO_THE_PERSON = /\b(you|your|me|my)\b/i;
/** Said to the employer who reads it. */
const TO_THE_EMPLOYER = ['so that you can prepare', 'You may ask to see one'];

it('says nothing to the person, and nothing of a job, where a recruiter enters what was told', () => {
  const { questions, unsaid } = file;
  expect(questions.flatMap(wordsIn).filter((words) => TO_THE_PERSON.test(words)).length).toBeGreaterThan(10);
  const said = [...questions.map(asTold).flatMap(wordsIn), ...wordsIn({ ...unsaid, ...unsaid.told })];
  const wrong = said.filter((words) => TO_THE_PERSON.test(words) || /this job/i.test(words));
  expect(wrong.filter((words) => !TO_THE_EMPLOYER.some((known) => words.includes(known)))).toEqual([]);
});
