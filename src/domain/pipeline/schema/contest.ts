import { z } from 'zod';
import { factorSchema } from '@/domain/scoring/schema';
import { CONTEST_OUTCOMES } from '../schema';
import { candidacyIdSchema } from './own-candidacy';

/** A score that its person contested, and what a person of the employer's answered. */
export const contestViewSchema = z.object({
  contestId: z.uuid(),
  /** The factor in question; null = the whole. */
  factor: factorSchema.nullable(),
  message: z.string(),
  openedAt: z.date(),
  outcome: z.enum(CONTEST_OUTCOMES).nullable(),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
});
export type ContestView = z.infer<typeof contestViewSchema>;

const said = (what: string) => z.string().trim().min(1, what).max(4000, 'Keep it under 4,000 letters.');
export const openContestSchema = candidacyIdSchema.extend({
  factor: factorSchema.nullable(),
  message: said('Say what is wrong; a person reads it.'),
});
export const contestIdSchema = z.object({ contestId: z.uuid() });
export const answerContestSchema = contestIdSchema.extend({
  outcome: z.enum(CONTEST_OUTCOMES),
  answer: said('Give an answer in words; they read it.'),
});
