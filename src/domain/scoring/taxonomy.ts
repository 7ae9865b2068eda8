import type { Taxonomy } from './schema';

const narrowerByTaxonomy = new WeakMap<Taxonomy, Map<string, string[]>>();

function narrowerOf(taxonomy: Taxonomy): Map<string, string[]> {
  const kept = narrowerByTaxonomy.get(taxonomy);
  if (kept) return kept;
  const narrower = new Map<string, string[]>();
  for (const [skill, parent] of taxonomy.broader) {
    const siblings = narrower.get(parent);
    if (siblings) siblings.push(skill);
    else narrower.set(parent, [skill]);
  }
  narrowerByTaxonomy.set(taxonomy, narrower);
  return narrower;
}

/** Every skill below this one, at any depth. */
export function descendants(taxonomy: Taxonomy, skillId: string): Set<string> {
  const narrower = narrowerOf(taxonomy);
  const found = new Set<string>();
  const open = [skillId];
  for (let skill = open.pop(); skill !== undefined; skill = open.pop()) {
    for (const child of narrower.get(skill) ?? []) {
      if (child === skillId || found.has(child)) continue;
      found.add(child);
      open.push(child);
    }
  }
  return found;
}

/** Every skill above this one. */
export function ancestors(taxonomy: Taxonomy, skillId: string): Set<string> {
  const found = new Set<string>();
  for (
    let parent = taxonomy.broader.get(skillId);
    parent !== undefined && !found.has(parent);
    parent = taxonomy.broader.get(parent)
  ) {
    found.add(parent);
  }
  return found;
}
