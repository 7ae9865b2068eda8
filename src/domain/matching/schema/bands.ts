import { z } from 'zod';

/** Below this many decisions the default bands stay. */
export const LEAST_DECISIONS = 300;
/** What a band promises: the least probability, among people who were opened and decided on, of being shortlisted. */
export const BAND_PROMISES = { strong: 0.75, good: 0.5, partial: 0.25 } as const;

/** Whole points as shown; each band begins at its number. */
const bandPointsSchema = z.object({
  strong: z.number().int(),
  good: z.number().int(),
  partial: z.number().int(),
});
export type BandPoints = z.infer<typeof bandPointsSchema>;

/** From `from` hundredths on, `value` (0–1) of `weight` decisions were for the shortlist. */
const curveStepSchema = z.object({ from: z.number().int(), value: z.number(), weight: z.number().int() });
export type CurveStep = z.infer<typeof curveStepSchema>;

export const publishBandsSchema = z.object({
  /** The calibrated ones, or the default ones again. */
  kind: z.enum(['calibrated', 'default']),
  /** Hash of what was seen, and the publication that was in use; 0 = none. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  expected: z.number().int().nonnegative(),
  reason: z
    .string()
    .trim()
    .min(5, 'Say why in a few words: it stands in the history.')
    .max(300, 'Keep the reason under 300 letters.'),
});
export const bandsPublishedSchema = z.object({ number: z.number().int() });

export const bandsOverviewSchema = z.object({
  /** People opened, then shortlisted or rejected, with a kept receipt. */
  decisions: z.number().int(),
  /** How many more it takes; 0 = enough. */
  missing: z.number().int(),
  /** Rises with the score; empty while decisions are missing. */
  curve: z.array(curveStepSchema),
  inUse: bandPointsSchema,
  /** Read from the curve; null while decisions are missing. */
  calibrated: z.object({ points: bandPointsSchema, hash: z.string() }).nullable(),
  defaults: z.object({ points: bandPointsSchema, hash: z.string() }),
  /** Newest first. */
  publications: z.array(
    z.object({
      number: z.number().int(),
      points: bandPointsSchema,
      decisions: z.number().int(),
      reason: z.string(),
      publishedBy: z.string(),
      publishedAt: z.date(),
    }),
  ),
});
export type BandsOverview = z.infer<typeof bandsOverviewSchema>;
