import { z } from 'zod';
import { weightSetSchema } from '@/domain/scoring/schema';

export const shadowIdSchema = z.object({ shadowId: z.uuid() });

/** The set that is scored and not shown, and what it would have done so far; null = none. */
export const shadowSchema = z
  .object({
    shadowId: z.uuid(),
    name: z.string(),
    /** The draft as it stood when the shadow was started. */
    factors: weightSetSchema.shape.factors,
    startedBy: z.string(),
    startedAt: z.date(),
    /** Runs that were scored by it too, and people in them. */
    runs: z.number().int(),
    people: z.number().int(),
    moved: z.number().int(),
    intoStrong: z.number().int(),
    outOfStrong: z.number().int(),
    /** Of the first ten of a run, how many would be others, on average; null before the first run. */
    displaced: z.number().nullable(),
  })
  .nullable();
export type Shadow = z.infer<typeof shadowSchema>;
