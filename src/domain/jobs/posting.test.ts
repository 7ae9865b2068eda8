import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { accountantJob } from '@/testing/people';
import { hourlyPay, posting } from './posting';
import type { JobAnswers } from './schema';
import { postingContentSchema } from './schema/posting';

const catalog = loadCatalog();
const employer = { name: 'Heron Mills', timeZone: 'Asia/Calcutta' };

const money = fc.integer({ min: 0, max: 9_000_000 });
const pay = fc.record({
  minMinor: money,
  maxMinor: money,
  currency: fc.constantFrom('INR', 'USD'),
  per: fc.constantFrom('hour' as const, 'month' as const, 'project' as const),
});
const anyAnswers: fc.Arbitrary<JobAnswers> = fc.record(
  {
    title: fc.string({ maxLength: 60 }).map((words) => `Clerk ${words}`),
    description: fc.string({ maxLength: 200 }),
    hours: fc.record({ min: fc.constant(5), max: fc.integer({ min: 5, max: 45 }), gate: fc.boolean() }),
    duration: fc.record({ months: fc.constantFrom(null, 1, 3), extensionLikely: fc.boolean() }),
    must_have_skills: fc.array(
      fc.record({ skillId: fc.constantFrom('tally', 'gst'), level: fc.constant(2), knockOut: fc.boolean() }),
      { maxLength: 2 },
    ),
    pay: fc.tuple(pay, fc.boolean()).map(([amounts, published]) => ({ ...amounts, published })),
    screening: fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b'),
        text: fc.constant('Have you closed a month?'),
        kind: fc.constantFrom('yes_no' as const, 'text' as const),
        wanted: fc.constantFrom('yes' as const, 'no' as const, null),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['title'] },
);

/** The same job with everything turned round that only its employer knows. */
const withOtherSecrets = (
  { hours, must_have_skills, screening, pay: told, ...rest }: JobAnswers,
  otherPay: Omit<NonNullable<JobAnswers['pay']>, 'published'>,
): JobAnswers => ({
  ...rest,
  ...(hours && { hours: { ...hours, gate: !hours.gate } }),
  ...(must_have_skills && {
    must_have_skills: must_have_skills.map((skill) => ({ ...skill, knockOut: !skill.knockOut })),
  }),
  ...(screening && {
    screening: screening.map((asked) => ({ ...asked, wanted: asked.wanted === 'yes' ? 'no' : 'yes' })),
  }),
  ...(told && { pay: told.published ? told : { ...otherPay, published: false } }),
});

describe('what never leaves', () => {
  test('jobs that differ only in knock-outs, gates, wanted answers and unpublished pay have the same posting', () => {
    fc.assert(
      fc.property(anyAnswers, pay, (answers, otherPay) => {
        expect(posting(withOtherSecrets(answers, otherPay), employer, catalog)).toEqual(
          posting(answers, employer, catalog),
        );
      }),
    );
  });

  test('a posting’s content has its schema’s keys only', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { content } = posting(answers, employer, catalog);
        const text = JSON.stringify(content);
        for (const key of ['knockOut', 'wanted', 'gate', 'published'])
          expect(text).not.toContain(`"${key}":`);
        expect(postingContentSchema.strict().parse(content)).toEqual(content);
      }),
    );
  });
});

test('a job is found by its title, employer, skills, country and description', () => {
  const { searchText, ...found } = posting(
    { ...accountantJob, description: 'Books of three mills.' },
    employer,
    catalog,
  );
  for (const word of ['Accountant', 'Heron Mills', 'Tally', 'GST', 'India', 'three mills'])
    expect(searchText).toContain(word);
  expect(found).toMatchObject({
    title: 'Accountant, mornings',
    engagement: ['part_time'],
    hoursMin: 16,
    hoursMax: 20,
    mode: 'remote',
    country: 'IN',
    skillIds: ['tally', 'gst'],
    hourlyMinMinor: 40_000,
    hourlyMaxMinor: 60_000,
    currency: 'INR',
  });
});

test('a remote job has no place to be far from, but the country its employer names', () => {
  const place = { cityId: '1', name: 'Leeds', country: 'GB', latitude: 53.8, longitude: -1.5 };
  const work = { daysOnSite: null, place, radiusKm: 20 };
  const remote = posting({ ...accountantJob, work_mode: { mode: 'remote', ...work } }, employer, catalog);
  expect(remote).toMatchObject({ country: 'GB', cityId: null, lat: null, lon: null });
  const onsite = posting({ ...accountantJob, work_mode: { mode: 'onsite', ...work } }, employer, catalog);
  expect(onsite).toMatchObject({ country: 'GB', cityId: '1', lat: 53.8, lon: -1.5 });
});

describe('pay per hour', () => {
  const paid = (per: 'hour' | 'month' | 'project', months: number | null, published = true): JobAnswers => ({
    hours: { min: 10, max: 15, gate: false },
    duration: { months, extensionLikely: false },
    pay: { minMinor: 6_500_000, maxMinor: 13_000_000, currency: 'INR', per, published },
  });
  test('an hour stays, a month is 65 hours of 15 a week, a project its months of them', () => {
    expect(hourlyPay(paid('hour', null))).toEqual({ min: 6_500_000, max: 13_000_000 });
    expect(hourlyPay(paid('month', null))).toEqual({ min: 100_000, max: 200_000 });
    expect(hourlyPay(paid('project', 2))).toEqual({ min: 50_000, max: 100_000 });
  });
  test('is not known of an endless project, of a month without hours, and of pay that is not published', () => {
    expect(hourlyPay(paid('project', null))).toBeNull();
    expect(hourlyPay({ pay: paid('month', null).pay! })).toBeNull();
    expect(hourlyPay(paid('hour', null, false))).toBeNull();
  });
  test('an amount beyond the column is the most it holds', () => {
    const huge = { ...paid('hour', null).pay!, maxMinor: 1e13 };
    expect(hourlyPay({ pay: huge })?.max).toBe(2_147_483_647);
  });
});
