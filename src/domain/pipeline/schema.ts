import { z } from 'zod';

export const CANDIDACY_SOURCES = ['applied', 'matched', 'imported'] as const;
export const sourceSchema = z.enum(CANDIDACY_SOURCES);
export const STAGES = ['new', 'shortlisted', 'interview', 'offer', 'hired', 'rejected', 'withdrawn'] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

/** `taken_in`: a person and a candidacy were made of it. */
export const APPLICATION_STATES = ['draft', 'submitted', 'taken_in'] as const;
export const APPLICATION_FILE_STATES = ['none', 'waiting', 'received', 'parsed', 'failed'] as const;
/** How a contested score ended: something was corrected, or a person explained why it stands. */
export const CONTEST_OUTCOMES = ['corrected', 'upheld'] as const;

/** Why a person was rejected; a person chooses one, a score never does. */
export const REJECT_REASONS = [
  'missing_must_have',
  'hours_do_not_fit',
  'pay_does_not_fit',
  'place_does_not_fit',
  'experience_elsewhere',
  'position_filled',
  'other',
] as const;
export const rejectReasonSchema = z.enum(REJECT_REASONS);
export type RejectReason = z.infer<typeof rejectReasonSchema>;

export const pairSchema = z.object({ jobId: z.uuid(), candidateId: z.uuid() });

/** Where a recruiter may move a person; withdrawing is the person's own. */
const decisionSchema = stageSchema.exclude(['withdrawn']);
export type Decision = z.infer<typeof decisionSchema>;

/** Letters of a note about a move. */
export const NOTE_LENGTH = 2_000;
export const NOTE_TOO_LONG = 'Keep the note under 2,000 letters.';

/** A move to a stage; `rejected` needs a reason, which a person chose. */
export const moveCandidacySchema = pairSchema
  .extend({
    to: decisionSchema,
    reason: rejectReasonSchema.nullable().default(null),
    note: z.string().trim().max(NOTE_LENGTH, NOTE_TOO_LONG).nullable().default(null),
  })
  .refine((move) => move.to !== 'rejected' || move.reason !== null, {
    message: 'Choose a reason.',
    path: ['reason'],
  });
export const undoMoveSchema = z.object({ eventId: z.uuid() });
export const movedSchema = z.object({
  /** Names the move for undo. */
  eventId: z.uuid(),
  candidateId: z.uuid(),
  from: stageSchema,
  to: stageSchema,
});
export type Moved = z.infer<typeof movedSchema>;
