import { z } from 'zod';
import { tokenSchema } from '@/domain/accounts/schema';
import { flexifitAnswersShape } from '@/domain/candidates/schema';
import { factorSchema } from '@/domain/scoring/schema';

/** How long a question may be taken back: its mail leaves after that. */
export const ASK_UNDO_MS = 10_000;
/** As long as the mailed link works; without an answer by then the same may be asked again. */
export const ASK_OPEN_MS = 14 * 24 * 60 * 60 * 1000;
/** How long a first answer may be taken back: whoever asked is told after that. */
export const ANSWER_UNDO_MS = 10_000;
/** What a browser's ten seconds may lag behind ours; what was waited for happens a while after nobody can take it back. */
export const UNDO_GRACE_MS = 2_000;
/** So long after an answer it can be told. */
export const ANSWER_TOLD_MS = ANSWER_UNDO_MS + 2 * UNDO_GRACE_MS;
/** Of several questions in one mail: so long after the last answer whoever asked is told of those that came. */
export const ANSWER_QUIET_MS = 10 * 60 * 1000;
/** Questions without an answer that one employer may have with one person. */
export const ASKED_AT_ONCE = 5;

/** Why a person cannot be asked anything now. */
export const ASK_BLOCKS = ['job_closed', 'withdrew', 'rejected', 'no_address', 'muted', 'too_many'] as const;
export type AskBlock = (typeof ASK_BLOCKS)[number];

const askSchema = z.object({
  /** A question about how the person can work, or `screening:<id>` of the job. */
  questionId: z.string(),
  label: z.string(),
  /** The factor that the answer feeds; null for what is not scored. */
  factor: factorSchema.nullable(),
  /** An answer moves the score or settles a must-have; what is written in words is only read. */
  counts: z.boolean(),
  /** How far the answer could move the score, hundredths of a point; facts of one factor share it. */
  moves: z.number().int(),
  /** `open`: not known and not asked · `unsaid`: the person prefers not to say, and is not asked again. */
  state: z.enum(['open', 'asked', 'answered', 'unsaid']),
  factRequestId: z.uuid().nullable(),
  /** When it was asked or answered. */
  at: z.date().nullable(),
});
export type Ask = z.infer<typeof askSchema>;

/** What of a pair is not known, or was asked for: must-haves first, then what could move the score most. */
export const asksSchema = z.object({
  blocked: z.enum(ASK_BLOCKS).nullable(),
  /** Questions of the employer's that wait for this person's answer. */
  waiting: z.number().int(),
  questions: z.array(askSchema),
});
export type Asks = z.infer<typeof asksSchema>;

/** Questions that go in one mail; none asks the first that is open. */
export const requestFactsSchema = z.object({
  jobId: z.uuid(),
  candidateId: z.uuid(),
  questionIds: z
    .array(z.string().max(60))
    .max(ASKED_AT_ONCE)
    .refine((ids) => new Set(ids).size === ids.length, 'Each question once.'),
});
export const askBatchSchema = z.object({ batchId: z.uuid() });
export const requestedFactsSchema = askBatchSchema.extend({
  asked: z.array(z.object({ questionId: z.string(), label: z.string() })).min(1),
});
export type RequestedFacts = z.infer<typeof requestedFactsSchema>;

const questionAskedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('flexifit'), questionId: z.string() }),
  z.object({
    kind: z.literal('screening'),
    questionId: z.string(),
    text: z.string(),
    answeredIn: z.enum(['text', 'yes_no']),
  }),
]);
export type QuestionAsked = z.infer<typeof questionAskedSchema>;

/** An answer that one tap gives, and how it reads. */
export const readyAnswerSchema = z.object({
  label: z.string(),
  answer: z.union(Object.values(flexifitAnswersShape)),
});

/** What the page behind mailed questions shows: never what was answered, since the link may have been passed on. */
export const askedQuestionsSchema = z.object({
  organizationName: z.string(),
  jobTitle: z.string(),
  /** The employer knows whom it asks. */
  seesName: z.boolean(),
  questions: z.array(
    z.object({
      factRequestId: z.uuid(),
      question: questionAskedSchema,
      answeredAt: z.date().nullable(),
      /** Answers that fit the posting, each given by one tap. */
      ready: z.array(readyAnswerSchema),
    }),
  ),
  /** Until when an answer can be given and changed. */
  until: z.date(),
  timeZone: z.string(),
});
export type AskedQuestions = z.infer<typeof askedQuestionsSchema>;

export const answerFactSchema = tokenSchema.extend({ factRequestId: z.uuid(), answer: z.unknown() });
export const answeredFactSchema = z.object({
  answeredAt: z.date(),
  /** So long it may still be taken back; a change of it gives no time anew. */
  undoSeconds: z.number().int(),
});
export type AnsweredFact = z.infer<typeof answeredFactSchema>;
export const takeBackAnswerSchema = tokenSchema.extend({ factRequestId: z.uuid() });
