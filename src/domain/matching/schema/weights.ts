import { z } from 'zod';
import { fieldIssueSchema } from '@/domain/kernel/schema';
import { FACTORS, factorSchema, weightSetSchema } from '@/domain/scoring/schema';
import { isLocked } from '@/domain/scoring/weights';
import { experimentUnderWaySchema } from './experiments';

/** Weights of 100 and priors in 1/10000 by factor; of a draft, so the sum may be another one. Locked factors are refused weight. */
export const draftFactorsSchema = weightSetSchema.shape.factors.superRefine((factors, refinement) => {
  for (const factor of FACTORS) {
    if (isLocked(factor) && factors[factor].weight !== 0) {
      const message = 'This factor never counts: it stays at 0.';
      refinement.addIssue({ code: 'custom', path: [factor, 'weight'], message });
    }
  }
});

const reasonSchema = z
  .string()
  .trim()
  .min(5, 'Say why in a few words: it stands in the history.')
  .max(300, 'Keep the reason under 300 letters.');
/** The number of the publication that was in use when the person decided; 0 = none yet. */
const expectedSchema = z.number().int().nonnegative();

export const saveWeightDraftSchema = z.object({
  /** The revision that was typed over; null begins a draft. */
  revision: z.number().int().positive().nullable(),
  factors: draftFactorsSchema,
});
export const weightDraftRevisionSchema = z.object({ revision: z.number().int().positive() });
export const publishWeightsSchema = weightDraftRevisionSchema.extend({
  expected: expectedSchema,
  reason: reasonSchema,
});
export const rollBackWeightsSchema = z.object({
  /** The earlier publication whose set is to be in use again. */
  number: z.number().int().positive(),
  expected: expectedSchema,
  reason: reasonSchema,
});
export const weightsPublishedSchema = z.object({
  number: z.number().int(),
  /** Open jobs that are ranked anew. */
  jobs: z.number().int(),
});

const publicationSchema = z.object({
  number: z.number().int(),
  hash: z.string(),
  name: z.string(),
  reason: z.string(),
  /** Null = a release. */
  publishedBy: z.string().nullable(),
  publishedAt: z.date(),
  jobs: z.number().int(),
  factors: weightSetSchema.shape.factors,
});
export type PublicationView = z.infer<typeof publicationSchema>;

export const weightDraftSchema = z.object({
  revision: z.number().int(),
  /** What it is called once published: the number of the same weights where they have one, else the next. */
  name: z.string(),
  factors: weightSetSchema.shape.factors,
  overNumber: z.number().int(),
  updatedBy: z.string(),
  updatedAt: z.date(),
  /** What keeps it from being published, at `factors.<factor>.<field>` or `factors`. */
  issues: z.array(fieldIssueSchema),
});
export type WeightDraftView = z.infer<typeof weightDraftSchema>;

export const weightsOverviewSchema = z.object({
  /** What ranks people now; number 0 and no publication before the first one. */
  inUse: z.object({ number: z.number().int(), name: z.string(), factors: weightSetSchema.shape.factors }),
  /** Newest first, at most 200. */
  publications: z.array(publicationSchema),
  draft: weightDraftSchema.nullable(),
  /** What goes on with the sets that it compares, whatever is published. */
  experiment: experimentUnderWaySchema.nullable(),
  /** The number that weights get which nobody saved yet. */
  nextName: z.string(),
  labels: z.record(factorSchema, z.object({ label: z.string(), about: z.string() })),
});
export type WeightsOverview = z.infer<typeof weightsOverviewSchema>;
