import { z } from 'zod';
import { bandSchema, groupSchema } from './score-view';

/** A ranking as a screen shows it. */
export const lookSchema = z.object({
  jobId: z.uuid(),
  runId: z.uuid(),
  /** How often single people were scored anew within it. */
  patches: z.number().int().min(0),
  /** What moved is dealt with: from now on this state is compared with. */
  settle: z.boolean().default(false),
});
export type LookInput = z.output<typeof lookSchema>;

export const lookedAtSchema = z.object({ jobId: z.uuid() });
export type LookedAt = z.infer<typeof lookedAtSchema>;

const placeSchema = z.object({
  group: groupSchema,
  /** 1-based, within the group. */
  rank: z.number().int(),
  /** The score in whole points, as it was shown. */
  points: z.number().int(),
  band: bandSchema,
});

const movedPersonSchema = z.object({
  candidateId: z.uuid(),
  /** null = not listed then. */
  before: placeSchema.nullable(),
  after: placeSchema,
});
export type MovedPerson = z.infer<typeof movedPersonSchema>;

/** Who of a job's ranking stands elsewhere than the member left it; null on the first visit. */
export const movedViewSchema = z
  .object({
    /** When the member left it. */
    since: z.date(),
    /** The weights that rank now, when others ranked then. */
    weights: z.string().nullable(),
    /** The job was published anew. */
    jobChanged: z.boolean(),
    people: z.array(movedPersonSchema),
  })
  .nullable();
export type MovedView = z.infer<typeof movedViewSchema>;
