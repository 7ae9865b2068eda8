import { z } from 'zod';

export const CANDIDACY_SOURCES = ['applied', 'matched', 'imported'] as const;
export const STAGES = ['new', 'shortlisted', 'interview', 'offer', 'hired', 'rejected'] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

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
