import { surfacesOf } from './mentions';
import type { Skill } from './schema';
import { surfaceKey } from './surface';

/** What a reading of the vocabulary finds; `collisions`, `unknown` and `cycles` are mistakes, the rest is for information. */
export interface SkillReport {
  total: number;
  aliases: number;
  /** Category → number of skills, largest first. */
  categories: [string, number][];
  /** Spellings that belong to two skills, as "spelling: one, other". */
  collisions: string[];
  /** Ids that no skill has, as "skill → id". */
  unknown: string[];
  /** Skills that are broader than themselves, as "a → b → a". */
  cycles: string[];
  /** Ids of skills without parent, child or neighbour. */
  orphans: string[];
}

function findCollisions(skills: readonly Skill[]): string[] {
  const owner = new Map<string, string>();
  const collisions: string[] = [];
  for (const skill of skills) {
    for (const surface of surfacesOf(skill)) {
      const key = surfaceKey(surface);
      const other = owner.get(key);
      if (key === '') collisions.push(`“${surface}” of ${skill.id} has no letters`);
      else if (other === undefined) owner.set(key, skill.id);
      else if (other !== skill.id) collisions.push(`${surface}: ${other}, ${skill.id}`);
    }
  }
  return collisions;
}

function findCycles(skills: readonly Skill[]): string[] {
  const parent = new Map(skills.map(({ id, broader }) => [id, broader]));
  const settled = new Set<string>();
  const cycles: string[] = [];
  for (const { id } of skills) {
    const path: string[] = [];
    let at: string | null | undefined = id;
    while (at !== null && at !== undefined && !settled.has(at) && !path.includes(at)) {
      path.push(at);
      at = parent.get(at);
    }
    if (at !== null && at !== undefined && path.includes(at)) {
      cycles.push([...path.slice(path.indexOf(at)), at].join(' → '));
    }
    for (const seen of path) settled.add(seen);
  }
  return cycles;
}

/** Reads the whole vocabulary for mistakes that a single row cannot show. */
export function checkSkills(skills: readonly Skill[]): SkillReport {
  const ids = new Set(skills.map(({ id }) => id));
  const counts = new Map<string, number>();
  const linked = new Set<string>();
  const unknown: string[] = [];
  for (const { id, category, broader, related } of skills) {
    counts.set(category, (counts.get(category) ?? 0) + 1);
    for (const other of broader === null ? related : [broader, ...related]) {
      if (!ids.has(other)) unknown.push(`${id} → ${other}`);
      linked.add(id).add(other);
    }
  }
  return {
    total: skills.length,
    aliases: skills.reduce((total, { aliases }) => total + aliases.length, 0),
    categories: [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
    collisions: findCollisions(skills),
    unknown,
    cycles: findCycles(skills),
    orphans: skills.filter(({ id }) => !linked.has(id)).map(({ id }) => id),
  };
}
