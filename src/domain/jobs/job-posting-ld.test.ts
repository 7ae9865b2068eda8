import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadCatalog } from '@/domain/catalog/load';
import { accountantJob } from '@/testing/people';
import { jobPostingLd, postingHtml, validThrough } from './job-posting-ld';
import { posting } from './posting';
import type { JobAnswers } from './schema';
import type { JobPosting } from './schema/posting';

const catalog = loadCatalog();
const now = new Date('2026-11-26T09:00:00Z');

const postingOf = (answers: Partial<JobAnswers>, timeZone = 'Asia/Kolkata'): JobPosting => {
  const employer = { name: 'Heron Mills', timeZone };
  return {
    jobId: '0193b6e4-0000-7000-8000-000000000001',
    organizationName: employer.name,
    ...posting({ ...accountantJob, ...answers }, employer, catalog),
    publishedAt: new Date('2026-11-02T09:00:00Z'),
    updatedAt: new Date('2026-11-20T09:00:00Z'),
  };
};
const ldOf = (answers: Partial<JobAnswers>, timeZone?: string) =>
  jobPostingLd(postingOf(answers, timeZone), { appUrl: 'https://jobs.example', now, catalog });

const country = z.string().regex(/^[A-Z]{2}$/);
const amount = z.number().positive();
const unitText = z.enum(['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR']);
/**
 * What Google asks of a job posting's structured data (developers.google.com/search/docs/appearance/structured-data/
 * job-posting), read in November 2026. Required: datePosted, description, hiringOrganization, jobLocation (not for jobs that
 * are fully remote), title. Recommended: applicantLocationRequirements, baseSalary, directApply, employmentType, identifier,
 * jobLocationType, validThrough, experienceRequirements.
 */
const googlesRules = z
  .object({
    '@context': z.literal('https://schema.org/'),
    '@type': z.literal('JobPosting'),
    title: z.string().min(1).max(120),
    // Whole, in HTML, of the tags p, br, ul and li only, and not merely the title again.
    description: z
      .string()
      .min(100)
      .refine((html) => /^(?:<\/?(?:p|ul|li)>|<br>|[^<>])*$/.test(html), 'has other markup'),
    datePosted: z.iso.datetime(),
    validThrough: z.iso.datetime(),
    hiringOrganization: z.strictObject({ '@type': z.literal('Organization'), name: z.string().min(1) }),
    identifier: z.strictObject({ '@type': z.literal('PropertyValue'), name: z.string(), value: z.string() }),
    employmentType: z
      .array(
        z.enum([
          'FULL_TIME',
          'PART_TIME',
          'CONTRACTOR',
          'TEMPORARY',
          'INTERN',
          'VOLUNTEER',
          'PER_DIEM',
          'OTHER',
        ]),
      )
      .min(1)
      .optional(),
    jobLocation: z
      .object({
        '@type': z.literal('Place'),
        address: z.object({
          '@type': z.literal('PostalAddress'),
          addressLocality: z.string().min(1).optional(),
          addressRegion: z.string().min(1).optional(),
          addressCountry: country,
        }),
      })
      .optional(),
    jobLocationType: z.literal('TELECOMMUTE').optional(),
    applicantLocationRequirements: z
      .strictObject({ '@type': z.literal('Country'), name: z.string().min(1) })
      .optional(),
    baseSalary: z
      .strictObject({
        '@type': z.literal('MonetaryAmount'),
        currency: z.string().regex(/^[A-Z]{3}$/),
        value: z.union([
          z.strictObject({ '@type': z.literal('QuantitativeValue'), value: amount, unitText }),
          z.strictObject({
            '@type': z.literal('QuantitativeValue'),
            minValue: amount,
            maxValue: amount,
            unitText,
          }),
        ]),
      })
      .optional(),
    experienceRequirements: z
      .strictObject({
        '@type': z.literal('OccupationalExperienceRequirements'),
        monthsOfExperience: z.number().int().positive(),
      })
      .optional(),
    directApply: z.literal(true),
    workHours: z.string().optional(),
    skills: z.string().optional(),
    url: z.url(),
  })
  .strict()
  .refine((ld) => new Date(ld.validThrough) > now, 'has expired')
  .refine((ld) => new Date(ld.datePosted) <= now, 'is posted in the future')
  .refine(
    (ld) =>
      ld.jobLocationType === undefined
        ? ld.jobLocation !== undefined && ld.applicantLocationRequirements === undefined
        : ld.applicantLocationRequirements !== undefined,
    'a job in a place names it, a fully remote one the country it may be done from',
  );

