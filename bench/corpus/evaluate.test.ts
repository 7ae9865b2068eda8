import { expect, test } from 'vitest';
import type { ResumeSummary } from '@/domain/resumes/parse/summary';
import { count, newTally, scoresOf } from './evaluate';
import type { Truth } from './truth';

const truth: Truth = {
  file: 'a.pdf',
  layout: 'any',
  asOf: '2026-09',
  name: 'Asha Rao',
  email: 'asha@example.com',
  phone: '+91 98765 43210',
  location: { city: 'Pune' },
  skills: ['React', 'SQL'],
  experience: [
    { title: 'Engineer, Payments', company: 'Kestrel Ltd', start: '2020-01', end: 'present' },
    { title: 'Trainee', company: 'Orbis', start: '2018', end: '2019' },
  ],
  education: [{ school: 'Deccan College', degree: 'Bachelor of Science in Physics' }],
  totalYears: 8,
};

const read: ResumeSummary = {
  file: 'a.pdf',
  name: 'ASHA RAO',
  email: 'Asha@example.com',
  phone: '098765-43210',
  location: 'Pune, India',
  skills: ['ReactJS', 'Chess'],
  experience: [
    { title: 'Trainee', company: 'Orbis', start: '2018-04', end: '2018' },
    { title: 'Engineer', company: 'Kestrel Ltd', start: '2020-01', end: 'present' },
    { title: 'Treasurer', company: 'A club', start: null, end: null },
  ],
  education: [{ school: 'Deccan College, Pune', degree: 'Bachelor Science Physics' }],
  totalYears: 7.4,
};

function scores(over: Partial<ResumeSummary>) {
  const tally = newTally();
  count([tally], truth, { ...read, ...over });
  return { ...scoresOf(tally), misses: tally.misses };
}

test('case, punctuation, trunk prefixes and words around a fact do not count', () => {
  expect(scores({})).toMatchObject({ name: 1, email: 1, phone: 1, city: 1, school: 1, degree: 1 });
  expect(scores({ phone: '98765 43211', email: null, location: 'Mumbai' })).toMatchObject({
    phone: 0,
    email: 0,
    city: 0,
  });
});

test('F1 weighs what was found against what was found too much', () => {
  const { skillsF1, jobF1, jobDatesF1 } = scores({});
  expect(skillsF1).toBe(0.5);
  // Two of two jobs, three read: recall 1, precision 2/3.
  expect(jobF1).toBe(0.8);
  // One of them has both dates right.
  expect(jobDatesF1).toBe(0.4);
});

test('total years may be half a year off, and not more', () => {
  expect(scores({}).totalYears).toBe(0);
  expect(scores({ totalYears: 7.5 }).totalYears).toBe(1);
  expect(scores({ totalYears: null }).totalYears).toBe(0);
});

test('a file that could not be read misses everything', () => {
  const tally = newTally();
  count([tally], truth, null);
  expect(scoresOf(tally)).toMatchObject({ name: 0, jobF1: 0, school: 0 });
  expect(tally.misses.map(({ miss }) => miss.split(':')[0])).toContain('email');
});
