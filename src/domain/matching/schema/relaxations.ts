import { z } from 'zod';
import { jobAnswersSchema, jobIdSchema } from '@/domain/jobs/schema';

/** Fewer people than this are told as "a few": a number so small could point at somebody. */
export const FEWEST_TOLD = 3;
/** How many people; null = one or two. */
const tellableCount = z.number().int().min(0).nullable();

/** The draft as it stands, or what is published. */
export const relaxationsOfSchema = jobIdSchema.extend({ of: z.enum(['draft', 'published']) });

export const relaxationsSchema = z.object({
  /** How many people were looked at: the organisation's own, the pool, and who applied. */
  people: z.number().int(),
  /** How many of them would be listed as Ranked and at least Good. */
  inPlay: tellableCount,
  /** Each requirement loosened by one step that brings more people, the most first. */
  steps: z.array(
    z.object({
      id: z.string(),
      /** What would be asked, and what is asked now. */
      text: z.string(),
      now: z.string(),
      /** How many more people would be in play; null = one or two. */
      more: tellableCount,
      /** The answers of the form that loosen it. */
      answers: jobAnswersSchema,
    }),
  ),
});
export type Relaxations = z.infer<typeof relaxationsSchema>;
