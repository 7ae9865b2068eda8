import { ONE, times } from './fixed-point';
import type { JobFacts, Taxonomy } from './schema';
import { roleStems } from './taxonomy';
import { fieldWithin, titleWords, wordLikeness, wordsWithin } from './titles';

const SAME_FAMILY = 8_000;
/** Words that differ never say more than this: a row of the table is surer than alike titles. */
const WORDS_AT_MOST = 9_000;
const KEPT_TITLES = 20_000;

/** From this likeness on, an entry's months count as relevant experience: fully as of the same family, else in proportion. */
const RELEVANT_FROM = 4_000;

export interface RoleMatcher {
  /** Likeness of a held role to the job's, in 1/10000; null when the entry tells neither title nor role. */
  likeness(entry: { title: string; roleId: string | null }): number | null;
}

/** How far a month in a role of this likeness counts as relevant experience, in 1/10000. */
export function relevance(likeness: number): number {
  if (likeness >= SAME_FAMILY) return ONE;
  return likeness >= RELEVANT_FROM ? likeness : 0;
}

/**
 * Compares held roles with the job's: same role 1, same family .8, neighbouring family .8 × its closeness, or where that is
 * more, the likeness of the titles' words or how far the held title speaks of the role or its families, at most .9
 * unless they are the same words. Null when the job names no role.
 */
export function roleMatcher(job: JobFacts, taxonomy: Taxonomy): RoleMatcher | null {
  const words = titleWords(job.title);
  if (job.roleId === null && words.length === 0) return null;
  const family = job.roleId === null ? undefined : taxonomy.roleFamily.get(job.roleId);
  const neighbours = family === undefined ? undefined : taxonomy.familyNeighbours.get(family);
  const { byRole, byFamily } = roleStems(taxonomy);
  const roleWords = byRole.get(job.roleId ?? '') ?? new Set();
  const near = [...(neighbours ?? []), [family ?? '', ONE] as const].map(([id, closeness]) => ({
    closeness: Math.min(ONE, closeness),
    words: byFamily.get(id) ?? new Set<string>(),
  }));
  const byTitle = new Map<string, number>();

  const byWords = (title: string): number => {
    const kept = byTitle.get(title);
    if (kept !== undefined) return kept;
    if (byTitle.size >= KEPT_TITLES) byTitle.clear();
    const held = titleWords(title);
    const inFamily = near.map(({ closeness, words: known }) => times(closeness, fieldWithin(held, known)));
    const inTable = Math.max(wordsWithin(held, roleWords), ...inFamily);
    const alike = wordLikeness(words, held);
    const likeness = alike === ONE ? ONE : times(WORDS_AT_MOST, Math.max(alike, times(SAME_FAMILY, inTable)));
    byTitle.set(title, likeness);
    return likeness;
  };

  const byTable = (roleId: string): number => {
    if (roleId === job.roleId) return ONE;
    const held = taxonomy.roleFamily.get(roleId);
    if (held === undefined || family === undefined) return 0;
    return held === family ? SAME_FAMILY : times(SAME_FAMILY, Math.min(ONE, neighbours?.get(held) ?? 0));
  };

  return {
    likeness({ title, roleId }) {
      if (roleId === null && title === '') return null;
      const table = roleId === null ? 0 : byTable(roleId);
      return table === ONE ? ONE : Math.max(table, byWords(title));
    },
  };
}
