import type { CompiledJob } from './compile';
import { creditOf, MATCH, type SkillTable } from './factors/skills';
import { times } from './fixed-point';
import type { Person } from './person';
import { relevance } from './roles';
import type { Factor } from './schema';

/** How one skill of the job was credited. */
export interface SkillEvidence {
  /** The job's skill and the level it asks. */
  skillId: string;
  levelAsked: number;
  /** Best evidence: position in the candidate's `skills`, or null when nothing counts for this skill. */
  skill: number | null;
  heldSkillId: string | null;
  level: number | null;
  source: 'job' | 'listed' | null;
  match: keyof typeof MATCH | null;
  /** Expected credit in 1/10000. */
  credit: number;
}

/** Where a factor's value comes from, as positions in the candidate's facts, so that a screen can point into the résumé. */
export interface Evidence {
  skills: SkillEvidence[];
  /** Positions in `work`, best first. */
  work: number[];
}

const matchName = (match: number): keyof typeof MATCH =>
  match === MATCH.same ? 'same' : match === MATCH.narrower ? 'narrower' : 'related';

/** The best evidence for each skill of a table; the first one listed wins among equals. */
export function skillEvidence(table: SkillTable, { skills }: Person): SkillEvidence[] {
  return table.asked.map(({ skillId, level: levelAsked }, index) => {
    const best: SkillEvidence = {
      skillId,
      levelAsked,
      skill: null,
      heldSkillId: null,
      level: null,
      source: null,
      match: null,
      credit: 0,
    };
    for (const [position, { skillId: heldSkillId, quality }] of (skills ?? []).entries()) {
      const counted = table.credits.get(heldSkillId)?.find((credit) => credit.index === index);
      if (!counted) continue;
      const credit = creditOf(quality, counted.match, levelAsked, table.prior).expected;
      if (credit <= best.credit && best.skill !== null) continue;
      Object.assign(best, {
        skill: position,
        heldSkillId,
        level: quality.level,
        source: quality.source,
        match: matchName(counted.match),
        credit,
      });
    }
    return best;
  });
}

function workBy(person: Person, worth: (index: number) => number): number[] {
  const entries = person.career?.entries ?? [];
  return entries
    .map((_, index) => ({ index, worth: worth(index) }))
    .filter((entry) => entry.worth > 0)
    .sort((a, b) => b.worth - a.worth || a.index - b.index)
    .map(({ index }) => index);
}

/** Job entries that count towards role similarity, relevant experience or domain, the heaviest first. */
export function workEvidence(compiled: CompiledJob, factor: Factor, person: Person): number[] {
  const { career } = person;
  const { roles, job } = compiled;
  if (!career) return [];
  const entryAt = (index: number) => career.entries[index];
  switch (factor) {
    case 'role_similarity':
      return workBy(person, (index) => {
        const entry = entryAt(index);
        return entry ? times(roles?.likeness(entry) ?? 0, entry.recent.high) : 0;
      });
    case 'relevant_experience':
      return workBy(person, (index) => {
        const entry = entryAt(index);
        return entry ? relevance(roles?.likeness(entry) ?? 0) * Math.max(1, entry.to - entry.from + 1) : 0;
      });
    case 'domain':
      return workBy(person, (index) => {
        const entry = entryAt(index);
        return entry?.domains.some((id) => job.domains.includes(id)) ? entry.recent.high : 0;
      });
    default:
      return [];
  }
}

/** The evidence behind one factor; empty for factors that rest on answers. */
export function evidenceOf(compiled: CompiledJob, factor: Factor, person: Person): Evidence {
  const table =
    factor === 'required_skills'
      ? compiled.required
      : factor === 'preferred_skills'
        ? compiled.preferred
        : null;
  return {
    skills: table ? skillEvidence(table, person) : [],
    work: workEvidence(compiled, factor, person),
  };
}
