import { z } from 'zod';
import { bandCutsSchema, BANDS, MATCH_GROUPS } from '@/domain/scoring/schema';

export const bandSchema = z.enum(BANDS);
export const groupSchema = z.enum(MATCH_GROUPS);

/** Hours a week; null = not told. */
export const hoursSchema = z.object({ min: z.number(), max: z.number() }).nullable();
/** Hundredths of a point; a factor's own values are in 1/10000. */
export const points = z.number().int();

/** Where the run cut the bands, in hundredths; left out where they are the default ones. */
export const bandsInForce = bandCutsSchema.optional();

/** Scores and bounds in hundredths of a point, coverage in 1/10000. */
export const scoreViewSchema = z.object({
  expected: points,
  low: points,
  high: points,
  coverage: z.number().int(),
  band: bandSchema,
  bands: bandsInForce,
});
export type ScoreView = z.infer<typeof scoreViewSchema>;
