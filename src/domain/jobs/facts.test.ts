import { expect, test } from 'vitest';
import { jobFactsSchema, weekGridSchema } from '@/domain/scoring/schema';
import { jobFacts } from './facts';
import { jobAnswersSchema, type JobAnswers } from './schema';

const roles = {
  resolve: (title: string) => (title === 'Finance controller' ? { roleId: 'finance-controller' } : null),
};
const place = { cityId: '1259229', name: 'Pune', country: 'IN', latitude: 18.5, longitude: 73.9 };
const grid = weekGridSchema.parse('AAAA'.repeat(27) + 'A//A');

const answers: JobAnswers = {
  title: 'Finance controller',
  role: 'accountant',
  description: 'Closes the books.',
  engagement: ['part_time'],
  hours: { min: 20, max: 24, gate: true },
  core_hours: { grid, timeZone: 'Europe/London', overlapMinutes: 180 },
  work_mode: { mode: 'hybrid', daysOnSite: 2, place, radiusKm: 30 },
  duration: { months: 12, extensionLikely: true },
  latest_start: '2027-01-01',
  pay: { minMinor: 110_000, maxMinor: 140_000, currency: 'INR', per: 'hour', published: true },
  must_have_skills: [{ skillId: 'ifrs', level: 3, knockOut: true }],
  nice_to_have_skills: [{ skillId: 'power-bi', level: 2 }],
  minimum_years: 5,
  focus: 'both',
  domains: ['food'],
  languages: [{ code: 'en', level: 'C1' }],
  licences: ['Chartered Accountant'],
  meeting_notice: 'one_day',
  setup: ['internet'],
  screening: [
    { id: 'a', text: 'Have you closed a month?', kind: 'yes_no', wanted: 'yes' },
    { id: 'b', text: 'Do you know Tally?', kind: 'yes_no', wanted: null },
    { id: 'c', text: 'Why this job?', kind: 'text', wanted: null },
  ],
};

test('carries every scored answer over, without the ad and whether pay is shown', () => {
  const facts = jobFacts(jobAnswersSchema.parse(answers), roles);
  expect(jobFactsSchema.parse(facts)).toEqual(facts);
  expect(facts).toMatchObject({
    roleId: 'accountant',
    coreHours: answers.core_hours,
    workMode: answers.work_mode,
    pay: { minMinor: 110_000, maxMinor: 140_000, currency: 'INR', per: 'hour' },
    meetingNotice: 'one_day',
    screening: [{ id: 'a', wanted: 'yes' }],
  });
  expect(JSON.stringify(facts)).not.toMatch(/Closes the books|published/);
});

test('an empty draft sets nothing', () => {
  const { title, ...facts } = jobFacts({}, roles);
  expect(title).toBe('');
  expect(
    Object.values(facts).every((fact) => fact === null || (Array.isArray(fact) && fact.length === 0)),
  ).toBe(true);
  expect(jobFactsSchema.safeParse({ title, ...facts }).success).toBe(true);
});

test('a title names its role while none is chosen', () => {
  expect(jobFacts({ title: 'Finance controller' }, roles).roleId).toBe('finance-controller');
  expect(jobFacts({ title: 'Finance controller', role: null }, roles).roleId).toBe('finance-controller');
  expect(jobFacts({ title: 'Bee keeper' }, roles).roleId).toBeNull();
});

test('only a hybrid job has days on site, and a remote job has no place', () => {
  const mode = (mode: 'remote' | 'onsite') =>
    jobFacts({ work_mode: { mode, daysOnSite: 3, place, radiusKm: 20 } }, roles).workMode;
  expect(mode('onsite')).toEqual({ mode: 'onsite', daysOnSite: null, place, radiusKm: 20 });
  expect(mode('remote')).toEqual({ mode: 'remote', daysOnSite: null, place: null, radiusKm: null });
});

test('notice "no" says that there are no such meetings', () => {
  expect(jobFacts({ meeting_notice: 'no' }, roles).meetingNotice).toBeNull();
});

test('core hours in a zone that no clock knows are unset', () => {
  const core_hours = { ...answers.core_hours!, timeZone: 'Mars/Olympus' };
  expect(jobFacts({ core_hours }, roles).coreHours).toBeNull();
});
