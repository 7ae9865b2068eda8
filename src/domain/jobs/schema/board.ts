import { z } from 'zod';
import { currencySchema, engagementSchema, workModeSchema } from '@/domain/scoring/schema';
import { ordered } from '../schema';
import { postingWordsSchema } from './posting';

export const BOARD_SORTS = ['newest', 'pay', 'fit'] as const;
/** Filters that can be given up one by one. */
export const BOARD_FILTERS = ['q', 'hours', 'mode', 'engagement', 'place', 'skill', 'pay'] as const;
export type BoardFilter = (typeof BOARD_FILTERS)[number];
export const MAX_BOARD_SKILLS = 10;

/** A search on the board; a filter that is left out lets every job through. */
export const boardSearchSchema = z.object({
  q: z.string().trim().max(120).optional(),
  /** Hours a week that the person can give: a job fits when its own range meets this one. */
  hours: z
    .object({ min: z.number().min(0).max(80), max: z.number().min(0).max(80) })
    .refine(ordered, { message: 'The fewest hours must not exceed the most.', path: ['max'] })
    .optional(),
  mode: z.array(workModeSchema).max(3).default([]),
  engagement: z.array(engagementSchema).max(4).default([]),
  /** A town or a country as typed; jobs elsewhere are left out, remote ones only without `remoteToo`. */
  place: z.string().trim().max(120).optional(),
  withinKm: z.number().int().min(1).max(500).default(50),
  remoteToo: z.boolean().default(true),
  /** Jobs that ask for one of these, or for a skill below one of them. */
  skill: z.array(z.string().max(80)).max(MAX_BOARD_SKILLS).default([]),
  /** The least pay per hour, in whole units of the currency. Jobs that do not show their pay are left out. */
  pay: z.object({ amount: z.number().min(0).max(1e7), currency: currencySchema }).optional(),
  sort: z.enum(BOARD_SORTS).default('newest'),
  /** `nextCursor` of the page before; anything else starts at the beginning. */
  after: z.string().max(80).nullable().default(null),
});
export type BoardSearch = z.infer<typeof boardSearchSchema>;

export const boardItemSchema = z.object({
  jobId: z.uuid(),
  path: z.string(),
  organizationName: z.string(),
  title: z.string(),
  publishedAt: z.date(),
  words: postingWordsSchema,
  /** Minutes of core hours a day, Monday first, in the job's own time; null without core hours. */
  coreMinutes: z.array(z.number()).length(7).nullable(),
});
export type BoardItem = z.infer<typeof boardItemSchema>;

const count = z.number().int().nonnegative();
export const boardPageSchema = z.object({
  /** Jobs that pass every filter. */
  total: count,
  items: z.array(boardItemSchema),
  nextCursor: z.string().nullable(),
  /** What the place that was typed was taken for; null when none was given or it is not known. */
  place: z.object({ name: z.string(), country: z.string(), wholeCountry: z.boolean() }).nullable(),
  skills: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Jobs by each choice, with the other filters as they are. */
  counts: z.object({ mode: z.record(z.string(), count), engagement: z.record(z.string(), count) }),
  /** Currencies that pay may be asked in. */
  currencies: z.array(z.object({ code: z.string(), symbol: z.string() })),
  /** With nothing found: the jobs that would be, were this filter given up; most first. */
  relaxations: z.array(z.object({ filter: z.enum(BOARD_FILTERS), total: count })),
});
export type BoardPage = z.infer<typeof boardPageSchema>;
