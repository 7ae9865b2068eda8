import type { Near, RoleMatcher } from '../roles';
import type { JobFacts } from '../schema';
import { isField, wordWeight } from '../titles';
import type { Columns } from './layout';
import { sharedTables, type SharedTables } from './shared-tables';

const NOT_JUDGED = -2;
/** Likeness of a post that tells neither title nor role. */
export const NOT_TOLD = -1;
/** Families whose words are told apart by the bits of one number. */
const MOST_FAMILIES = 31;

/** What is known of words and posts whatever the job, and room for what a job makes of them. */
export interface PostMemory {
  codes: ReadonlyMap<string, number>;
  /** By word: its weight, and whether it names a field of work. */
  weights: Uint8Array;
  fields: Uint8Array;
  /** By post: the weight of all its words, and how many name a field of work. */
  held: Uint16Array;
  field: Uint8Array;
  /** The post that tells neither title nor role, −1 = none. */
  untold: number;
  /** By word: the families that know it. By post: the weight of the words shared, and whether one names a field of work. */
  bits: Uint32Array;
  shared: Uint16Array;
  ofField: Uint8Array;
  touched: Uint32Array;
  /** By post: its likeness to one job. */
  likeness: Int16Array;
  byRole: SharedTables;
  byFamilies: Map<Near, Int16Array>;
  /** The codes of a set of words that many jobs share. */
  codesOf: WeakMap<ReadonlySet<string>, Uint32Array>;
}

export function postMemory({ distinct: { posts, words }, postWordsAt, postWords }: Columns): PostMemory {
  const weights = Uint8Array.from(words, wordWeight);
  const fields = Uint8Array.from(words, (word) => (isField(word) ? 1 : 0));
  const held = new Uint16Array(posts.length);
  const field = new Uint8Array(posts.length);
  for (let post = 0; post < posts.length; post++) {
    let weight = 0;
    let ofField = 0;
    for (let at = postWordsAt[post] ?? 0; at < (postWordsAt[post + 1] ?? 0); at++) {
      weight += weights[postWords[at] ?? 0] ?? 0;
      ofField += fields[postWords[at] ?? 0] ?? 0;
    }
    held[post] = weight;
    field[post] = ofField;
  }
  return {
    codes: new Map(words.map((word, code) => [word, code])),
    weights,
    fields,
    held,
    field,
    untold: posts.findIndex(({ title, roleId }) => title === '' && roleId === null),
    bits: new Uint32Array(words.length),
    shared: new Uint16Array(posts.length),
    ofField: new Uint8Array(posts.length),
    touched: new Uint32Array(posts.length),
    likeness: new Int16Array(posts.length),
    byRole: sharedTables(posts.length, NOT_JUDGED),
    byFamilies: new Map(),
    codesOf: new WeakMap(),
  };
}

function codesOf(memory: PostMemory, words: ReadonlySet<string>): Uint32Array {
  const kept = memory.codesOf.get(words);
  if (kept) return kept;
  const codes = Uint32Array.from([...words].flatMap((word) => memory.codes.get(word) ?? []));
  memory.codesOf.set(words, codes);
  return codes;
}

/** What the words of each post say of a list of families; worked out once for all roles that share the list. */
function byFamilies(matcher: RoleMatcher, columns: Columns, memory: PostMemory): Int16Array {
  const { near } = matcher.words;
  const kept = memory.byFamilies.get(near);
  if (kept) return kept;
  const { postWordsAt, postWords } = columns;
  const { fields, field, bits } = memory;
  const table = new Int16Array(field.length);
  const inFamilies = new Uint8Array(near.length);
  bits.fill(0);
  for (const [i, { words }] of near.entries()) {
    for (const code of codesOf(memory, words)) {
      if (fields[code] === 1) bits[code] = (bits[code] ?? 0) | (1 << i);
    }
  }
  for (let post = 0; post < table.length; post++) {
    const from = postWordsAt[post] ?? 0;
    const end = postWordsAt[post + 1] ?? 0;
    let any = 0;
    for (let at = from; at < end; at++) any |= bits[postWords[at] ?? 0] ?? 0;
    if (any === 0) continue;
    inFamilies.fill(0);
    for (let at = from; at < end; at++) {
      let families = bits[postWords[at] ?? 0] ?? 0;
      for (let i = 0; families !== 0; families >>>= 1, i++) {
        if ((families & 1) === 1) inFamilies[i] = (inFamilies[i] ?? 0) + 1;
      }
    }
    table[post] = matcher.byFamilyWords(field[post] ?? 0, inFamilies);
  }
  memory.byFamilies.set(near, table);
  return table;
}

