import { ONE } from '../fixed-point';
import { tieEnd, tieStart, tieStep } from '../rank';
import { idAt } from './ids';
import type { Columns } from './layout';

export interface BestPerson {
  /** Place in the columns. */
  index: number;
  /** Hundredths of a point. */
  expected: number;
}

/** The best `n` people of one group, as a heap with the worst of them on top. Used for one job after another. */
export interface Best {
  /** Empties it for a job. */
  start(jobId: string): void;
  /** Least expected score with which somebody may still get in. */
  floor(): number;
  offer(index: number, expected: number): void;
  /** Best first; the heap is empty afterwards. */
  inOrder(): BestPerson[];
}

const NOT_KNOWN = NaN;
/** More than there are places. */
const PLACES = 2 ** 32;
const ID_BYTES = 16;
const DASH = 45;
/** Bytes of a UUID that a dash stands before. */
const AFTER_DASH = (1 << 4) | (1 << 6) | (1 << 8) | (1 << 10);
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

export function bestOf(columns: Columns, n: number): Best {
  const { ids } = columns;
  const people = new Int32Array(n);
  const scores = new Int32Array(n);
  const ties = new Float64Array(n);
  const keys = new Float64Array(n);
  let size = 0;
  let ofJob = 0;

  /** `tieBreak` of the person, from the bytes of the id. */
  const tieOf = (index: number): number => {
    let hash = ofJob;
    for (let i = 0; i < ID_BYTES; i++) {
      if (((AFTER_DASH >> i) & 1) === 1) hash = tieStep(hash, DASH);
      const byte = ids[index * ID_BYTES + i] ?? 0;
      hash = tieStep(tieStep(hash, DIGITS[byte >> 4] ?? 0), DIGITS[byte & 15] ?? 0);
    }
    return tieEnd(hash);
  };
  const tieAt = (place: number): number => {
    const kept = ties[place] ?? NOT_KNOWN;
    if (!Number.isNaN(kept)) return kept;
    return (ties[place] = tieOf(people[place] ?? 0));
  };
  /** Does the person at place `a` stand below the one at `b`? Ties are only worked out between equal scores. */
  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    if (difference !== 0) return difference < 0;
    const tie = tieAt(a) - tieAt(b);
    if (tie !== 0) return tie > 0;
    return idAt(columns, people[a] ?? 0) > idAt(columns, people[b] ?? 0);
  };
  const put = (place: number, index: number, expected: number): void => {
    people[place] = index;
    scores[place] = expected;
    ties[place] = NOT_KNOWN;
  };
  const swap = (a: number, b: number): void => {
    const index = people[a] ?? 0;
    const score = scores[a] ?? 0;
    const tie = ties[a] ?? 0;
    people[a] = people[b] ?? 0;
    scores[a] = scores[b] ?? 0;
    ties[a] = ties[b] ?? 0;
    people[b] = index;
    scores[b] = score;
    ties[b] = tie;
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      let worst = at;
      for (let child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
        if (isWorse(child, worst)) worst = child;
      }
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isWorse(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };

  /** Lists the people at places of equal scores. */
  const list = (places: number[], to: BestPerson[]): void => {
    if (places.length > 1) places.sort((a, b) => (isWorse(a, b) ? 1 : -1));
    for (const place of places) to.push({ index: people[place] ?? 0, expected: scores[place] ?? 0 });
  };

  return {
    start(jobId) {
      size = 0;
      ofJob = tieStart(jobId);
    },
    floor: () => (size < n ? 0 : (scores[0] ?? 0)),
    offer(index, expected) {
      if (size < n) {
        put(size, index, expected);
        rise(size++);
        return;
      }
      if (n === 0 || expected < (scores[0] ?? 0)) return;
      if (expected === scores[0]) {
        const tie = tieOf(index);
        const worst = tieAt(0);
        if (tie > worst || (tie === worst && idAt(columns, index) > idAt(columns, people[0] ?? 0))) return;
      }
      put(0, index, expected);
      sink();
    },
    inOrder() {
      const order = keys.subarray(0, size);
      for (let place = 0; place < size; place++) order[place] = (ONE - (scores[place] ?? 0)) * PLACES + place;
      order.sort();
      const found: BestPerson[] = [];
      let equal: number[] = [];
      for (let i = 0; i < size; i++) {
        const key = order[i] ?? 0;
        const place = key - Math.floor(key / PLACES) * PLACES;
        if (equal.length > 0 && scores[place] !== scores[equal[0] ?? 0]) {
          list(equal, found);
          equal = [];
        }
        equal.push(place);
      }
      list(equal, found);
      size = 0;
      return found;
    },
  };
}
