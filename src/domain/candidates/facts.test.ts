import { expect, test } from 'vitest';
import { candidateFactsSchema, engagementSchema, weekGridSchema } from '@/domain/scoring/schema';
import { candidateFacts } from './facts';
import { flexifitAnswersSchema, UNSAID, type CandidateProfile, type FlexifitAnswers } from './schema';

const grid = weekGridSchema.parse('/'.repeat(112));
const place = { cityId: '1259229', name: 'Pune', country: 'IN', latitude: 18.5, longitude: 73.9 };
const parsed = { provenance: 'parsed', confidence: 0.9, span: null } as const;

const profile: CandidateProfile = {
  name: { value: 'Ananya Raghavan', ...parsed },
  email: { value: 'ananya@mail.example', ...parsed },
  phone: { value: '+919820043210', ...parsed },
  place: { value: place, ...parsed },
  skills: [
    {
      skillId: 'ifrs',
      source: 'job',
      level: null,
      lastUsed: '2024-03',
      months: 20,
      provenance: 'parsed',
      spans: [{ start: 1, end: 5 }],
    },
  ],
  experience: [
    {
      title: null,
      company: 'Sahyadri Foods',
      roleId: 'finance-controller',
      domains: ['food'],
      start: '2013',
      end: 'present',
      ...parsed,
    },
  ],
  education: [],
  languages: [{ code: 'en', level: null, provenance: 'parsed', span: null }],
  licences: [{ name: 'Chartered Accountant', provenance: 'parsed', span: null }],
  totalMonths: 100,
};

const answers: FlexifitAnswers = {
  hours: { min: 16, max: 24 },
  week: { grid, timeZone: 'Asia/Kolkata' },
  flexibility: 'within_1h',
  modes: { remote: true, maxDaysOnSite: 2, radiusKm: null },
  engagements: { part_time: 'yes', full_time_flexible: 'no', project: 'consider', retainer: 'no' },
  commitment: { minMonths: 3, maxMonths: null },
  earliest_start: '2026-12-01',
  least_pay: { amountMinor: 110_000, currency: 'INR', per: 'hour' },
  other_work: { hoursPerWeek: 4, alreadyExcluded: true },
  meeting_notice: 'one_day',
  setup: { internet: true, quiet_room: true, power_backup: false },
  restart_help: ['mentor'],
  focus: 'both',
  languages: [{ code: 'hi', level: 'C2' }],
  licences: ['ACCA'],
};

test('carries every answer over, and none of the identity', () => {
  const facts = candidateFacts(profile, flexifitAnswersSchema.parse(answers), { 'q-1': 'yes' });
  expect(candidateFactsSchema.parse(facts)).toEqual(facts);
  expect(facts).toMatchObject({
    skills: [{ skillId: 'ifrs', source: 'job', level: null, lastUsed: '2024-03', months: 20 }],
    work: [{ title: '', roleId: 'finance-controller', domains: ['food'], start: '2013-07', end: 'present' }],
    hours: { min: 16, max: 24 },
    flexibility: 'within_1h',
    place,
    earliestStart: '2026-12-01',
    leastPay: { amountMinor: 110_000, currency: 'INR', per: 'hour' },
    otherWork: { hoursPerWeek: 4, alreadyExcluded: true },
    meetingNotice: 'one_day',
    setup: { internet: true, quiet_room: true, power_backup: false },
    languages: [{ code: 'hi', level: 'C2' }],
    licences: ['ACCA'],
    screening: { 'q-1': 'yes' },
  });
  expect(JSON.stringify(facts)).not.toMatch(/Ananya|mail\.example|98200|Sahyadri|mentor/);
});

test('what was not asked and what a person prefers not to say are both unknown', () => {
  const unsaid = Object.fromEntries(Object.keys(answers).map((id) => [id, UNSAID]));
  const empty = candidateFacts(null, {}, {});
  expect(candidateFacts(null, flexifitAnswersSchema.parse(unsaid), {})).toEqual(empty);
  const { setup, screening, ...others } = empty;
  expect([setup, screening]).toEqual([{}, {}]);
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
});

test('the résumé tells languages and licences only while the person was not asked', () => {
  expect(candidateFacts(profile, {}, {})).toMatchObject({
    languages: [{ code: 'en', level: null }],
    licences: ['Chartered Accountant'],
  });
  expect(candidateFacts(profile, { languages: UNSAID, licences: [] }, {})).toMatchObject({
    languages: null,
    licences: [],
  });
  const silent = { ...profile, languages: [], licences: [] };
  expect(candidateFacts(silent, {}, {})).toMatchObject({ languages: null, licences: null });
});

test('a read résumé without skills is a known none', () => {
  expect(candidateFacts({ ...profile, skills: [], experience: [] }, {}, {})).toMatchObject({
    skills: [],
    work: [],
  });
});

test('a week in a zone that no clock knows is unknown', () => {
  expect(candidateFacts(null, { week: { grid, timeZone: 'Asia/Atlantis' } }, {}).week).toBeNull();
});

test('an answer on engagements names each kind', () => {
  expect(Object.keys(candidateFacts(null, answers, {}).engagements!)).toEqual([...engagementSchema.options]);
});

test('counts the occupation at the head as a role held at no known time, unless a job has it or the person went through their jobs', () => {
  const headed = (roleId: string | null, edited?: CandidateProfile['edited']) =>
    candidateFacts(
      {
        ...profile,
        headline: { value: { title: 'Payroll Lead', roleId }, ...parsed },
        ...(edited && { edited }),
      },
      {},
      {},
    ).work!;
  expect(headed('payroll-manager').at(-1)).toEqual({
    title: 'Payroll Lead',
    roleId: 'payroll-manager',
    domains: [],
    start: null,
    end: null,
  });
  expect(headed(null)).toHaveLength(2);
  expect(headed('finance-controller')).toHaveLength(1);
  expect(headed('payroll-manager', ['experience'])).toHaveLength(1);
});
