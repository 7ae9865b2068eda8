import { z } from 'zod';
import { currencySchema, minorUnitsSchema, payPeriodSchema, skillLevelSchema } from '@/domain/scoring/schema';
import { jobAnswersSchema } from '../schema';

/**
 * The public part of a published version, named key by key so that no new answer becomes public by itself: without
 * knock-outs, gates and wanted answers; `pay` only where it is to be published.
 */
export const postingContentSchema = jobAnswersSchema
  .pick({
    title: true,
    role: true,
    description: true,
    engagement: true,
    core_hours: true,
    work_mode: true,
    duration: true,
    latest_start: true,
    nice_to_have_skills: true,
    minimum_years: true,
    focus: true,
    domains: true,
    languages: true,
    licences: true,
    meeting_notice: true,
    setup: true,
  })
  .extend({
    hours: z.object({ min: z.number(), max: z.number() }).optional(),
    pay: z
      .object({
        minMinor: minorUnitsSchema,
        maxMinor: minorUnitsSchema,
        currency: currencySchema,
        per: payPeriodSchema,
      })
      .optional(),
    must_have_skills: z.array(z.object({ skillId: z.string(), level: skillLevelSchema })).optional(),
    screening: z
      .array(z.object({ id: z.string(), text: z.string(), kind: z.enum(['text', 'yes_no']) }))
      .optional(),
  });
export type PostingContent = z.infer<typeof postingContentSchema>;

/** An open job as anybody may read it. `country` of a remote job is where its employer hires. */
export const jobPostingSchema = z.object({
  jobId: z.uuid(),
  organizationName: z.string(),
  title: z.string(),
  content: postingContentSchema,
  country: z.string().nullable(),
  hourlyMinMinor: z.number().int().nullable(),
  hourlyMaxMinor: z.number().int().nullable(),
  currency: z.string().nullable(),
  publishedAt: z.date(),
  updatedAt: z.date(),
});
export type JobPosting = z.infer<typeof jobPostingSchema>;

/** The address of a job on the board: its title for people and search engines, its id for us. */
export const postingPath = ({ jobId, title }: { jobId: string; title: string }): string => {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return `/jobs/${words === '' ? '' : `${words}-`}${jobId}`;
};

/** What a skill's level asks of the person, as said to them. */
export const LEVEL_WORDS: Readonly<Record<number, string>> = {
  1: 'with help',
  2: 'the basics',
  3: 'on your own',
  4: 'leading others',
};

/** Facts of a posting in words; null = not told. */
export const postingWordsSchema = z.object({
  hours: z.string().nullable(),
  engagement: z.string().nullable(),
  pay: z.string().nullable(),
  work: z.string().nullable(),
  duration: z.string().nullable(),
  start: z.string().nullable(),
  coreHours: z.string().nullable(),
});
export type PostingWords = z.infer<typeof postingWordsSchema>;

const descriptionBlockSchema = z.object({ kind: z.enum(['text', 'list']), lines: z.array(z.string()) });
export type DescriptionBlock = z.infer<typeof descriptionBlockSchema>;

/** A posting with everything its page says and its address for search engines. */
export const boardJobSchema = jobPostingSchema.extend({
  path: z.string(),
  words: postingWordsSchema,
  description: z.array(descriptionBlockSchema),
  names: z.object({
    skills: z.record(z.string(), z.string()),
    languages: z.record(z.string(), z.string()),
    industries: z.record(z.string(), z.string()),
  }),
  /** schema.org's JobPosting; null when search engines would refuse it. */
  structuredData: z.record(z.string(), z.unknown()).nullable(),
});
export type BoardJob = z.infer<typeof boardJobSchema>;
