import { ONE } from '../fixed-point';
import type { Near, RoleMatcher } from '../roles';
import type { JobFacts } from '../schema';
import { isField, wordWeight } from '../titles';
import type { Columns } from './layout';

/** Likeness of a post that tells neither title nor role. */
export const NOT_TOLD = -1;

/** What is known of words and posts whatever the job, and room for what a job makes of them. */
export interface PostMemory {
  codes: ReadonlyMap<string, number>;
  /** By word: its weight, and whether it names a field of work. */
  weights: Uint8Array;
  fields: Uint8Array;
  /** By post: the weight of all its words, and how many name a field of work. */
  held: Uint16Array;
  field: Uint8Array;
  /** By role: its posts. */
  ofRole: ReadonlyMap<string, readonly number[]>;
  /** The post that tells neither title nor role, −1 = none. */
  untold: number;
  /** By post: the weight of the words shared, and how many of them name a field of work. */
  shared: Uint16Array;
  ofField: Uint8Array;
  touched: Uint32Array;
  /** By post: its likeness to one job. */
  likeness: Int16Array;
  byFamilies: Map<Near, Int16Array>;
  /** By words of a family: the posts that hold some which name a field of work, and how many. */
  inFamily: Map<ReadonlySet<string>, { posts: Uint32Array; known: Uint8Array }>;
  /** The codes of a set of words that many jobs share. */
  codesOf: WeakMap<ReadonlySet<string>, Uint32Array>;
}

export function postMemory({ distinct: { posts, words }, postWordsAt, postWords }: Columns): PostMemory {
  const weights = Uint8Array.from(words, wordWeight);
  const fields = Uint8Array.from(words, (word) => (isField(word) ? 1 : 0));
  const held = new Uint16Array(posts.length);
  const field = new Uint8Array(posts.length);
  const ofRole = new Map<string, number[]>();
  for (const [post, { roleId }] of posts.entries()) {
    let weight = 0;
    let ofField = 0;
    for (let at = postWordsAt[post] ?? 0; at < (postWordsAt[post + 1] ?? 0); at++) {
      weight += weights[postWords[at] ?? 0] ?? 0;
      ofField += fields[postWords[at] ?? 0] ?? 0;
    }
    held[post] = weight;
    field[post] = ofField;
    if (roleId === null) continue;
    const others = ofRole.get(roleId);
    if (others) others.push(post);
    else ofRole.set(roleId, [post]);
  }
  return {
    codes: new Map(words.map((word, code) => [word, code])),
    weights,
    fields,
    held,
    field,
    ofRole,
    untold: posts.findIndex(({ title, roleId }) => title === '' && roleId === null),
    shared: new Uint16Array(posts.length),
    ofField: new Uint8Array(posts.length),
    touched: new Uint32Array(posts.length),
    likeness: new Int16Array(posts.length),
    byFamilies: new Map(),
    inFamily: new Map(),
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

/** Adds up the weights that words have in each post that holds one, and how many name a field of work; `judge` is told of every such post once. */
function eachSharing(
  words: ReadonlySet<string>,
  { wordPostsAt, wordPosts }: Columns,
  memory: PostMemory,
  judge: (post: number, shared: number, fields: number) => void,
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
      ofField[post] = (ofField[post] ?? 0) + (fields[word] ?? 0);
    }
  }
  for (let i = 0; i < count; i++) {
    const post = touched[i] ?? 0;
    judge(post, shared[post] ?? 0, ofField[post] ?? 0);
    shared[post] = 0;
    ofField[post] = 0;
  }
}

function postsInFamily(words: ReadonlySet<string>, columns: Columns, memory: PostMemory) {
  const kept = memory.inFamily.get(words);
  if (kept) return kept;
  const posts: number[] = [];
  const known: number[] = [];
  eachSharing(words, columns, memory, (post, _, fields) => {
    if (fields === 0) return;
    posts.push(post);
    known.push(fields);
  });
  const made = { posts: Uint32Array.from(posts), known: Uint8Array.from(known) };
  memory.inFamily.set(words, made);
  return made;
}

/** Likeness of each post to a list of families, by its role's family and by its words; worked out once for all jobs of a family. */
function toFamilies(matcher: RoleMatcher, columns: Columns, memory: PostMemory): Int16Array {
  const { near } = matcher.words;
  const kept = memory.byFamilies.get(near);
  if (kept) return kept;
  const { postRoles, distinct } = columns;
  const { field, untold } = memory;
  const byRole = Int16Array.from([0, ...distinct.roles.map((id) => matcher.byTable(id))]);
  const table = new Int16Array(postRoles.length);
  for (let post = 0; post < table.length; post++) table[post] = byRole[postRoles[post] ?? 0] ?? 0;
  for (const [family, { words }] of near.entries()) {
    const { posts, known } = postsInFamily(words, columns, memory);
    for (let i = 0; i < posts.length; i++) {
      const post = posts[i] ?? 0;
      const alike = matcher.byFamilyWords(field[post] ?? 0, known[i] ?? 0, family);
      if (alike > (table[post] ?? 0)) table[post] = alike;
    }
  }
  if (untold >= 0) table[untold] = NOT_TOLD;
  memory.byFamilies.set(near, table);
  return table;
}

/** Likeness to a job of each distinct post, or `NOT_TOLD`, in memory that the next job uses again. */
export interface PostLikeness {
  likeness: Int16Array;
  /** The same to the families of the job's role alone, and the list of these. */
  toFamilies: Int16Array;
  near: Near;
  /** The posts that the job's own role or title makes more alike than its families do, each once. */
  raised: readonly number[];
}

/**
 * Compares posts with a job: with the families of its role once for all their jobs, then those of its very role, and those that hold
 * a word by which its role is known, or one of its title.
 */
export function postLikeness(
  matcher: RoleMatcher,
  { roleId }: Pick<JobFacts, 'roleId'>,
  columns: Columns,
  memory: PostMemory,
): PostLikeness {
  const { likeness, held } = memory;
  const { near, role, title } = matcher.words;
  const families = toFamilies(matcher, columns, memory);
  likeness.set(families);
  const raised: number[] = [];
  const raise = (post: number, alike: number): void => {
    const before = likeness[post] ?? 0;
    if (alike <= before) return;
    if (before === families[post]) raised.push(post);
    likeness[post] = alike;
  };
  for (const post of memory.ofRole.get(roleId ?? '') ?? []) raise(post, ONE);
  eachSharing(role, columns, memory, (post, shared, fields) => {
    if (fields > 0) raise(post, matcher.byRoleWords(held[post] ?? 0, shared));
  });
  eachSharing(title, columns, memory, (post, shared) => {
    raise(post, matcher.byTitleWords(held[post] ?? 0, shared));
  });
  return { likeness, toFamilies: families, near, raised };
}
