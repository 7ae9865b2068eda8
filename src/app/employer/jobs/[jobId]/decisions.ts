import type { Decision as Stage } from '@/domain/pipeline/schema';
import { displayName } from '@/ui/review/words';

/** One move of one person, as the server named it. */
export interface Move {
  eventId: string;
  candidateId: string;
}

/** What one press of a key or button decided: about one person, or about all who were selected. */
export interface Decision {
  id: string;
  to: Stage;
  /** Whom, in words: a name, or "3 people". */
  who: string;
  moves: readonly Move[];
}

/** Decisions of this visit that were not taken back, the newest last. */
export type Decisions = readonly Decision[];

/** Whom a decision is about: the name or code of the one, else how many. Somebody who is not listed is "this person". */
export const whoOf = (
  ids: readonly string[],
  rows: readonly { candidateId: string; name: string | null; code: string }[],
): string => {
  if (ids.length !== 1) return `${ids.length} people`;
  const row = rows.find(({ candidateId }) => candidateId === ids[0]);
  return row === undefined ? 'this person' : displayName(row);
};

/** The selected who are listed now: nobody is decided about out of sight. */
export const listed = (
  checked: ReadonlySet<string>,
  rows: readonly { candidateId: string }[],
): ReadonlySet<string> =>
  new Set(rows.flatMap(({ candidateId }) => (checked.has(candidateId) ? [candidateId] : [])));

/** The newest move of a person, or null when this visit decided nothing about them. */
export const lastMoveOf = (decisions: Decisions, candidateId: string): Move | null =>
  decisions.flatMap(({ moves }) => moves.filter((move) => move.candidateId === candidateId)).at(-1) ?? null;

/** Without these moves; a decision of which nothing is left goes too. */
export const withoutMoves = (decisions: Decisions, moves: readonly Move[]): Decisions => {
  const gone = new Set(moves.map(({ eventId }) => eventId));
  return decisions.flatMap((decision) => {
    const left = decision.moves.filter(({ eventId }) => !gone.has(eventId));
    return left.length === 0 ? [] : [{ ...decision, moves: left }];
  });
};
