import { z } from 'zod';
import { RUN_STATES, runTriggerSchema } from '../schema';

const stateSchema = z.enum(RUN_STATES);

/** One batch as platform admins see it: a night of a time zone, or one that was asked for. */
export const batchViewSchema = z.object({
  id: z.uuid(),
  trigger: runTriggerSchema,
  state: stateSchema,
  timeZone: z.string(),
  day: z.string(),
  jobs: z.number().int(),
  parts: z.number().int(),
  partsDone: z.number().int(),
  pairs: z.number(),
  rows: z.number().int(),
  messages: z.number().int(),
  /** From its beginning to its end, or until now. */
  seconds: z.number(),
  /** Messages at QStash's list price, in millionths of a US dollar. */
  costMicroUsd: z.number().int(),
  error: z.string().nullable(),
  createdAt: z.date(),
});
export type BatchView = z.infer<typeof batchViewSchema>;

/** A run of one job alone that is under way or failed. */
export const openRunSchema = z.object({
  id: z.uuid(),
  jobId: z.uuid(),
  title: z.string(),
  organizationName: z.string(),
  trigger: runTriggerSchema,
  state: stateSchema,
  chunks: z.number().int(),
  chunksDone: z.number().int(),
  scored: z.number().int(),
  error: z.string().nullable(),
  createdAt: z.date(),
});

export const runsOverviewSchema = z.object({
  batches: z.array(batchViewSchema),
  runs: z.array(openRunSchema),
});
export type RunsOverview = z.infer<typeof runsOverviewSchema>;

export const batchIdSchema = z.object({ batchId: z.uuid() });
export const runIdSchema = z.object({ runId: z.uuid() });
