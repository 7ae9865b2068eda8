import { between, ONE, settled, share, times } from '../fixed-point';
import { unknownValue, type FactorOf, type Person } from '../person';
import type { Taxonomy, Triple } from '../schema';
import type { SkillQuality } from '../skill-quality';
import { ancestors, descendants } from '../taxonomy';

export interface AskedSkill {
  skillId: string;
  level: number;
}

/** How near a held skill is to the one asked, in 1/10000. A broader skill proves nothing. */
export const MATCH = { same: ONE, narrower: 9_000, related: 6_000 } as const;
/** Shown in a job entry, or only listed. */
const SOURCE = { job: ONE, listed: 7_000 } as const;

interface Credit {
  /** Position in the job's list. */
  index: number;
  match: number;
}

export interface SkillTable {
  asked: readonly AskedSkill[];
  /** Sum of the levels asked: the weights of the average. */
  levels: number;
  /** By held skill: the asked skills it counts for. */
  credits: ReadonlyMap<string, readonly Credit[]>;
  prior: number;
}

/** Match of every skill that counts for one asked skill. */
export function matchesOf(skillId: string, taxonomy: Taxonomy): Map<string, number> {
  const matches = new Map<string, number>();
  for (const id of taxonomy.related.get(skillId) ?? []) matches.set(id, MATCH.related);
  for (const id of ancestors(taxonomy, skillId)) matches.delete(id);
  for (const id of descendants(taxonomy, skillId)) matches.set(id, MATCH.narrower);
  return matches.set(skillId, MATCH.same);
}

/** The credit table of a job's skills; null when it asks for none. A skill asked twice counts at its highest level. */
export function skillTable(
  skills: readonly AskedSkill[],
  taxonomy: Taxonomy,
  prior: number,
): SkillTable | null {
  const levels = new Map<string, number>();
  for (const { skillId, level } of skills) levels.set(skillId, Math.max(level, levels.get(skillId) ?? 0));
  const asked = [...levels].map(([skillId, level]) => ({ skillId, level }));
  if (asked.length === 0) return null;
  const credits = new Map<string, Credit[]>();
  for (const [index, { skillId }] of asked.entries()) {
    for (const [held, match] of matchesOf(skillId, taxonomy)) {
      const list = credits.get(held);
      if (list) list.push({ index, match });
      else credits.set(held, [{ index, match }]);
    }
  }
  return { asked, levels: asked.reduce((sum, { level }) => sum + level, 0), credits, prior };
}

/**
 * Credit of one piece of evidence for one asked skill: match × source × recency × level reached ÷ level asked.
 * Whoever shows a skill has at least its first level, so an unknown level gives 1 ÷ asked up to 1.
 */
export function creditOf(
  { source, level, recent }: SkillQuality,
  match: number,
  asked: number,
  prior: number,
): Triple {
  const base = times(match, SOURCE[source]);
  const leastLevel = share(level ?? 1, asked);
  const mostLevel = level === null ? ONE : leastLevel;
  const { low, expected, high } = settled(recent, prior);
  return {
    low: times(times(base, low), leastLevel),
    expected: times(times(base, expected), between(leastLevel, mostLevel, prior)),
    high: times(times(base, high), mostLevel),
  };
}

/** The credits of a table's skills, from place `first` on, averaged by the levels asked. */
export function averageCredit({ asked, levels }: SkillTable, credits: Int32Array, first = 0): number {
  let sum = 0;
  for (let place = 0; place < asked.length; place++) {
    sum += (asked[place]?.level ?? 0) * (credits[first + place] ?? 0);
  }
  return creditMean(sum, levels);
}

/** The average of which `sum` is the sum of credit × level asked. */
export const creditMean = (sum: number, levels: number): number => Math.floor(sum / levels);

/**
 * Must-have or nice-to-have skills: the average over the job's skills, weighted by level asked, of the best evidence for
 * each. Nothing that a person adds can lower it, and nothing outside the job's list counts.
 */
export function skillsFactor(table: SkillTable): FactorOf {
  const { asked, credits, prior } = table;
  const low = new Int32Array(asked.length);
  const expected = new Int32Array(asked.length);
  const high = new Int32Array(asked.length);
  return ({ skills }: Person) => {
    if (skills === null) return unknownValue(prior, 'resume');
    low.fill(0);
    expected.fill(0);
    high.fill(0);
    for (const { skillId, quality } of skills) {
      const counted = credits.get(skillId);
      if (!counted) continue;
      for (const { index, match } of counted) {
        const credit = creditOf(quality, match, asked[index]?.level ?? 1, prior);
        if (credit.low > (low[index] ?? 0)) low[index] = credit.low;
        if (credit.expected > (expected[index] ?? 0)) expected[index] = credit.expected;
        if (credit.high > (high[index] ?? 0)) high[index] = credit.high;
      }
    }
    return {
      low: averageCredit(table, low),
      expected: averageCredit(table, expected),
      high: averageCredit(table, high),
      unknown: high.some((most, index) => most > (low[index] ?? 0)) ? ['resume'] : [],
    };
  };
}
