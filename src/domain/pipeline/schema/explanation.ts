import { z } from 'zod';
import { spanSchema } from '@/domain/resumes/schema';
import { factorSchema, GATE_STATES } from '@/domain/scoring/schema';
import { points, scoreViewSchema } from './score-view';

/** A passage that a factor rests on: where in the résumé's text, and what it shows. */
const evidenceViewSchema = z.object({ label: z.string(), detail: z.string(), spans: z.array(spanSchema) });
export type EvidenceView = z.infer<typeof evidenceViewSchema>;

const factorViewSchema = z.object({
  factor: factorSchema,
  label: z.string(),
  weight: z.number().int(),
  /** Hundredths of a point; these sum exactly to the number shown. */
  contribution: points,
  low: points,
  expected: points,
  high: points,
  phrase: z.string(),
  /** Questions that would settle what is unknown. */
  unknown: z.array(z.object({ id: z.string(), label: z.string() })),
  evidence: z.array(evidenceViewSchema),
});
export type FactorView = z.infer<typeof factorViewSchema>;

const overlayViewSchema = z.object({
  jobZone: z.string(),
  personZone: z.string(),
  /** Minutes the person's clock is ahead of the job's, in the pair of offsets shown. */
  offsetMinutes: z.number().int(),
  /** First and last half hour of the day shown, 0–48. */
  from: z.number().int(),
  to: z.number().int(),
  /** Seven rows of half hours from `from` to `to`. Core hours without the person are `missing` while the job asks for more than
   * both have, `spare` once it does not. */
  cells: z.array(z.array(z.enum(['none', 'theirs', 'both', 'missing', 'spare']))),
  /** Minutes of core hours that both have, of those the job asks for; it may mark more than it asks. */
  overlapMinutes: z.number().int(),
  neededMinutes: z.number().int(),
});
export type OverlayView = z.infer<typeof overlayViewSchema>;

/** Why a pair has its score; the same for the employer and for the person. */
export const explanationShape = {
  score: scoreViewSchema,
  factors: z.array(factorViewSchema),
  gates: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      state: z.enum(GATE_STATES),
      /** The question that would settle it; null when settled, or only a résumé would. */
      questionId: z.string().nullable(),
    }),
  ),
  /** The person's week over the core hours, in half-hour cells of the job's zone; null when either is not told. */
  overlay: overlayViewSchema.nullable(),
  /** `questionId` is what telling would settle; null where something would have to change. */
  raises: z.array(z.object({ label: z.string(), gain: points, questionId: z.string().nullable() })),
};
export const explanationSchema = z.object(explanationShape);
export type ExplanationView = z.infer<typeof explanationSchema>;

/** What a score was computed from. */
export const receiptSchema = z.object({
  weights: z.string(),
  parser: z.string().nullable(),
  asOf: z.string(),
  hash: z.string(),
  changedSince: z.boolean(),
});
/** A question of the person's with what they said, in words. */
export const answerViewSchema = z.object({ id: z.string(), label: z.string(), answer: z.string() });
