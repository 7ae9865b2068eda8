import { eitherWay, type RoleMatcher, type SharedWords } from '../roles';
import type { JobFacts } from '../schema';
import { isField, titleWords, weightOf, wordWeight } from '../titles';
import type { Columns } from './layout';
import { sharedTables, type SharedTables } from './shared-tables';

const NOT_JUDGED = -2;
/** Likeness of a post that tells neither title nor role. */
export const NOT_TOLD = -1;
/** What a job's words say of a word, as bits: in its title, known for its role, and from bit 2 on by each near family. */
const IN_TITLE = 1;
const IN_ROLE = 2;
const FAMILY_BIT = 2;
const MOST_FAMILIES = 28;

/** The words of every distinct post as numbers, and room for what a job makes of them. */
export interface PostMemory {
  codes: ReadonlyMap<string, number>;
  weights: Uint8Array;
  fields: Uint8Array;
  /** Words of post p from `wordsAt[p]` to the next; the weight of all, and how many name a field of work. */
  wordsAt: Uint32Array;
  words: Uint32Array;
  held: Uint16Array;
  field: Uint8Array;
  /** The role of each post by its place in `roleIds`; the last place stands for none. */
  roleIds: string[];
  roles: Uint16Array;
  bits: Int32Array;
  likenesses: SharedTables;
  /** The codes of a set of words that many jobs share. */
  codesOf: WeakMap<ReadonlySet<string>, Uint32Array>;
}

export function postMemory({ distinct: { posts } }: Columns): PostMemory {
  const codes = new Map<string, number>();
  const byPost = posts.map(({ title }) => titleWords(title));
  const wordsAt = new Uint32Array(posts.length + 1);
  for (const [post, words] of byPost.entries()) {
    wordsAt[post + 1] = (wordsAt[post] ?? 0) + words.length;
    for (const word of words) if (!codes.has(word)) codes.set(word, codes.size);
  }
  const known = [...codes.keys()];
  const roleIds = [...new Set(posts.flatMap(({ roleId }) => roleId ?? []))];
  const roleCodes = new Map(roleIds.map((id, code) => [id, code]));
  return {
    codes,
    weights: Uint8Array.from(known, wordWeight),
    fields: Uint8Array.from(known, (word) => (isField(word) ? 1 : 0)),
    wordsAt,
    words: Uint32Array.from(byPost.flat(), (word) => codes.get(word) ?? 0),
    held: Uint16Array.from(byPost, weightOf),
    field: Uint8Array.from(byPost, (words) => words.filter(isField).length),
    roleIds,
    roles: Uint16Array.from(posts, ({ roleId }) => roleCodes.get(roleId ?? '') ?? roleIds.length),
    bits: new Int32Array(known.length),
    likenesses: sharedTables(posts.length, NOT_JUDGED),
    codesOf: new WeakMap(),
  };
}

function mark(memory: PostMemory, words: ReadonlySet<string>, bit: number): void {
  let codes = memory.codesOf.get(words);
  if (!codes) {
    codes = Uint32Array.from([...words].flatMap((word) => memory.codes.get(word) ?? []));
    memory.codesOf.set(words, codes);
  }
  for (const code of codes) memory.bits[code] = (memory.bits[code] ?? 0) | bit;
}

/** Likeness to the job of each distinct post, or `NOT_TOLD`; a post is compared when it is first asked for. */
export function postLikeness(
  matcher: RoleMatcher,
  { roleId, title: asked }: Pick<JobFacts, 'roleId' | 'title'>,
  { distinct: { posts } }: Columns,
  memory: PostMemory,
): (post: number) => number {
  const { weights, fields, wordsAt, words, held, field, bits, roles, roleIds, likenesses } = memory;
  const { title, role, near } = matcher.words;
  const fits = near.length <= MOST_FAMILIES;
  let byRole = new Int16Array(0);
  const counts = {
    held: 0,
    shared: 0,
    inRole: 0,
    fieldInRole: false,
    field: 0,
    inFamilies: new Uint8Array(near.length),
  };
  const kept = likenesses(`${roleId ?? ''}|${asked}`);
  const prepare = (): void => {
    byRole = Int16Array.from([...roleIds.map((id) => matcher.byTable(id)), 0]);
    bits.fill(0);
    mark(memory, title, IN_TITLE);
    mark(memory, role, IN_ROLE);
    for (const [i, family] of near.entries()) mark(memory, family.words, 1 << (FAMILY_BIT + i));
  };

  /** Counts the words of a post; false when the job knows none of them. */
  const count = (post: number, into: SharedWords & typeof counts): boolean => {
    const end = wordsAt[post + 1] ?? 0;
    let any = 0;
    for (let at = wordsAt[post] ?? 0; at < end; at++) any |= bits[words[at] ?? 0] ?? 0;
    if (any === 0) return false;
    into.held = held[post] ?? 0;
    into.field = field[post] ?? 0;
    into.shared = 0;
    into.inRole = 0;
    into.fieldInRole = false;
    into.inFamilies.fill(0);
    for (let at = wordsAt[post] ?? 0; at < end; at++) {
      const word = words[at] ?? 0;
      const said = bits[word] ?? 0;
      if (said === 0) continue;
      const ofField = fields[word] === 1;
      if ((said & IN_TITLE) !== 0) into.shared += weights[word] ?? 0;
      if ((said & IN_ROLE) !== 0) {
        into.inRole += weights[word] ?? 0;
        into.fieldInRole ||= ofField;
      }
      if (!ofField) continue;
      for (let families = said >> FAMILY_BIT, i = 0; families !== 0; families >>= 1, i++) {
        if ((families & 1) === 1) into.inFamilies[i] = (into.inFamilies[i] ?? 0) + 1;
      }
    }
    return true;
  };
  const judge = (post: number): number => {
    if (byRole.length === 0) prepare();
    const table = byRole[roles[post] ?? roleIds.length] ?? 0;
    if (fits && (held[post] ?? 0) > 0)
      return eitherWay(table, () => (count(post, counts) ? matcher.byWords(counts) : 0));
    const told = posts[post];
    return (told && matcher.likeness(told)) ?? NOT_TOLD;
  };
  return (post) => {
    const known = kept[post] ?? NOT_JUDGED;
    return known === NOT_JUDGED ? (kept[post] = judge(post)) : known;
  };
}
