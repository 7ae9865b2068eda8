import { z } from 'zod';
import { screeningAnswerSchema } from '@/domain/candidates/schema';
import { sourceSchema, stageSchema } from '../schema';

/** One application as its person sees it: never the employer's notes or reasons. */
export const ownCandidacySchema = z.object({
  candidacyId: z.uuid(),
  jobId: z.uuid(),
  jobTitle: z.string(),
  organizationName: z.string(),
  /** On the public board now. */
  posted: z.boolean(),
  jobOpen: z.boolean(),
  source: sourceSchema,
  stage: stageSchema,
  stageSince: z.date(),
  since: z.date(),
});
export type OwnCandidacy = z.infer<typeof ownCandidacySchema>;

export const candidacyIdSchema = z.object({ candidacyId: z.uuid() });

export const answerOwnScreeningSchema = candidacyIdSchema.extend({
  questionId: z.string().max(40),
  answer: screeningAnswerSchema.nullable(),
});

/** How long a withdrawal may be taken back: nobody is told before that. */
export const WITHDRAWAL_UNDO_MS = 10_000;
