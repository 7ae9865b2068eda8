import { z } from 'zod';
import { blockSchema, resumeFileSchema } from '@/domain/resumes/schema';
import { rejectReasonSchema, sourceSchema, stageSchema } from '../schema';
import { contestViewSchema } from './contest';
import { answerViewSchema, explanationShape, receiptSchema } from './explanation';
import { asksSchema } from './fact-request';
import { hoursSchema } from './score-view';

export const matchViewSchema = z.object({
  person: z.object({
    candidateId: z.uuid(),
    name: z.string().nullable(),
    code: z.string(),
    headline: z.string().nullable(),
    city: z.string().nullable(),
    timeZone: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    hours: hoursSchema,
    source: sourceSchema,
    stage: stageSchema,
    stageSince: z.date(),
    rejectReason: rejectReasonSchema.nullable(),
    /** The last move, for undo; null before the first. */
    lastEventId: z.uuid().nullable(),
    /** Own people can be opened under People; pool people cannot. */
    own: z.boolean(),
  }),
  /** The reader's text, masked while the person is; `file` is null as long. */
  resume: z
    .object({ text: z.string(), blocks: z.array(blockSchema), file: resumeFileSchema.nullable() })
    .nullable(),
  answers: z.array(answerViewSchema),
  /** The job's own questions with what the person answered; null = not asked yet. */
  screening: z.array(
    z.object({
      questionId: z.string(),
      text: z.string(),
      kind: z.enum(['text', 'yes_no']),
      answer: z.string().nullable(),
    }),
  ),
  ...explanationShape,
  asks: asksSchema,
  receipt: receiptSchema.nullable(),
  /** What the person contested, the newest first; the one without an answer waits for a person. */
  contests: z.array(contestViewSchema),
});
export type MatchView = z.infer<typeof matchViewSchema>;
