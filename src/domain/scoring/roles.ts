import { ONE, share, times } from './fixed-point';
import type { JobFacts, Taxonomy } from './schema';
import { roleStems } from './taxonomy';
import { isField, titleWords, weightOf, wordWeight } from './titles';

const SAME_FAMILY = 8_000;
/** Words that differ never say more than this: a row of the table is surer than alike titles. */
const WORDS_AT_MOST = 9_000;
const KEPT_TITLES = 20_000;

/** From this likeness on, an entry's months count as relevant experience: fully as of the same family, else in proportion. */
const RELEVANT_FROM = 4_000;

/** A role's own family and the neighbouring ones, with closeness in 1/10000: one list for all roles of a family. */
export type Near = readonly { closeness: number; words: ReadonlySet<string> }[];

/** The words that a job's role is known by. */
export interface JobWords {
  title: ReadonlySet<string>;
  role: ReadonlySet<string>;
  near: Near;
}

export interface RoleMatcher {
  /** Likeness of a held role to the job's, in 1/10000; null when the entry tells neither title nor role. */
  likeness(entry: { title: string; roleId: string | null }): number | null;
  /**
   * The same is the most of five: 1 for the job's own role; what the table says of the families of two roles; what the words of
   * the held title, which weigh `held`, say of the job's role, if one of them names its field of work; what those that name a
   * field, of which `known` are words of the i-th family, say of each of its families; how alike the titles are, where `shared`
   * is in both.
   */
  byTable(roleId: string): number;
  byRoleWords(held: number, inRole: number): number;
  byFamilyWords(field: number, known: number, family: number): number;
  byTitleWords(held: number, shared: number): number;
  words: JobWords;
}

/** How far a month in a role of this likeness counts as relevant experience, in 1/10000. */
export function relevance(likeness: number): number {
  if (likeness >= SAME_FAMILY) return ONE;
  return likeness >= RELEVANT_FROM ? likeness : 0;
}

const wordsByTitle = new Map<string, readonly string[]>();
/** The words of a title, kept for when it is met again. */
export function wordsOfTitle(title: string): readonly string[] {
  const kept = wordsByTitle.get(title);
  if (kept) return kept;
  if (wordsByTitle.size >= KEPT_TITLES) wordsByTitle.clear();
  const words = titleWords(title);
  wordsByTitle.set(title, words);
  return words;
}

const NO_WORDS: ReadonlySet<string> = new Set();

const nearByTaxonomy = new WeakMap<Taxonomy, Map<string | undefined, Near>>();

function nearOf(taxonomy: Taxonomy, family: string | undefined): Near {
  const byFamily = nearByTaxonomy.get(taxonomy) ?? new Map<string | undefined, Near>();
  nearByTaxonomy.set(taxonomy, byFamily);
  const kept = byFamily.get(family);
  if (kept) return kept;
  const { byFamily: stems } = roleStems(taxonomy);
  const neighbours = family === undefined ? undefined : taxonomy.familyNeighbours.get(family);
  const near = [...(neighbours ?? []), [family ?? '', ONE] as const].map(([id, closeness]) => ({
    closeness: Math.min(ONE, closeness),
    words: stems.get(id) ?? NO_WORDS,
  }));
  byFamily.set(family, near);
  return near;
}

/** Weight of those words that are known. */
function weightIn(words: readonly string[], known: ReadonlySet<string>): number {
  let weight = 0;
  for (const word of words) if (known.has(word)) weight += wordWeight(word);
  return weight;
}

/** What is worked out for a title, kept for all jobs that share a role's words or a list of families. */
type KeptByTitle = WeakMap<object, Map<string, number>>;
const byRoleKept: KeptByTitle = new WeakMap();
const byFamiliesKept: KeptByTitle = new WeakMap();

function keptByTitle(all: KeptByTitle, sharer: object, title: string, workOut: () => number): number {
  let byTitle = all.get(sharer);
  if (!byTitle) all.set(sharer, (byTitle = new Map()));
  const kept = byTitle.get(title);
  if (kept !== undefined) return kept;
  if (byTitle.size >= KEPT_TITLES) byTitle.clear();
  const made = workOut();
  byTitle.set(title, made);
  return made;
}

/**
 * Compares held roles with the job's: same role 1, same family .8, neighbouring family .8 × its closeness, or where that is
 * more, the likeness of the titles' words (weighted Dice) or how far the held title speaks of the role or its families, at
 * most .9 unless they are the same words. Null when the job names no role.
 */
export function roleMatcher(job: JobFacts, taxonomy: Taxonomy): RoleMatcher | null {
  const title = new Set(titleWords(job.title));
  if (job.roleId === null && title.size === 0) return null;
  const asked = weightOf(title);
  const family = job.roleId === null ? undefined : taxonomy.roleFamily.get(job.roleId);
  const neighbours = family === undefined ? undefined : taxonomy.familyNeighbours.get(family);
  const words: JobWords = {
    title,
    role: roleStems(taxonomy).byRole.get(job.roleId ?? '') ?? NO_WORDS,
    near: nearOf(taxonomy, family),
  };

  const inTable = (value: number): number => times(WORDS_AT_MOST, times(SAME_FAMILY, value));
  const byRoleWords = (held: number, inRole: number): number => inTable(share(inRole, held));
  const byFamilyWords = (field: number, known: number, at: number): number =>
    known === 0 ? 0 : inTable(times(words.near[at]?.closeness ?? 0, share(known, field)));
  const byTitleWords = (held: number, shared: number): number => {
    const alike = asked + held === 0 ? 0 : share(2 * shared, asked + held);
    return alike === ONE ? ONE : times(WORDS_AT_MOST, alike);
  };
  const byTable = (roleId: string): number => {
    const held = taxonomy.roleFamily.get(roleId);
    if (held === undefined || family === undefined) return 0;
    return held === family ? SAME_FAMILY : times(SAME_FAMILY, Math.min(ONE, neighbours?.get(held) ?? 0));
  };
  const ofRole = (held: string): number =>
    keptByTitle(byRoleKept, words.role, held, () => {
      const all = wordsOfTitle(held);
      const ofField = all.some((word) => isField(word) && words.role.has(word));
      return ofField ? byRoleWords(weightOf(all), weightIn(all, words.role)) : 0;
    });
  const ofFamilies = (held: string): number =>
    keptByTitle(byFamiliesKept, words.near, held, () => {
      const field = wordsOfTitle(held).filter(isField);
      return words.near.reduce((most, { words: known }, at) => {
        const inFamily = field.filter((word) => known.has(word)).length;
        return Math.max(most, byFamilyWords(field.length, inFamily, at));
      }, 0);
    });
  const ofTitle = (held: string): number => {
    const all = wordsOfTitle(held);
    return byTitleWords(weightOf(all), weightIn(all, title));
  };
  const byTitle = new Map<string, number>();
  const byWords = (held: string): number => {
    const kept = byTitle.get(held);
    if (kept !== undefined) return kept;
    if (byTitle.size >= KEPT_TITLES) byTitle.clear();
    const likeness = Math.max(ofRole(held), ofFamilies(held), ofTitle(held));
    byTitle.set(held, likeness);
    return likeness;
  };

  return {
    words,
    byTable,
    byRoleWords,
    byFamilyWords,
    byTitleWords,
    likeness({ title: held, roleId }) {
      if (roleId === null && held === '') return null;
      if (roleId !== null && roleId === job.roleId) return ONE;
      return Math.max(roleId === null ? 0 : byTable(roleId), byWords(held));
    },
  };
}
