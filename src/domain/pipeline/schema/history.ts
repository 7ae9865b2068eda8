import { z } from 'zod';
import { MOVE_CAUSES } from '@/domain/scoring/moves';
import { candidateFactsSchema } from '@/domain/scoring/schema';
import { points } from './score-view';

/** The newest moves of a pair that are shown: as many as a phone has room to press. */
export const MOVES_SHOWN = 8;

const movePartSchema = z.object({
  cause: z.enum(MOVE_CAUSES),
  /** Where the cause is one fact of the person: which, and whether it was unknown before or is unknown now. */
  fact: z
    .object({ key: candidateFactsSchema.keyof(), change: z.enum(['told', 'changed', 'taken_back']) })
    .nullable(),
  points,
});
export type MovePartView = z.infer<typeof movePartSchema>;

const moveViewSchema = z.object({
  at: z.date(),
  from: points,
  to: points,
  /** Sums exactly to `to − from`. */
  parts: z.array(movePartSchema).min(1),
});
export type MoveView = z.infer<typeof moveViewSchema>;

/** How a pair's score moved, the oldest first; hundredths of a point. Empty while it has had one score only. */
export const matchHistorySchema = z.object({
  moves: z.array(moveViewSchema).max(MOVES_SHOWN),
  /** There were moves before these. */
  more: z.boolean(),
});
export type MatchHistory = z.infer<typeof matchHistorySchema>;