/** Adds up, in `shared`, the weights that words have in each post that holds one; `judge` is told of every such post once. */
function eachSharing(
  words: ReadonlySet<string>,
  { wordPostsAt, wordPosts }: Columns,
  memory: PostMemory,
  judge: (post: number, shared: number, ofField: boolean) => void,
): void {
  const { shared, touched, weights, fields, ofField } = memory;
  let count = 0;
  for (const word of codesOf(memory, words)) {
    const end = wordPostsAt[word + 1] ?? 0;
    const weight = weights[word] ?? 0;
    for (let at = wordPostsAt[word] ?? 0; at < end; at++) {
      const post = wordPosts[at] ?? 0;
      if (shared[post] === 0) touched[count++] = post;
      shared[post] = (shared[post] ?? 0) + weight;
      if (fields[word] === 1) ofField[post] = 1;
    }
  }
  for (let i = 0; i < count; i++) {
    const post = touched[i] ?? 0;
    judge(post, shared[post] ?? 0, ofField[post] === 1);
    shared[post] = 0;
    ofField[post] = 0;
  }
}

/** Fills a table with the likeness of each post to a role, by role and by words, whatever the job's title. */
function judgeRole(table: Int16Array, matcher: RoleMatcher, columns: Columns, memory: PostMemory): void {
  const { postRoles, distinct } = columns;
  const { held, untold } = memory;
  const byTable = Int16Array.from([0, ...distinct.roles.map((id) => matcher.byTable(id))]);
  table.set(byFamilies(matcher, columns, memory));
  for (let post = 0; post < table.length; post++) {
    const inTable = byTable[postRoles[post] ?? 0] ?? 0;
    if (inTable > (table[post] ?? 0)) table[post] = inTable;
  }
  eachSharing(matcher.words.role, columns, memory, (post, shared, ofField) => {
    if (!ofField) return;
    const alike = matcher.byRoleWords(held[post] ?? 0, shared);
    if (alike > (table[post] ?? 0)) table[post] = alike;
  });
  if (untold >= 0) table[untold] = NOT_TOLD;
}

/**
 * Likeness to the job of each distinct post, or `NOT_TOLD`, in memory that the next job uses again. Words are compared with the
 * job's role once for all its jobs, with its title only in the posts that hold one of the title's words.
 */
export function postLikeness(
  matcher: RoleMatcher,
  { roleId }: Pick<JobFacts, 'roleId'>,
  columns: Columns,
  memory: PostMemory,
): Int16Array {
  const { likeness, held } = memory;
  if (matcher.words.near.length > MOST_FAMILIES) {
    for (const [post, told] of columns.distinct.posts.entries()) {
      likeness[post] = matcher.likeness(told) ?? NOT_TOLD;
    }
    return likeness;
  }
  const table = memory.byRole(roleId ?? '');
  if (table[0] === NOT_JUDGED) judgeRole(table, matcher, columns, memory);
  likeness.set(table);
  eachSharing(matcher.words.title, columns, memory, (post, shared) => {
    const alike = matcher.byTitleWords(held[post] ?? 0, shared);
    if (alike > (likeness[post] ?? 0)) likeness[post] = alike;
  });
  return likeness;
}
