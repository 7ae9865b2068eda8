import { isMereRank, isPlainHead, isRank, orderlessKey, titleParts, titleWords } from './role-title';
import type { Role } from './schema';

/** A role recognised in a title; confidence is 0–1: 1 = the title is in the table, below .6 = only its words point there. */
export interface RoleMatch {
  roleId: string;
  confidence: number;
}

export interface RoleIndex {
  byId: ReadonlyMap<string, Role>;
  /** The role that a title names, or null when nothing in the table is like it. */
  resolve: (title: string) => RoleMatch | null;
}

interface Name {
  roleId: string;
  words: readonly string[];
}
interface Vocabulary {
  /** Every order of the same words → role. */
  exact: ReadonlyMap<string, string>;
  /** The same without words of rank. */
  core: ReadonlyMap<string, string>;
  /** Keys of `core` by which roles of several families are called ("engineering"). */
  shared: ReadonlySet<string>;
  /** Names by each of their words, and by the one that tells most. */
  namesByWord: ReadonlyMap<string, readonly Name[]>;
  namesByRarest: ReadonlyMap<string, readonly Name[]>;
  family: ReadonlyMap<string, string>;
  /** How much a word tells: ln(roles ÷ roles whose names have it), a third of that for words that only head a title. */
  weight: (word: string) => number;
}

const add = <T>(map: Map<string, T[]>, key: string, item: T): void => {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
};

function readVocabulary(roles: readonly Role[]): Vocabulary {
  const exact = new Map<string, string>();
  const core = new Map<string, string>();
  const familyOfCore = new Map<string, string>();
  const shared = new Set<string>();
  const names: Name[] = [];
  const rolesByWord = new Map<string, Set<string>>();
  const keep = (map: Map<string, string>, words: readonly string[], roleId: string): void => {
    const key = orderlessKey(words);
    if (key !== '' && !map.has(key)) map.set(key, roleId);
  };
  // A role's own title goes before any other role's alias.
  for (const role of roles) keep(exact, titleWords(role.title), role.id);
  for (const role of roles) {
    for (const title of [role.title, ...role.aliases]) {
      const words = titleWords(title);
      keep(exact, words, role.id);
      for (const word of words) rolesByWord.set(word, (rolesByWord.get(word) ?? new Set()).add(role.id));
      const kind = [...new Set(words.filter((word) => !isRank(word)))];
      if (kind.every((word) => isPlainHead(word) || word === 'engineer')) continue;
      keep(core, kind, role.id);
      const key = orderlessKey(kind);
      if ((familyOfCore.get(key) ?? role.family) !== role.family) shared.add(key);
      familyOfCore.set(key, role.family);
      names.push({ roleId: role.id, words: kind });
    }
  }
  const weight = (word: string): number =>
    Math.log((roles.length + 1) / (rolesByWord.get(word)?.size ?? 1)) * (isPlainHead(word) ? 1 / 3 : 1);
  const namesByWord = new Map<string, Name[]>();
  const namesByRarest = new Map<string, Name[]>();
  for (const name of names) {
    for (const word of name.words) add(namesByWord, word, name);
    add(
      namesByRarest,
      name.words.reduce((a, b) => (weight(b) > weight(a) ? b : a)),
      name,
    );
  }
  const family = new Map(roles.map(({ id, family }) => [id, family]));
  return { exact, core, shared, namesByWord, namesByRarest, family, weight };
}

const sum = (words: Iterable<string>, weight: (word: string) => number): number => {
  let total = 0;
  for (const word of words) total += weight(word);
  return total;
};

/** Of a title whose words several families share: only a hint. */
const SHARED = 0.55;

/** The name of the table that covers most of the title's meaning, all its words standing in the title. */
function contained(
  words: readonly string[],
  { namesByRarest, shared, weight }: Vocabulary,
): RoleMatch | null {
  const kind = words.filter((word) => !isRank(word));
  const held = new Set(kind);
  const whole = sum(held, weight);
  let best: { roleId: string; told: number; last: number; isShared: boolean } | null = null;
  for (const word of held) {
    for (const { roleId, words: all } of namesByRarest.get(word) ?? []) {
      if (!all.every((other) => held.has(other))) continue;
      const told = sum(all, weight);
      const last = Math.max(...all.map((other) => kind.lastIndexOf(other)));
      if (!best || told > best.told || (told === best.told && last > best.last))
        best = { roleId, told, last, isShared: shared.has(orderlessKey(all)) };
    }
  }
  if (!best || best.told < 0.4 * whole) return null;
  return { roleId: best.roleId, confidence: best.isShared ? SHARED : 0.5 + (0.4 * best.told) / whole };
}

