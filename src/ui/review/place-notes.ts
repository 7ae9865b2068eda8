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
  folded: boolean;
}

const GAP = 6;

/**
 * Puts notes beside their passages without one over another: a note that would reach into the next one's place is folded to
 * its titles, and what still collides moves down; before an active one the notes move up instead, as far as there is room.
 */
export function placeNotes(notes: readonly MeasuredNote[]): PlacedNote[] {
  const folded = notes.map(({ at, full, active }, index) => {
    const next = notes[index + 1];
    return !active && next !== undefined && at + full + GAP > next.at;
  });
  const heightOf = (index: number): number => {
    const note = notes[index];
    return note === undefined ? 0 : folded[index] ? note.folded : note.full;
  };
  const tops: number[] = [];
  let free = 0;
  notes.forEach(({ at, active }, index) => {
    tops[index] = Math.max(at, free);
    if (active && free > at) pullUp(tops, index, at, heightOf);
    free = (tops[index] ?? 0) + heightOf(index) + GAP;
  });
  return notes.map((_, index) => ({ top: tops[index] ?? 0, folded: folded[index] ?? false }));
}

/** Moves a note up to its passage, and those before it out of its way, none above the top. */
function pullUp(tops: number[], index: number, at: number, heightOf: (index: number) => number): void {
  let least = 0;
  for (let before = 0; before < index; before += 1) least += heightOf(before) + GAP;
  let limit = Math.max(at, least);
  tops[index] = limit;
  for (let before = index - 1; before >= 0; before -= 1) {
    limit -= heightOf(before) + GAP;
    if ((tops[before] ?? 0) <= limit) return;
    tops[before] = limit;
  }
}
