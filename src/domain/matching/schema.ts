import { z } from 'zod';

export const RUN_STATES = ['queued', 'running', 'succeeded', 'failed', 'superseded'] as const;

export const RUN_TRIGGERS = [
  'job',
  'import',
  'candidate',
  'manual',
  'nightly',
  'reparse',
  'weights',
] as const;
export const runTriggerSchema = z.enum(RUN_TRIGGERS);
export type RunTrigger = z.infer<typeof runTriggerSchema>;

/** People kept per group of a run besides those who applied or were imported for the job. */
export const KEEP_PER_GROUP = 200;
/** Candidates scored by one queue message. */
export const CANDIDATES_PER_CHUNK = 50_000;
