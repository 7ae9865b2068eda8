import { z } from 'zod';
import { blockSchema, resumeFileSchema, spanSchema } from '@/domain/resumes/schema';

/** Kinds of facts that were read from a résumé, in the order of its reader. */
export const READ_KINDS = ['contact', 'work', 'skills', 'education', 'languages'] as const;
const readKindSchema = z.enum(READ_KINDS);

/** A person's newest résumé with the passages that the facts of their profile were read from. */
export const resumeReadingSchema = z.object({
  file: resumeFileSchema,
  text: z.string(),
  blocks: z.array(blockSchema),
  passages: z.array(z.object({ key: readKindSchema, span: spanSchema })),
});
export type ResumeReading = z.infer<typeof resumeReadingSchema>;