const pune = { cityId: '1259229', name: 'Pune', country: 'IN', latitude: 18.5, longitude: 73.9 };
const at = (mode: 'hybrid' | 'onsite') => ({
  work_mode: { mode, daysOnSite: mode === 'hybrid' ? 2 : null, place: pune, radiusKm: 30 },
});
const JOBS: [string, Partial<JobAnswers>][] = [
  ['remote', {}],
  ['hybrid', at('hybrid')],
  ['on site', at('onsite')],
  ['anywhere in a country', { work_mode: undefined }],
  ['little told', { engagement: [], core_hours: undefined, minimum_years: undefined, pay: undefined }],
  [
    'one amount',
    { pay: { minMinor: 50_000, maxMinor: 50_000, currency: 'INR', per: 'month', published: true } },
  ],
  [
    'a project',
    {
      engagement: ['project', 'retainer'],
      duration: { months: 2, extensionLikely: false },
      pay: { minMinor: 9_000_000, maxMinor: 12_000_000, currency: 'INR', per: 'project', published: true },
    },
  ],
  ['markup in every text', { title: '</script><script>x', description: '<b>&</b>\n\n- <!-- a\n- ]]>' }],
];

test.each(JOBS)('passes Google’s rules: %s', (_name, answers) => {
  expect(googlesRules.safeParse(ldOf(answers)).error).toBeUndefined();
});

test('says of a remote job from where it may be done, of any other where it is', () => {
  expect(ldOf({})).toMatchObject({
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: { name: 'India' },
  });
  expect(ldOf(at('hybrid'))).toMatchObject({
    jobLocation: {
      address: { addressLocality: 'Pune', addressRegion: 'Maharashtra', addressCountry: 'IN' },
    },
  });
  expect(ldOf(at('hybrid'))).not.toHaveProperty('jobLocationType');
});

test('is not given for a job without a country, which Google would refuse', () => {
  expect(ldOf({}, 'Etc/UTC')).toBeNull();
});

test('gives pay by its unit, a project’s per hour, and none that is not published', () => {
  const value = (answers: Partial<JobAnswers>) => {
    const { baseSalary } = ldOf(answers) as { baseSalary?: { value: unknown } };
    return baseSalary?.value;
  };
  const pay = { minMinor: 9_000_000, maxMinor: 12_000_000, currency: 'INR', published: true };
  expect(value({ pay: { ...pay, per: 'month' } })).toMatchObject({ minValue: 90_000, unitText: 'MONTH' });
  const project = { pay: { ...pay, per: 'project' as const } };
  // 20 hours a week for 3 months are 260 hours.
  expect(value({ ...project, duration: { months: 3, extensionLikely: false } })).toMatchObject({
    minValue: 346.15,
    maxValue: 461.54,
    unitText: 'HOUR',
  });
  expect(value(project)).toBeUndefined();
  expect(value({ pay: { ...pay, per: 'hour', published: false } })).toBeUndefined();
});

test('tells the whole job in the description, whatever was written', () => {
  const html = postingHtml(postingOf({ description: 'Keep the books.\n\n- close\n- report' }), catalog);
  expect(html).toMatch(
    /^<p>Keep the books\.<\/p><ul><li>close<\/li><li>report<\/li><\/ul><ul><li>Hours: 16–20 h a week/,
  );
  expect(html).toContain('Core hours: Mon–Thu 09:00–13:00, Kolkata time');
  expect(html).toContain('You will need: Tally (the basics)');
  expect(postingHtml(postingOf({ description: undefined }), catalog)).toMatch(
    /^<p>Accountant, mornings at Heron Mills\.<\/p>/,
  );
});

describe('validThrough', () => {
  const until = (latest_start: string | undefined, updatedAt: string) =>
    validThrough({ content: { latest_start }, updatedAt: new Date(updatedAt) }, now).toISOString();
  test('is the end of the start-by day while that lies ahead', () => {
    expect(until('2026-12-24', '2026-11-20T09:00:00Z')).toBe('2026-12-24T23:59:59.000Z');
    expect(until('2026-11-26', '2026-11-20T09:00:00Z')).toBe('2026-11-26T23:59:59.000Z');
  });
  test('is else the end of a block of 30 days that has a week left', () => {
    expect(until(undefined, '2026-11-20T09:00:00Z')).toBe('2026-12-20T09:00:00.000Z');
    expect(until('2026-11-25', '2026-11-20T09:00:00Z')).toBe('2026-12-20T09:00:00.000Z');
    expect(until(undefined, '2026-11-03T09:00:00Z')).toBe('2026-12-03T09:00:00.000Z');
    expect(until(undefined, '2026-11-02T09:00:00Z')).toBe('2027-01-01T09:00:00.000Z');
  });
});
