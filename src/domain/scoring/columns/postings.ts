import { LONG_AGO } from '../career';
import type { MonthIndex } from '../months';
import { OPEN, SEGMENT, type Filling } from './layout';

const MOST_MONTHS = 0xffff;

/** Whose each row is, of rows in the order of people that begin with these numbers. */
function ownersOf(at: Uint32Array): Uint32Array {
  const owners = new Uint32Array(at[at.length - 1] ?? 0);
  for (let person = 0; person < at.length - 1; person++) owners.fill(person, at[person], at[person + 1]);
  return owners;
}

/** Row numbers by (segment, key), in the order of people within each, with the first row of every key of each segment. */
function sorted(
  owners: Uint32Array,
  keys: ArrayLike<number>,
  keyCount: number,
  people: number,
): { rows: Uint32Array; starts: Uint32Array } {
  const placeOf = (row: number): number =>
    Math.floor((owners[row] ?? 0) / SEGMENT) * keyCount + (keys[row] ?? 0);
  const starts = new Uint32Array(Math.ceil(people / SEGMENT) * keyCount + 1);
  for (let row = 0; row < owners.length; row++) {
    const after = placeOf(row) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place++) {
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  }
  const next = Uint32Array.from(starts);
  const rows = new Uint32Array(owners.length);
  for (let row = 0; row < owners.length; row++) {
    const place = placeOf(row);
    rows[next[place] ?? 0] = row;
    next[place] = (next[place] ?? 0) + 1;
  }
  return { rows, starts };
}

/** Lists who holds each skill, segment by segment. */
export function addPostings(to: Filling, skillCount: number): void {
  const at = to.skillsAt.filled();
  const owners = ownersOf(at);
  const quality = to.skillQualities.filled();
  const { rows, starts } = sorted(owners, to.skillCodes.filled(), skillCount, at.length - 1);
  for (const start of starts) to.postingsAt.push(start);
  for (const row of rows) {
    to.postingPeople.push((owners[row] ?? 0) % SEGMENT);
    to.postingQualities.push(quality[row] ?? 0);
  }
}

/** The same for posts. Of posts a segment holds few: those that do not occur in it are left out of its list. */
export function addHeldPosts(to: Filling, postCount: number, now: MonthIndex): void {
  const at = to.entriesAt.filled();
  const owners = ownersOf(at);
  const { rows, starts } = sorted(owners, to.entryPosts.filled(), postCount, at.length - 1);
  const spread = to.entrySpreads.filled();
  const [from, until, open] = [to.entryFrom.filled(), to.entryTo.filled(), to.entryOpen.filled()];
  for (let place = 0; place < starts.length - 1; place++) {
    if (place % postCount === 0) to.postListAt.push(to.postList.length());
    if (starts[place] === starts[place + 1]) continue;
    to.postList.push(place % postCount);
    to.heldAt.push(starts[place] ?? 0);
  }
  to.postListAt.push(to.postList.length());
  to.heldAt.push(rows.length);
  for (const row of rows) {
    to.heldPeople.push((owners[row] ?? 0) % SEGMENT);
    to.heldSpreads.push(spread[row] ?? 0);
    const mayFrom = ((open[row] ?? 0) & OPEN.start) === 0 ? (from[row] ?? 0) : LONG_AGO;
    const mayTo = ((open[row] ?? 0) & OPEN.end) === 0 ? (until[row] ?? 0) : now;
    to.heldMonths.push(Math.min(MOST_MONTHS, mayTo - mayFrom + 1));
  }
}
