import { z } from 'zod';
import { draftFactorsSchema } from '@/domain/matching/schema/weights';

const KEY = 'fb-weights-draft';
const copySchema = z.object({
  /** The publication in use and the draft's revision over which it was typed. */
  number: z.number().int(),
  revision: z.number().int().nullable(),
  factors: draftFactorsSchema,
});
type TypedCopy = z.infer<typeof copySchema>;

/** Weights typed here that the server has not confirmed; storage may be full or forbidden, and then there are none. */
export const readTyped = (): TypedCopy | null => {
  try {
    return copySchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
};

/** Replaces them; null forgets them. */
export const writeTyped = (copy: TypedCopy | null): void => {
  try {
    if (copy === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(copy));
  } catch {
    // The page still holds them.
  }
};
