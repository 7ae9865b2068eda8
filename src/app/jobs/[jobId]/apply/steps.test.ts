import { expect, it } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { editableOf } from '@/domain/candidates/edits';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { knownShare } from './known';
import { inALine, stepOfIssue, stepsOf } from './steps';

const { flexifitQuestions, weightSets } = loadCatalog();
const { questions } = flexifitQuestions;
const screening = [{ id: 'q1', text: 'Can you start in December?', kind: 'yes_no' as const }];

it('a job’s own needs decide which questions are steps; every other one is offered once', () => {
  const plain = stepsOf(questions, accountantJob);
  expect(plain.ids).toEqual([
    'facts',
    'week',
    'hours',
    'modes',
    'engagements',
    'least_pay',
    'earliest_start',
    'send',
  ]);
  const asking = stepsOf(questions, { ...accountantJob, screening, focus: 'both', setup: ['internet'] });
  expect(asking.ids.slice(-4)).toEqual(['setup', 'focus', 'screening', 'send']);
  const offered = [...asking.asked, ...asking.more].map(({ id }) => id);
  const elsewhere = ['flexibility', 'languages', 'licences'];
  expect([...offered, ...elsewhere].toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
});

it.each([
  ['profile.experience.0.end', 'facts'],
  ['file', 'facts'],
  ['answers.hours.max', 'hours'],
  ['answers.flexibility', 'week'],
  ['answers.commitment.minMonths', 'send'],
  ['screening.q1', 'screening'],
  ['consents.application', 'send'],
])('an issue at %s is shown at the step “%s”', (path, step) =>
  expect(stepOfIssue(path, stepsOf(questions, { ...accountantJob, screening }).ids)).toBe(step),
);

const share = (told: Partial<Parameters<typeof knownShare>[0]>, content = accountantJob): number => {
  const weights = weightSets.current.set.factors;
  return knownShare(
    { profile: editableOf(null), answers: {}, screening: {}, ...told },
    content,
    questions,
    Object.fromEntries(Object.entries(weights).map(([factor, { weight }]) => [factor, weight])),
  );
};

it('nothing told is nothing known; everything told is all of it; "unsaid" stays unknown', () => {
  const profile = editableOf(profileOf('Asha Pillai', null, ['tally']));
  expect(share({})).toBe(0);
  const silent = Object.fromEntries(questions.map(({ id }) => [id, 'unsaid']));
  expect(share({ answers: silent })).toBe(0);
  expect(share({ profile, answers: fullAnswers })).toBe(100);
  expect(share({ profile })).toBeGreaterThan(0);
  expect(share({ profile, answers: { hours: fullAnswers.hours } })).toBeGreaterThan(share({ profile }));
});

it('a job’s own questions count as what they are scored by', () => {
  const profile = editableOf(profileOf('Asha Pillai', null, ['tally']));
  const asking = { ...accountantJob, screening: [{ ...screening[0]!, wanted: null }] };
  const before = share({ profile, answers: fullAnswers }, asking);
  expect(before).toBeLessThan(100);
  expect(share({ profile, answers: fullAnswers, screening: { q1: 'unsaid' } }, asking)).toBe(before);
  expect(share({ profile, answers: fullAnswers, screening: { q1: 'no' } }, asking)).toBe(100);
});

it('a heading in a line keeps the capitals of names', () => {
  expect(inALine('Questions from Kestrel Foods')).toBe('questions from Kestrel Foods');
});
