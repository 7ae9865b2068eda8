import type { Skill } from './schema';
import { tokenise } from './surface';

interface Entry {
  skill: Skill;
  words: readonly string[];
  text: string;
  joined: string;
  /** What an alias loses to a name that is as near. */
  penalty: number;
}

/** Edits (insert, delete, replace, swap of neighbours) that turn `typed` into the nearest prefix of `word`; stops at `most`. */
function prefixDistance(typed: string, word: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    for (let column = 1; column <= word.length; column++) {
      const same = typed[row - 1] === word[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        typed[row - 1] === word[column - 2] &&
        typed[row - 2] === word[column - 1]
      ) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    before = previous;
    previous = current;
  }
  return Math.min(...previous);
}

/** Within a tier, what is left of the name decides: "exc" is nearer to "Excel" than to "Excel modelling". */
const within = (tier: number, entry: Entry, query: string): number =>
  tier + entry.penalty + Math.min(90, Math.abs(entry.text.length - query.length)) / 100;

function closeness(entry: Entry, query: string, words: readonly string[]): number | null {
  if (entry.text === query) return 0;
  if (entry.text.startsWith(query)) return within(1, entry, query);
  if (words.every((word) => entry.words.some((other) => other.startsWith(word))))
    return within(2, entry, query);
  if (query.length > 2 && entry.joined.includes(words.join(''))) return within(3, entry, query);
  return null;
}

function typoCloseness(entry: Entry, query: string, words: readonly string[]): number | null {
  let edits = 0;
  for (const word of words) {
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    let least = most + 1;
    for (const other of entry.words) least = Math.min(least, prefixDistance(word, other, most));
    if (least > most) return null;
    edits += least;
  }
  return within(3 + edits, entry, query);
}

/**
 * The search behind the skill picker. `search(query, limit)` gives at most `limit` skills: exact, then prefix, then
 * prefixes of inner words, then substrings; spelling mistakes (one edit from 4 letters, two from 8) only fill what is left.
 */
export function buildSkillSearch(skills: readonly Skill[]): (query: string, limit: number) => Skill[] {
  const entries: Entry[] = skills.flatMap((skill) =>
    [skill.name, ...skill.aliases].map((surface, at) => {
      const words = tokenise(surface).map((token) => token.word);
      return { skill, words, text: words.join(' '), joined: words.join(''), penalty: at === 0 ? 0 : 0.04 };
    }),
  );
  return (typed, limit) => {
    const words = tokenise(typed).map((token) => token.word);
    const query = words.join(' ');
    if (query === '') return [];
    const best = new Map<Skill, number>();
    const weigh = (measure: (entry: Entry) => number | null): void => {
      for (const entry of entries) {
        const rank = measure(entry);
        if (rank !== null && rank < (best.get(entry.skill) ?? Infinity)) best.set(entry.skill, rank);
      }
    };
    weigh((entry) => closeness(entry, query, words));
    if (best.size < limit && query.length >= 4) {
      const found = new Set(best.keys());
      weigh((entry) => (found.has(entry.skill) ? null : typoCloseness(entry, query, words)));
    }
    return [...best]
      .sort(
        ([a, x], [b, y]) =>
          x - y || a.name.length - b.name.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
      )
      .slice(0, limit)
      .map(([skill]) => skill);
  };
}
