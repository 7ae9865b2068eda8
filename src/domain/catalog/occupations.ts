import { isPlainHead, titleWords } from './role-title';
import type { RoleFamily } from './questions';
import type { Role } from './schema';
import { singular, tokenise } from './surface';

/** The kind of work that a text speaks of; confidence is 0–1 and at most .6: a title is always surer. */
export interface OccupationReading {
  familyId: string;
  /** The role of the family whose own words the text has most of. */
  roleId: string;
  confidence: number;
}

export type OccupationReader = (text: string) => OccupationReading | null;

/** A word of a title or an alias tells more than one of the family's description. */
const TITLE_WEIGHT = 1.5;
/** Fewer distinct words than this prove nothing. */
const LEAST_WORDS = 3;
/** The best family has to be this much ahead of the next one that is not near it. */
const LEAST_LEAD = 1.15;
const MOST_CONFIDENCE = 0.6;
/** Longest text that is read; what a job or a person is about stands well before. */
const LONGEST = 20_000;
const STEM = 7;

/** Words of a text as they are compared: singular, and their first letters only ("reconciled", "reconciliation"). */
const stemOf = (word: string): string => singular(word).slice(0, STEM);

interface Vocabulary {
  /** Stem → families that know it, with their weight for it. */
  families: ReadonlyMap<string, readonly (readonly [number, number])[]>;
  /** Stem → roles whose title, alias or usual skill has it. */
  roles: ReadonlyMap<string, readonly string[]>;
}

function vocabularyOf(
  families: readonly RoleFamily[],
  roles: readonly Role[],
  skillName: (id: string) => string | undefined,
): Vocabulary {
  const at = new Map(families.map(({ id }, index) => [id, index]));
  const known = new Map<string, Map<number, number>>();
  const byRole = new Map<string, Set<string>>();
  const tell = (word: string, family: number, weight: number): void => {
    const row = known.get(word) ?? new Map<number, number>();
    known.set(word, row.set(family, Math.max(weight, row.get(family) ?? 0)));
  };
  families.forEach(({ about }, family) => {
    for (const { word } of tokenise(about)) tell(stemOf(word), family, 1);
  });
  for (const role of roles) {
    const family = at.get(role.family);
    if (family === undefined) continue;
    const own = [role.title, ...role.aliases].flatMap(titleWords).filter((word) => !isPlainHead(word));
    for (const word of own) tell(stemOf(word), family, TITLE_WEIGHT);
    const skills = role.usualSkills.flatMap((id) => tokenise(skillName(id) ?? '').map(({ word }) => word));
    for (const word of [...own, ...skills])
      byRole.set(stemOf(word), (byRole.get(stemOf(word)) ?? new Set()).add(role.id));
  }
  const weighed = [...known].map(([word, row]) => {
    const rare = Math.log(1 + families.length / row.size) - Math.log(2);
    return [word, [...row].map(([family, weight]) => [family, weight * rare] as const)] as const;
  });
  return {
    families: new Map(weighed),
    roles: new Map([...byRole].map(([word, ids]) => [word, [...ids]])),
  };
}

/**
 * Builds the reader of a text's kind of work: every word votes for the families that know it, the rarer the word among them
 * the more, repeated words less each time. Null when too few words tell, or two unlike families tell as much.
 */
export function buildOccupationReader(
  families: readonly RoleFamily[],
  roles: readonly Role[],
  skillName: (id: string) => string | undefined,
): OccupationReader {
  // Built when first needed: most pages never ask.
  let built: Vocabulary | null = null;
  const rolesOf = new Map<string, string[]>();
  for (const { id, family } of roles) rolesOf.set(family, [...(rolesOf.get(family) ?? []), id]);
  const near = (one: RoleFamily, other: RoleFamily): boolean =>
    (one.neighbours[other.id] ?? other.neighbours[one.id] ?? 0) >= 4_000;

  return (text) => {
    const vocabulary = (built ??= vocabularyOf(families, roles, skillName));
    const counts = new Map<string, number>();
    for (const { word } of tokenise(text.slice(0, LONGEST))) {
      const stem = stemOf(word);
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
    const votes = new Float64Array(families.length);
    const distinct = new Uint16Array(families.length);
    for (const [word, count] of counts) {
      for (const [family, weight] of vocabulary.families.get(word) ?? []) {
        votes[family] = (votes[family] ?? 0) + weight * (1 + Math.log(count));
        distinct[family] = (distinct[family] ?? 0) + 1;
      }
    }
    const order = [...votes.keys()].sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b);
    const [best = -1] = order;
    const family = families[best];
    if (!family || (distinct[best] ?? 0) < LEAST_WORDS) return null;
    const rival = order.slice(1).find((other) => {
      const next = families[other];
      return next !== undefined && !near(family, next);
    });
    const lead = (votes[best] ?? 0) / Math.max(1e-9, rival === undefined ? 0 : (votes[rival] ?? 0));
    if (lead < LEAST_LEAD) return null;
    let role: { id: string; fit: number } | null = null;
    const fits = new Map<string, number>();
    for (const word of counts.keys()) {
      const knowing = vocabulary.roles.get(word) ?? [];
      for (const id of knowing) fits.set(id, (fits.get(id) ?? 0) + 1 / knowing.length);
    }
    for (const id of rolesOf.get(family.id) ?? []) {
      const fit = fits.get(id) ?? 0;
      if (!role || fit > role.fit) role = { id, fit };
    }
    if (!role) return null;
    const confidence = MOST_CONFIDENCE * Math.min(1, lead / 2);
    return { familyId: family.id, roleId: role.id, confidence };
  };
}
