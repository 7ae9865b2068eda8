import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndustryIndex } from '@/domain/catalog/industries';
import type { ParsedResume } from '@/domain/resumes/schema';
import { profileFromParse } from './from-parse';
import { candidateProfileSchema } from './schema';

const TEXT = 'Assistant manager, Deccan Bank\nController, Sahyadri Foods\nHelper';
const spanOf = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });

const roles = {
  resolve: (title: string) => (title === 'Controller' ? { roleId: 'finance-controller', score: 1 } : null),
} as Parameters<typeof profileFromParse>[1]['roles'];
const industries = buildIndustryIndex([
  { id: 'bank', name: 'Banking', aliases: ['bank'] },
  { id: 'food', name: 'Food', aliases: ['foods'] },
]);
const occupationOf = (text: string) =>
  text.includes('ledgers') ? { familyId: 'accounting', roleId: 'accountant', confidence: 0.5 } : null;
const catalog = { roles, industries, occupationOf };

const entry = (title: string | null, part: string, start: string | null, end: string | null) => ({
  title,
  company: null,
  location: null,
  start,
  end,
  span: spanOf(part),
  confidence: 0.8,
});
const mention = (skillId: string | null, job: number | null, level: number | null, at: number) => ({
  skillId,
  surface: 'x',
  source: job === null ? ('listed' as const) : ('job' as const),
  job,
  level,
  span: { start: at, end: at + 1 },
});

const resume: ParsedResume = {
  parserVersion: '1',
  text: TEXT,
  pages: 1,
  blocks: [],
  name: { value: 'Ananya Raghavan', confidence: 0.9, span: { start: 0, end: 3 } },
  email: null,
  phone: null,
  location: null,
  skills: [
    mention('ifrs', null, null, 40),
    mention('ifrs', 1, 3, 30),
    mention('ifrs', 0, 2, 10),
    mention('tally', 0, null, 12),
    mention('excel', null, null, 41),
    mention('word', 2, null, 42),
    mention(null, null, null, 43),
  ],
  experience: [
    entry('Assistant manager', 'Assistant manager, Deccan Bank', '2016-06', '2020-05'),
    entry('Controller', 'Controller, Sahyadri Foods', '2020-01', 'present'),
    entry(null, 'Helper', null, null),
  ],
  education: [],
  languages: [
    { code: 'en', level: 'B2', span: { start: 1, end: 2 } },
    { code: 'en', level: 'C1', span: { start: 3, end: 4 } },
    { code: 'hi', level: null, span: { start: 5, end: 6 } },
  ],
  licences: [
    { name: 'Chartered Accountant', span: { start: 1, end: 2 } },
    { name: 'chartered accountant', span: { start: 7, end: 8 } },
  ],
  totalMonths: 90,
};
const profile = profileFromParse(resume, catalog, '2026-11-24');
const skill = (id: string) => profile.skills.find(({ skillId }) => skillId === id)!;

describe('the profile of a parsed résumé', () => {
  test('names a role by what the text is about where the title tells none', () => {
    const text = 'Team Member\nKept ledgers and closed the month';
    const told = profileFromParse(
      {
        ...resume,
        text,
        experience: [
          { ...resume.experience[0]!, title: 'Team Member', span: { start: 0, end: text.length } },
        ],
        skills: [],
      },
      catalog,
      '2026-11',
    );
    expect(told.experience[0]).toMatchObject({ title: 'Team Member', roleId: 'accountant' });
  });

  test('keeps the occupation at the head with its role', () => {
    const headline = { value: 'Controller', confidence: 0.9, span: { start: 0, end: 10 } };
    expect(profileFromParse({ ...resume, headline }, catalog, '2026-11').headline).toMatchObject({
      value: { title: 'Controller', roleId: 'finance-controller' },
      provenance: 'parsed',
    });
  });

  test('is one, with where each fact came from', () => {
    expect(candidateProfileSchema.parse(profile)).toEqual(profile);
    expect(profile.name).toEqual({
      value: 'Ananya Raghavan',
      provenance: 'parsed',
      confidence: 0.9,
      span: { start: 0, end: 3 },
    });
    expect([profile.email, profile.totalMonths]).toEqual([null, 90]);
  });

  test('puts the newest job first and undated ones last, with role and industry recognised', () => {
    expect(profile.experience.map(({ title, roleId, domains }) => [title, roleId, domains])).toEqual([
      ['Controller', 'finance-controller', ['food']],
      ['Assistant manager', null, ['bank']],
      [null, null, []],
    ]);
  });

  test('gathers a skill from all its mentions: the best level, months counted once, used up to now', () => {
    // June 2016 – May 2020 and January 2020 – November 2026 are 126 months together.
    expect(skill('ifrs')).toEqual({
      skillId: 'ifrs',
      source: 'job',
      level: 3,
      lastUsed: '2026-11',
      months: 126,
      provenance: 'parsed',
      spans: [
        { start: 10, end: 11 },
        { start: 30, end: 31 },
        { start: 40, end: 41 },
      ],
    });
    expect(skill('tally')).toMatchObject({ source: 'job', level: null, lastUsed: '2020-05', months: 48 });
  });

  test('knows nothing of time for a bare list or an undated job', () => {
    expect(skill('excel')).toMatchObject({ source: 'listed', lastUsed: null, months: null });
    expect(skill('word')).toMatchObject({ source: 'job', lastUsed: null, months: null });
  });

  test('takes the time that a list states where the jobs show less', () => {
    const stated = (months: number, job: number | null) =>
      profileFromParse(
        {
          ...resume,
          skills: [{ ...mention('tally', null, null, 41), months }, mention('tally', job, null, 12)],
        },
        catalog,
        '2026-11-24',
      ).skills[0]?.months;
    expect([stated(60, null), stated(60, 0), stated(12, 0)]).toEqual([60, 60, 48]);
  });

  test('leaves out what the taxonomy does not know', () => {
    expect(profile.skills.map(({ skillId }) => skillId)).toEqual(['ifrs', 'tally', 'excel', 'word']);
  });

  test('holds a language at its best level and a licence once', () => {
    expect(profile.languages.map(({ code, level }) => [code, level])).toEqual([
      ['en', 'C1'],
      ['hi', null],
    ]);
    expect(profile.licences.map(({ name }) => name)).toEqual(['Chartered Accountant']);
  });

  test('a job known only by its first month was held in that month', () => {
    const open = {
      ...resume,
      experience: [entry('Helper', 'Helper', '2019-03', null)],
      skills: [mention('word', 0, null, 1)],
    };
    expect(profileFromParse(open, catalog, '2026-11').skills[0]).toMatchObject({
      lastUsed: '2019-03',
      months: 1,
    });
  });
});

const month = integer({ min: 0, max: 150 }).map(
  (index) => `${2012 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
);
const job = record({ start: month, end: constantFrom('present', '2014-03', '2018', '2022-10') });

test('months never exceed the time from the first start, nor shrink when another job is added', () => {
  assert(
    property(array(job, { minLength: 1, maxLength: 6 }), (jobs) => {
      const monthsOf = (count: number) => {
        const experience = jobs
          .slice(0, count)
          .map(({ start, end }) => entry('Helper', 'Helper', start, end));
        const skills = experience.map((_, index) => mention('word', index, null, index));
        return profileFromParse({ ...resume, experience, skills }, catalog, '2026-11').skills[0]!.months!;
      };
      const counts = jobs.map((_, index) => monthsOf(index + 1));
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      expect(counts.at(-1)).toBeLessThanOrEqual(15 * 12);
    }),
  );
});
