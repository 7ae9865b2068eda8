import type { Taxonomy } from '@/domain/scoring/schema';
import { contentHash } from './hash';
import type { RoleFamily } from './questions';
import type { Role } from './schema';

interface SkillGraph {
  broader: ReadonlyMap<string, string>;
  related: ReadonlyMap<string, readonly string[]>;
}

const roleWordsOf = ({ title, aliases }: Role): string[] => [
  ...new Set(
    [title, ...aliases].flatMap((name) => name.toLowerCase().match(/[\p{L}\p{M}\p{N}+#.]+/gu) ?? []),
  ),
];

/** Closeness of families in both directions; told from both sides, the closer one holds. */
const neighboursOf = (families: readonly RoleFamily[]): Map<string, Map<string, number>> => {
  const neighbours = new Map(families.map(({ id }) => [id, new Map<string, number>()]));
  for (const { id, neighbours: told } of families) {
    for (const [other, closeness] of Object.entries(told)) {
      for (const [from, to] of [
        [id, other],
        [other, id],
      ] as const) {
        const row = neighbours.get(from);
        row?.set(to, Math.max(closeness, row.get(to) ?? 0));
      }
    }
  }
  return neighbours;
};

/** The neighbourhood that the engine may use. The hash covers all of it and nothing else. */
export function buildTaxonomy(
  skills: SkillGraph,
  families: readonly RoleFamily[],
  roles: readonly Role[],
): Taxonomy {
  const roleFamily = new Map(roles.map(({ id, family }) => [id, family]));
  const familyNeighbours = neighboursOf(families);
  const roleWords = new Map(roles.map((role) => [role.id, roleWordsOf(role)]));
  const hash = contentHash({
    broader: Object.fromEntries(skills.broader),
    related: Object.fromEntries(skills.related),
    roleFamily: Object.fromEntries(roleFamily),
    familyNeighbours: Object.fromEntries(
      [...familyNeighbours].map(([id, neighbours]) => [id, Object.fromEntries(neighbours)]),
    ),
    roleWords: Object.fromEntries(roleWords),
  });
  return { hash, broader: skills.broader, related: skills.related, roleFamily, familyNeighbours, roleWords };
}
