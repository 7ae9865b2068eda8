import type { Taxonomy } from './schema';
import { titleWords } from './titles';

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

interface RoleStems {
  byRole: ReadonlyMap<string, ReadonlySet<string>>;
  byFamily: ReadonlyMap<string, ReadonlySet<string>>;
}

const stemsByTaxonomy = new WeakMap<Taxonomy, RoleStems>();

/** Stemmed words of each role, and of each family's roles together; worked out once per taxonomy. */
export function roleStems(taxonomy: Taxonomy): RoleStems {
  const kept = stemsByTaxonomy.get(taxonomy);
  if (kept) return kept;
  const byRole = new Map<string, Set<string>>();
  const byFamily = new Map<string, Set<string>>();
  for (const [role, words] of taxonomy.roleWords) {
    const stems = new Set(words.flatMap(titleWords));
    byRole.set(role, stems);
    const family = taxonomy.roleFamily.get(role);
    if (family !== undefined) byFamily.set(family, new Set([...(byFamily.get(family) ?? []), ...stems]));
  }
  const stems = { byRole, byFamily };
  stemsByTaxonomy.set(taxonomy, stems);
  return stems;
}
