import { z } from 'zod';
import { draftFactorsSchema } from './weights';

/** Jobs with decisions that are tried, the last decided first; and open jobs whose change is counted. */
export const DRY_RUN_JOBS = 40;

const beforeAfter = <Value extends z.ZodType>(value: Value) => z.object({ before: value, after: value });
const share = z.number().nullable();

export const dryRunInputSchema = z.object({ factors: draftFactorsSchema });
export const dryRunSchema = z.object({
  /** Jobs that people decided on, the last decided first. Measures are 0–1; null = nothing to measure. */
  jobs: z.array(
    z.object({
      jobId: z.uuid(),
      title: z.string(),
      decided: z.number().int(),
      ndcg: beforeAfter(share),
    }),
  ),
  ndcg: beforeAfter(share),
  precision: beforeAfter(share),
  hiredInFirst: beforeAfter(z.number().int()),
  disputed: z.number().int(),
  ifPublished: z.object({
    /** Open jobs that would be ranked anew, and how many of them were looked at. */
    jobs: z.number().int(),
    looked: z.number().int(),
    moved: z.number().int(),
    intoStrong: z.number().int(),
    outOfStrong: z.number().int(),
  }),
  /** Changed priors, by the names of their factors: what was expected then stays in the dry run. */
  priorsKept: z.array(z.string()),
  milliseconds: z.number(),
});
export type DryRun = z.infer<typeof dryRunSchema>;
