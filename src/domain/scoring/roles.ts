import { ONE, share, times } from './fixed-point';
import type { JobFacts, Taxonomy } from './schema';
import { roleStems } from './taxonomy';
import { isField, titleWords, weightOf } from './titles';

const SAME_FAMILY = 8_000;
/** Words that differ never say more than this: a row of the table is surer than alike titles. */
const WORDS_AT_MOST = 9_000;
const KEPT_TITLES = 20_000;

/** From this likeness on, an entry's months count as relevant experience: fully as of the same family, else in proportion. */
const RELEVANT_FROM = 4_000;

/** What a held title's words share with a job, as weights of words and, for families, numbers of words. */
export interface SharedWords {
  /** Weight of the held title's words; of those also in the job's title; of those known for the job's role. */
  held: number;
  shared: number;
  inRole: number;
  /** Whether a word on the field of work is known for the role: rank alone says nothing. */
  fieldInRole: boolean;
  /** Words on the field of work, and how many of them each of the near families knows. */
  field: number;
  inFamilies: ArrayLike<number>;
}

/** The words that a job's role is known by. */
export interface JobWords {
  title: ReadonlySet<string>;
  role: ReadonlySet<string>;
  /** Its own family and the neighbouring ones, with closeness in 1/10000. */
  near: readonly { closeness: number; words: ReadonlySet<string> }[];
}

export interface RoleMatcher {
  /** Likeness of a held role to the job's, in 1/10000; null when the entry tells neither title nor role. */
  likeness(entry: { title: string; roleId: string | null }): number | null;
  /** The same from its two halves: what the table says of a role, what the words say. */
  byTable(roleId: string): number;
  byWords(words: SharedWords): number;
  words: JobWords;
}

/** The surer of what table and words say. */
export const eitherWay = (table: number, byWords: () => number): number =>
  table === ONE ? ONE : Math.max(table, byWords());

/** How far a month in a role of this likeness counts as relevant experience, in 1/10000. */
export function relevance(likeness: number): number {
  if (likeness >= SAME_FAMILY) return ONE;
  return likeness >= RELEVANT_FROM ? likeness : 0;
}

const NO_WORDS: ReadonlySet<string> = new Set();

function sharedWords(title: string, { title: asked, role, near }: JobWords): SharedWords {
  const words = titleWords(title);
  const field = words.filter(isField);
  return {
    held: weightOf(words),
    shared: weightOf(words.filter((word) => asked.has(word))),
    inRole: weightOf(words.filter((word) => role.has(word))),
    fieldInRole: field.some((word) => role.has(word)),
    field: field.length,
    inFamilies: near.map(({ words: known }) => field.filter((word) => known.has(word)).length),
  };
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
  const { byRole, byFamily } = roleStems(taxonomy);
  const words: JobWords = {
    title,
    role: byRole.get(job.roleId ?? '') ?? NO_WORDS,
    near: [...(neighbours ?? []), [family ?? '', ONE] as const].map(([id, closeness]) => ({
      closeness: Math.min(ONE, closeness),
      words: byFamily.get(id) ?? NO_WORDS,
    })),
  };

  const byWords = ({ held, shared, inRole, fieldInRole, field, inFamilies }: SharedWords): number => {
    let inTable = fieldInRole ? share(inRole, held) : 0;
    for (let i = 0; i < words.near.length; i++) {
      const known = inFamilies[i] ?? 0;
      if (known > 0) inTable = Math.max(inTable, times(words.near[i]?.closeness ?? 0, share(known, field)));
    }
    const alike = asked + held === 0 ? 0 : share(2 * shared, asked + held);
    return alike === ONE ? ONE : times(WORDS_AT_MOST, Math.max(alike, times(SAME_FAMILY, inTable)));
  };
  const byTable = (roleId: string): number => {
    if (roleId === job.roleId) return ONE;
    const held = taxonomy.roleFamily.get(roleId);
    if (held === undefined || family === undefined) return 0;
    return held === family ? SAME_FAMILY : times(SAME_FAMILY, Math.min(ONE, neighbours?.get(held) ?? 0));
  };
  const byTitle = new Map<string, number>();
  const byTitleWords = (held: string): number => {
    const kept = byTitle.get(held);
    if (kept !== undefined) return kept;
    if (byTitle.size >= KEPT_TITLES) byTitle.clear();
    const likeness = byWords(sharedWords(held, words));
    byTitle.set(held, likeness);
    return likeness;
  };

  return {
    words,
    byTable,
    byWords,
    likeness({ title: held, roleId }) {
      if (roleId === null && held === '') return null;
      return eitherWay(roleId === null ? 0 : byTable(roleId), () => byTitleWords(held));
    },
  };
}
