import { assert, property, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { FACTORS, weekGridSchema } from '@/domain/scoring/schema';
import { publishable as publishableBy } from './publishable';
import { jobAnswersSchema, type JobAnswers, type JobQuestionId } from './schema';

const catalog = loadCatalog();
const { set } = catalog.weightSets.current;
const publishable = (given: JobAnswers, weights = set) => publishableBy(given, catalog, weights);
const [skillId = ''] = catalog.skills.byId.keys();
const answers: Required<JobAnswers> = {
  title: 'Finance controller',
  role: null,
  description: 'Closes the books.',
  engagement: ['part_time'],
  hours: { min: 20, max: 24, gate: false },
  core_hours: { grid: weekGridSchema.parse('/'.repeat(112)), timeZone: 'Asia/Kolkata', overlapMinutes: 60 },
  work_mode: { mode: 'remote', daysOnSite: null, place: null, radiusKm: null },
  duration: { months: 12, extensionLikely: true },
  latest_start: '2027-01-01',
  pay: { minMinor: 1, maxMinor: 2, currency: 'INR', per: 'hour', published: true },
  must_have_skills: [{ skillId, level: 3, knockOut: false }],
  nice_to_have_skills: [{ skillId, level: 2 }],
  minimum_years: 5,
  focus: 'both',
  domains: ['banking'],
  languages: [{ code: 'en', level: 'C1' }],
  licences: ['CA'],
  meeting_notice: 'one_day',
  setup: ['internet'],
  screening: [{ id: 'a', text: 'Have you closed a month?', kind: 'yes_no', wanted: 'yes' }],
  weights: { set: null, changes: [{ factor: 'hours', percent: 20 }] },
};
const only = (...ids: JobQuestionId[]): JobAnswers =>
  jobAnswersSchema.parse(Object.fromEntries(ids.map((id) => [id, answers[id]])));

test('a full form sets all 100 and misses nothing', () => {
  expect(publishable(answers)).toEqual({ ok: true, setWeight: 100, least: 40, missing: [] });
});

test('an empty form asks for the title first, then for what weighs most', () => {
  const { ok, setWeight, missing } = publishable({});
  expect([ok, setWeight]).toEqual([false, 0]);
  expect(missing.slice(0, 3).map(({ questionId, weight }) => [questionId, weight])).toEqual([
    ['title', 14],
    ['must_have_skills', 26],
    ['minimum_years', 11],
  ]);
  expect(missing.find(({ factor }) => factor === 'schedule_overlap')).toEqual({
    questionId: 'core_hours',
    factor: 'schedule_overlap',
    weight: 7,
    label: 'Overlap',
  });
});

test('40 of 100 is enough with a title, 39 is not', () => {
  expect(publishable(only('title', 'must_have_skills'))).toMatchObject({ ok: true, setWeight: 40 });
  const short = only('title', 'minimum_years', 'hours', 'nice_to_have_skills');
  expect(publishable(short)).toMatchObject({ ok: false, setWeight: 39 });
  const { title: _, ...untitled } = answers;
  expect(publishable(untitled)).toMatchObject({
    ok: false,
    setWeight: 75,
    missing: [{ questionId: 'title' }],
  });
});

test('what has no weight of its own changes nothing', () => {
  expect(publishable(only('title', 'description', 'licences')).setWeight).toBe(14);
  expect(publishable({ title: 'Clerk', minimum_years: 0, domains: [], must_have_skills: [] }).setWeight).toBe(
    14,
  );
});

test('what is set and what is missing make 100, and every question named would close its gap', () => {
  assert(
    property(subarray(Object.keys(answers) as JobQuestionId[]), (ids) => {
      const given: JobAnswers = { title: 'Finance controller', ...only(...ids) };
      const { setWeight, missing } = publishable(given);
      expect(missing.reduce((sum, { weight }) => sum + weight, setWeight)).toBe(100);
      expect(new Set(missing.map(({ factor }) => factor)).size).toBe(missing.length);
      for (const { questionId, factor, weight } of missing) {
        expect(FACTORS).toContain(factor);
        const closed = publishable({ ...given, ...only(questionId) });
        expect(closed.setWeight).toBe(setWeight + weight);
      }
    }),
  );
});

test('how far a job is follows the weights that would rank it', () => {
  const { required_skills: skills, role_similarity: role } = set.factors;
  const factors = {
    ...set.factors,
    required_skills: { ...skills, weight: skills.weight - 10 },
    role_similarity: { ...role, weight: role.weight + 10 },
  };
  const given = only('title', 'must_have_skills');
  expect(publishable(only('must_have_skills'), { ...set, factors }).setWeight).toBe(
    publishable(only('must_have_skills')).setWeight - 10,
  );
  expect(publishable(given, { ...set, factors }).setWeight).toBe(publishable(given).setWeight);
});
