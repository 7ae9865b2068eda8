import { buildMentionFinder, surfacesOf, type SkillMention } from './mentions';
import type { Skill } from './schema';
import { buildSkillSearch } from './skill-search';
import { singular, surfaceKey, tokenise } from './surface';

export type { SkillMention } from './mentions';

/** The vocabulary of skills, ready to look up; pure and browser-safe. */
export interface SkillIndex {
  byId: ReadonlyMap<string, Skill>;
  /** The skill that a whole phrase names ("MS-Excel", "Python 3.9", "knowledge of GST"), or null. */
  normalise: (surface: string) => Skill | null;
  /** The skills that a running text names, in order, longest name first, never overlapping. */
  findInText: (text: string) => SkillMention[];
  /** At most `limit` skills for what somebody typed, best first; tolerates spelling mistakes. */
  search: (query: string, limit: number) => Skill[];
  /** Skill id → id of its direct parent. */
  broader: ReadonlyMap<string, string>;
  /** Skill id → ids of its curated neighbours; symmetric, in a stable order. */
  related: ReadonlyMap<string, readonly string[]>;
}

const LEAD =
  /^(?:(?:strong|good|basic|sound|working|excellent|in-depth|deep|solid|expert|hands[- ]on|proven|practical|extensive|intermediate|advanced|proficient|proficiency|knowledge|experience|expertise|exposure|understanding|familiar|familiarity|experienced|skilled|ability|command|fluent|well[- ]versed|use|usage|using|of|in|with|on|to|the|a|and|working on|knowledge on)\s+)+/i;
const TAIL =
  /(?:\s+(?:skills?|knowledge|experience|expertise|proficiency|basics?|fundamentals|concepts?|software|tools?|package|application|applications|system|certified|certification|abilities|ability|cc|cs))+$/i;
const VERSION = /(?:\s*[-–]?\s*(?:\bv(?:er(?:sion)?)?\.?\s*)?\d[\d.x+]*(?:\s*[-/–,&]\s*\d[\d.x+]*)*[a-z]?)$/i;

/** Spellings to try for a phrase, nearest first. */
function* readings(surface: string): Generator<string> {
  const trimmed = surface.replace(/^[\s•·▪●◦*–—-]+|[\s.,;:]+$/gu, '');
  yield trimmed;
  const outside = trimmed.replace(/\s*[([{][^)\]}]*[)\]}]?\s*/g, ' ').trim();
  if (outside !== trimmed) yield outside;
  yield outside.replace(VERSION, '');
  const core = outside.replace(LEAD, '');
  yield core;
  yield core.replace(VERSION, '');
  const bare = core.replace(TAIL, '');
  yield bare;
  yield bare.replace(VERSION, '');
  yield core.replace(VERSION, '').replace(TAIL, '');
  yield outside.replace(TAIL, '');
  const inside = /[([{]([^)\]}]+)[)\]}]/.exec(trimmed)?.[1];
  if (inside !== undefined) yield inside;
}

function symmetric(skills: readonly Skill[]): Map<string, readonly string[]> {
  const related = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    const list = related.get(from);
    if (!list) related.set(from, [to]);
    else if (!list.includes(to)) list.push(to);
  };
  for (const skill of skills) {
    for (const other of skill.related) {
      add(skill.id, other);
      add(other, skill.id);
    }
  }
  for (const list of related.values()) list.sort();
  return related;
}

/**
 * Builds the index over the rows of `config/skills.csv`. Where two rows share a spelling the first keeps it;
 * `npm run skills:check` reports that as an error.
 */
export function buildSkillIndex(skills: readonly Skill[]): SkillIndex {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const byKey = new Map<string, Skill>();
  for (const skill of skills) {
    for (const surface of surfacesOf(skill)) {
      const key = surfaceKey(surface);
      if (key !== '' && !byKey.has(key)) byKey.set(key, skill);
    }
  }
  const lookUp = (reading: string): Skill | undefined => {
    const words = tokenise(reading).map((token) => token.word);
    const key = surfaceKey(reading);
    const exact = byKey.get(key);
    if (exact ?? words.length !== 1) return exact;
    return byKey.get(singular(key)) ?? (key.length > 4 ? byKey.get(`${key}s`) : undefined);
  };
  // Finder and search are only built where they are used: a page's skill picker needs no finder.
  let find: SkillIndex['findInText'] | null = null;
  let search: SkillIndex['search'] | null = null;
  return {
    byId,
    normalise: (surface) => {
      for (const reading of readings(surface)) {
        const skill = lookUp(reading);
        if (skill) return skill;
      }
      return null;
    },
    findInText: (text) => (find ??= buildMentionFinder(skills))(text),
    search: (query, limit) => (search ??= buildSkillSearch(skills))(query, limit),
    broader: new Map(skills.flatMap(({ id, broader }) => (broader === null ? [] : [[id, broader] as const]))),
    related: symmetric(skills),
  };
}
