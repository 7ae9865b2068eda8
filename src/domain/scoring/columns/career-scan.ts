import { settled, times, ONE, type Spread } from '../fixed-point';
import { relevance, type Near } from '../roles';
import type { Triple } from '../schema';
import { SEGMENT, type Columns } from './layout';
import { NOT_TOLD, type PostLikeness } from './post-likeness';

/** Recencies settled by a prior, by code. */
export interface Recencies {
  triples: readonly Triple[];
  expected: Uint16Array;
}

/** What everybody held that is alike to some families, whatever a job's role and title: as `best` and `months` of the memory, for all segments. */
interface HeldOfFamilies {
  prior: number;
  best: Uint16Array;
  months: Int32Array;
  /** By segment: is it worked out. */
  done: boolean[];
}

/** What is kept from job to job. */
export interface CareerScanMemory {
  recencies: Map<number, Recencies>;
  /** By person of a segment: best likeness × recency in 1/10000, and the most relevant months in 1/10000. */
  best: Uint16Array;
  months: Int32Array;
  /** By list of families. */
  held: Map<Near, HeldOfFamilies>;
}

export const careerScanMemory = (): CareerScanMemory => ({
  recencies: new Map(),
  best: new Uint16Array(SEGMENT),
  months: new Int32Array(SEGMENT),
  held: new Map(),
});

export function recenciesOf(
  spreads: readonly Spread[],
  prior: number,
  kept: CareerScanMemory['recencies'],
): Recencies {
  const known = kept.get(prior);
  if (known) return known;
  const triples = spreads.map((spread) => settled(spread, prior));
  const made = { triples, expected: Uint16Array.from(triples, ({ expected }) => expected) };
  kept.set(prior, made);
  return made;
}

/** More relevant months than any job asks, and few enough that one more entry's still fit 32 bits. In 1/10000. */
const MOST_MONTHS = 1_000_000_000;

/** The k-th post of a segment in what its people held; −1 = nobody there held it. */
function placeOf({ postListAt, postList }: Columns, segment: number, post: number): number {
  let low = postListAt[segment] ?? 0;
  let high = (postListAt[segment + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = postList[middle] ?? 0;
    if (found === post) return middle;
    if (found < post) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Room for what is kept of families. */
const ROOM_BYTES = 4_194_304;
const BYTES_OF_PERSON = 6;

/** What is kept for a list of families; beyond the room the one made first is made anew. */
function heldOf({ held }: CareerScanMemory, near: Near, count: number, prior: number): HeldOfFamilies {
  const kept = held.get(near);
  if (kept?.prior === prior) return kept;
  const isFull = (held.size + 1) * count * BYTES_OF_PERSON > ROOM_BYTES;
  const [oldest] = kept === undefined && isFull ? held : [];
  const { best, months } = kept ??
    oldest?.[1] ?? { best: new Uint16Array(count), months: new Int32Array(count) };
  if (oldest) held.delete(oldest[0]);
  const made = { prior, best, months, done: [] };
  held.set(near, made);
  return made;
}

/**
 * Goes through the posts that occur in a segment: `best` and `months` of the memory speak of it afterwards. For a list of families
 * the posts are gone through once; what a job's role and title add is laid over that.
 */
export function careerScan(
  { toFamilies, near, raised, likeness }: PostLikeness,
  columns: Columns,
  memory: CareerScanMemory,
  prior: number,
): (segment: number) => void {
  const { postListAt, postList, heldAt, heldPeople, heldSpreads, heldMonths, count } = columns;
  const { best, months } = memory;
  const { expected } = recenciesOf(columns.distinct.spreads, prior, memory.recencies);
  const held = heldOf(memory, near, count, prior);

  /** Takes in who held the k-th post, which counts for so much more now than it did before. */
  const take = (
    toBest: Uint16Array,
    toMonths: Int32Array,
    first: number,
    k: number,
    alike: number,
    before: number,
  ): void => {
    const counts = alike === NOT_TOLD ? prior : alike;
    const relevant = relevance(alike === NOT_TOLD ? ONE : alike) - relevance(before);
    const end = heldAt[k + 1] ?? 0;
    for (let row = heldAt[k] ?? 0; row < end; row++) {
      const person = first + (heldPeople[row] ?? 0);
      const worth = times(counts, expected[heldSpreads[row] ?? 0] ?? 0);
      if (worth > (toBest[person] ?? 0)) toBest[person] = worth;
    }
    if (relevant === 0) return;
    for (let row = heldAt[k] ?? 0; row < end; row++) {
      const person = first + (heldPeople[row] ?? 0);
      toMonths[person] = Math.min(MOST_MONTHS, (toMonths[person] ?? 0) + relevant * (heldMonths[row] ?? 0));
    }
  };

  return (segment) => {
    const first = segment * SEGMENT;
    const end = Math.min(first + SEGMENT, count);
    if (held.done[segment] !== true) {
      held.best.fill(0, first, end);
      held.months.fill(0, first, end);
      const last = postListAt[segment + 1] ?? 0;
      for (let k = postListAt[segment] ?? 0; k < last; k++) {
        const alike = toFamilies[postList[k] ?? 0] ?? 0;
        if (alike !== 0) take(held.best, held.months, first, k, alike, 0);
      }
      held.done[segment] = true;
    }
    best.set(held.best.subarray(first, end));
    months.set(held.months.subarray(first, end));
    for (const post of raised) {
      const k = placeOf(columns, segment, post);
      if (k >= 0) take(best, months, 0, k, likeness[post] ?? 0, toFamilies[post] ?? 0);
    }
  };
}
