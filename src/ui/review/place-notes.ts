/** A note as it was measured; px throughout. */
export interface MeasuredNote {
  /** Where its passage begins. */
  at: number;
  /** Height with every line, and with its titles only. */
  full: number;
  folded: number;
  /** Belongs to the factor that is looked at: it is never folded, and stands where its passage does. */
  active: boolean;
}

export interface PlacedNote {
  top: number;
  /** Less than the note's own where the next one begins sooner. */
  height: number;
}

const GAP = 6;

/**
 * Puts notes beside their passages without one over another: a note that would reach into the next one's place is cut, down
 * to its titles at most, and what still collides moves down; before an active one the notes move up, as far as there is room.
 */
export function placeNotes(notes: readonly MeasuredNote[]): PlacedNote[] {
  const placed: PlacedNote[] = [];
  let free = 0;
  notes.forEach(({ at, full, folded, active }, index) => {
    if (active && free > at) makeRoom(placed, at);
    const before = placed.at(-1);
    const top = Math.max(at, before === undefined ? 0 : before.top + before.height + GAP);
    const next = notes[index + 1];
    const height =
      active || next === undefined ? full : Math.min(full, Math.max(folded, next.at - GAP - top));
    placed.push({ top, height });
    free = top + height + GAP;
  });
  return placed;
}

/** Moves the notes so far up, so that one fits in at `at`; none above the top, so perhaps not all the way. */
function makeRoom(placed: PlacedNote[], at: number): void {
  const needed = placed.reduce((sum, { height }) => sum + height + GAP, 0);
  let limit = Math.max(at, needed);
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const note = placed[index];
    if (note === undefined) return;
    limit -= note.height + GAP;
    if (note.top <= limit) return;
    placed[index] = { ...note, top: limit };
  }
}