/** The role whose names share the telling words of a title nobody has listed ("Payables Associate"), or null. */
function hinted(words: readonly string[], { namesByWord, family, weight }: Vocabulary): RoleMatch | null {
  const head = words.at(-1) ?? '';
  const telling = new Set(words.filter((word) => !isPlainHead(word)));
  // A lone word ("Volunteer", "Mother") hints at too much.
  if (words.filter((word) => !isRank(word) || word === head).length < 2) return null;
  const whole = sum(telling, weight);
  const votes = new Map<string, Map<string, number>>();
  for (const word of telling) {
    const names = namesByWord.get(word) ?? [];
    for (const { roleId } of names) {
      const of = family.get(roleId) ?? '';
      const row = votes.get(of) ?? new Map<string, number>();
      votes.set(of, row.set(roleId, (row.get(roleId) ?? 0) + weight(word) / names.length));
    }
  }
  let best: { roleId: string; share: number } | null = null;
  for (const row of votes.values()) {
    const share = sum(row.keys(), (roleId) => row.get(roleId) ?? 0) / whole;
    const [top] = [...row].toSorted(([, a], [, b]) => b - a);
    if (top && share >= 0.6 && share > (best?.share ?? 0)) best = { roleId: top[0], share };
  }
  if (!best) return null;
  // "Payments Engineer" is no medical biller: the family has to know the head word, unless it is a plain one.
  const of = family.get(best.roleId);
  const known = (namesByWord.get(head) ?? []).some(({ roleId }) => family.get(roleId) === of);
  return isPlainHead(head) || known ? { roleId: best.roleId, confidence: 0.3 + 0.25 * best.share } : null;
}

function match(title: string, vocabulary: Vocabulary): RoleMatch | null {
  const { exact, core, shared } = vocabulary;
  const listed = (
    map: ReadonlyMap<string, string>,
    words: readonly string[],
    confidence: number,
  ): RoleMatch | null => {
    const roleId = map.get(orderlessKey(words));
    return roleId === undefined ? null : { roleId, confidence };
  };
  const kindOf = (words: readonly string[]): string[] => words.filter((word) => !isRank(word));
  const named = (words: readonly string[], surest: number): RoleMatch | null =>
    listed(exact, words, surest) ??
    listed(
      exact,
      words.filter((word) => !isMereRank(word)),
      surest - 0.03,
    ) ??
    listed(core, kindOf(words), shared.has(orderlessKey(kindOf(words))) ? SHARED : surest - 0.05);

  const { whole, parts } = titleParts(title);
  const words = titleWords(whole);
  if (words.length === 0) return null;
  const direct = listed(exact, titleWords(title), 1) ?? named(words, 1);
  if (direct) return direct;
  const inside = contained(words, vocabulary);
  if (inside && inside.confidence >= 0.8) return inside;
  for (const part of parts) {
    const partWords = titleWords(part);
    const found = kindOf(partWords).every(isPlainHead) ? null : named(partWords, 0.9);
    if (found) return found;
  }
  const [first, second] = (parts[0] ?? '').split(/\s+(?:and|&|\+)\s+/i);
  const firstWords = titleWords(first ?? '');
  const leading = second === undefined && parts.length < 2 ? null : listed(exact, firstWords, 0.8);
  // "Accountants and Auditors": a list of occupations, the first of which is meant first.
  const isList = /[^s]s$/i.test(first ?? '');
  if (leading && (firstWords.length > 1 || !inside || isList)) return leading;
  return inside ?? hinted(words, vocabulary) ?? listed(exact, titleWords(parts[0] ?? ''), 0.5);
}

const KEPT_TITLES = 20_000;

/**
 * Indexes the occupation table by title and alias. `resolve` reads a title past rank words, "Sr.", "&" and word order; a
 * title outside the table goes to the role whose name it contains, else to the one its telling words point to.
 */
export function buildRoleIndex(roles: readonly Role[]): RoleIndex {
  const vocabulary = readVocabulary(roles);
  const known = new Map<string, RoleMatch | null>();
  return {
    byId: new Map(roles.map((role) => [role.id, role])),
    resolve: (title) => {
      const kept = known.get(title);
      if (kept !== undefined) return kept;
      if (known.size >= KEPT_TITLES) known.clear();
      const found = match(title, vocabulary);
      known.set(title, found);
      return found;
    },
  };
}
