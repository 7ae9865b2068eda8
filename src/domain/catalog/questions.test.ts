import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flexifitAnswersShape, UNSAID } from '@/domain/candidates/schema';
import { jobAnswersShape } from '@/domain/jobs/schema';
import { employerQuestionsSchema, flexifitQuestionsSchema, questionIssues } from './questions';

const read = (name: string): unknown => JSON.parse(readFileSync(`config/${name}`, 'utf8'));
const employer = employerQuestionsSchema.parse(read('employer_question.json'));
const flexifit = flexifitQuestionsSchema.parse(read('flexifit_questions.json'));

test('every answer of a job has its question, options and parts', () => {
  expect(questionIssues(employer, jobAnswersShape)).toEqual([]);
});

test('every answer of a candidate has its question, options and parts', () => {
  expect(questionIssues(flexifit, flexifitAnswersShape)).toEqual([]);
});

test('every candidate question takes "prefer not to say"', () => {
  const refusing = Object.entries(flexifitAnswersShape).filter(
    ([, schema]) => !schema.safeParse(UNSAID).success,
  );
  expect(refusing).toEqual([]);
  expect(flexifit.unsaid.label).toBe('Prefer not to say');
});

test('what the form allows at its limits, the answer allows too, and no more items than it holds', () => {
  const bounds = (id: string) => employer.questions.find((question) => question.id === id)!.bounds!;
  const takes = (id: keyof typeof jobAnswersShape, value: unknown) =>
    jobAnswersShape[id].safeParse(value).success;
  const { min, max } = bounds('hours');
  const skills = (count: number) =>
    Array.from({ length: count }, () => ({ skillId: 'x', level: 1, knockOut: false }));
  expect(takes('hours', { min, max, gate: true })).toBe(true);
  expect(takes('minimum_years', bounds('minimum_years').min)).toBe(true);
  expect(takes('minimum_years', bounds('minimum_years').max)).toBe(true);
  expect(takes('title', 'x'.repeat(bounds('title').maxLength!))).toBe(true);
  expect(takes('description', 'x'.repeat(bounds('description').maxLength!))).toBe(true);
  expect(takes('must_have_skills', skills(bounds('must_have_skills').maxItems!))).toBe(true);
  expect(takes('must_have_skills', skills(bounds('must_have_skills').maxItems! + 1))).toBe(false);
  expect(takes('licences', Array(bounds('licences').maxItems).fill('CPA'))).toBe(true);
  expect(takes('licences', Array(bounds('licences').maxItems! + 1).fill('CPA'))).toBe(false);
});

test('asks about the working constraint, never about its cause', () => {
  const text = JSON.stringify([flexifit, employer.questions]).toLowerCase();
  const causes = /child|married|marital|pregnan|caregiv|your age|years old|gender|husband/;
  expect(text).not.toMatch(causes);
});

test('says what does not fit', () => {
  const questions = structuredClone(employer.questions);
  const at = (id: string) => questions.findIndex((question) => question.id === id);
  questions[at('focus')]!.options!.pop();
  questions[at('engagement')]!.group = 'elsewhere';
  delete questions[at('pay')]!.parts!['per'];
  questions[at('work_mode')]!.parts!['mode']!.options!.push({ value: 'lunar', label: 'Lunar' });
  questions.splice(at('setup'), 1, questions[at('title')]!);
  const issues = questionIssues({ ...employer, questions }, jobAnswersShape).map(({ path, message }) => [
    path.join('.'),
    message,
  ]);
  expect(issues).toEqual(
    expect.arrayContaining([
      [`questions.${at('focus')}.options`, 'Leaves out both.'],
      [`questions.${at('engagement')}.group`, 'No group “elsewhere”.'],
      [`questions.${at('pay')}.parts`, 'Leaves out per.'],
      [`questions.${at('work_mode')}.parts.mode.options`, 'Has lunar, which no answer may hold.'],
      ['questions', 'No question for setup.'],
    ]),
  );
  expect(issues.some(([, message]) => message === '“title” comes twice.')).toBe(true);
});
