import { z } from 'zod';
import { factorSchema } from '@/domain/scoring/schema';

/** What the form offers of weights: the sets that were published, the one in use first, and the factors by name. */
export const weightChoicesSchema = z.object({
  sets: z.array(
    z.object({
      hash: z.string(),
      id: z.string(),
      label: z.string(),
      inUse: z.boolean(),
      /** Weight of each factor, of 100. */
      weights: z.record(factorSchema, z.number().int()),
    }),
  ),
  factors: z.array(z.object({ factor: factorSchema, label: z.string(), about: z.string() })),
});
export type WeightChoices = z.infer<typeof weightChoicesSchema>;
