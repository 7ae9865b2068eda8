import { LONG_AGO } from '../career';
import type { MonthIndex } from '../months';
import { growing, type Growing } from './growing';
import { OPEN, SEGMENT, type Filling } from './layout';

const MOST_MONTHS = 0xffff;

/** Rows of one kind in the order of people: whose they are, what they name, and one more code. */
export interface Rows {
  people: Growing<Uint32Array>;
  keys: Growing<Uint32Array>;
  codes: Growing<Uint16Array>;
}

export const emptyRows = (): Rows => ({
  people: growing(Uint32Array),
  keys: growing(Uint32Array),
  codes: growing(Uint16Array),
});

export function freeRows({ people, keys, codes }: Rows): void {
  for (const column of [people, keys, codes]) column.free();
}

export function addRow({ people, keys, codes }: Rows, person: number, key: number, code: number): void {
  people.push(person);
  keys.push(key);
  codes.push(code);
}

/** Row numbers by (segment, key), in the order of people within each, with the first row of every key of each segment. */
function sorted(
  { people, keys }: Rows,
  keyCount: number,
  count: number,
): { rows: Uint32Array; starts: Uint32Array } {
  const [owner, key] = [people.filled(), keys.filled()];
  const placeOf = (row: number): number =>
    Math.floor((owner[row] ?? 0) / SEGMENT) * keyCount + (key[row] ?? 0);
  const starts = new Uint32Array(Math.ceil(count / SEGMENT) * keyCount + 1);
  for (let row = 0; row < owner.length; row++) {
    const after = placeOf(row) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place++) {
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  }
  const next = Uint32Array.from(starts);
  const rows = new Uint32Array(owner.length);
  for (let row = 0; row < owner.length; row++) {
    const place = placeOf(row);
    rows[next[place] ?? 0] = row;
    next[place] = (next[place] ?? 0) + 1;
  }
  return { rows, starts };
}

/** Lists who holds each skill, segment by segment. */
export function addPostings(to: Filling, skills: Rows, skillCount: number, count: number): void {
  const { rows, starts } = sorted(skills, skillCount, count);
  const [owner, quality] = [skills.people.filled(), skills.codes.filled()];
  for (const start of starts) to.postingsAt.push(start);
  for (const row of rows) {
    to.postingPeople.push((owner[row] ?? 0) % SEGMENT);
    to.postingQualities.push(quality[row] ?? 0);
  }
}

/**
 * The same for posts, whose rows are those of the job entries. Of posts a segment holds few: those that do not occur in it are left
 * out of its list.
 */
export function addHeldPosts(
  to: Filling,
  posts: Rows,
  postCount: number,
  count: number,
  now: MonthIndex,
): void {
  const { rows, starts } = sorted(posts, postCount, count);
  const [owner, spread] = [posts.people.filled(), posts.codes.filled()];
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
    to.heldPeople.push((owner[row] ?? 0) % SEGMENT);
    to.heldSpreads.push(spread[row] ?? 0);
    const mayFrom = ((open[row] ?? 0) & OPEN.start) === 0 ? (from[row] ?? 0) : LONG_AGO;
    const mayTo = ((open[row] ?? 0) & OPEN.end) === 0 ? (until[row] ?? 0) : now;
    to.heldMonths.push(Math.min(MOST_MONTHS, mayTo - mayFrom + 1));
  }
}
