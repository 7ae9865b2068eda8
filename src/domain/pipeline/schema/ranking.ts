import { z } from 'zod';
import { BANDS } from '@/domain/scoring/schema';
import { stageSchema } from '../schema';
import { bandSchema, groupSchema, hoursSchema, scoreViewSchema } from './score-view';

export const listMatchesSchema = z.object({
  jobId: z.uuid(),
  group: groupSchema,
  bands: z.array(bandSchema).max(BANDS.length).default([]),
  /** Whole points, 0–100. */
  minimumScore: z.number().int().min(0).max(100).default(0),
  stage: z.enum(['open', 'shortlisted', 'rejected', 'all']).default('open'),
});

/** Minutes a day, Monday first: what the job needs and what both have. */
const weekViewSchema = z.object({
  needed: z.array(z.number().int()),
  both: z.array(z.number().int()),
  /** Minutes of overlap that the job asks for, of those it marks, and how many of them there are. */
  asked: z.number().int(),
  reached: z.number().int(),
});
export type WeekView = z.infer<typeof weekViewSchema>;

const rankedRowSchema = z.object({
  candidateId: z.uuid(),
  rank: z.number().int(),
  /** null while the person is masked; `code` stands for it. */
  name: z.string().nullable(),
  code: z.string(),
  headline: z.string().nullable(),
  city: z.string().nullable(),
  score: scoreViewSchema,
  stage: stageSchema,
  isNew: z.boolean(),
  week: weekViewSchema.nullable(),
  hours: hoursSchema,
  pay: z.enum(['fits', 'above', 'unknown', 'unset']),
});
export type RankedRow = z.infer<typeof rankedRowSchema>;

/** One group of a ranking as the filters leave it: the part that is worth keeping. */
export const rankedPageSchema = z.object({
  /** The order is drafted from two rankings that are compared: scores need not fall from row to row. */
  orderTested: z.boolean(),
  /** People of each group whom the filters leave. */
  counts: z.record(groupSchema, z.number().int()),
  /** People of the group shown whom the list holds without filters. */
  unfiltered: z.number().int(),
  rows: z.array(rankedRowSchema),
});
export type RankedPage = z.infer<typeof rankedPageSchema>;

export const rankingViewSchema = rankedPageSchema.extend({
  /** The pointer's run; null before the first one is finished. */
  runId: z.uuid().nullable(),
  /** How often single people were scored anew within that run. */
  patches: z.number().int(),
  /** A run is queued or running, or the published version is not ranked yet. */
  computing: z.object({ chunksDone: z.number().int(), chunks: z.number().int() }).nullable(),
  /** The newest run ended without a ranking. */
  failed: z.boolean(),
});
export type RankingView = z.infer<typeof rankingViewSchema>;

export const rankingPulseSchema = z.object({
  /** The run whose rows are the ranking. */
  runId: z.uuid().nullable(),
  /** How often single people were scored anew within it. */
  patches: z.number().int(),
  /** A newer one is under way. */
  active: z.boolean(),
});
export type RankingPulse = z.infer<typeof rankingPulseSchema>;
