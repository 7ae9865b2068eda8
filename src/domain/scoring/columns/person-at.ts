import { LONG_AGO, type CareerEntry } from '../career';
import { monthIndex } from '../months';
import type { Person, ToldFacts } from '../person';
import type { CandidateFacts } from '../schema';
import type { SkillQuality } from '../skill-quality';
import { FACET_NAMES, FACETS } from './facets';
import { KNOWN, OPEN, type Columns } from './layout';
import { flexibilityOf, weekOf, type WeekMemory } from './week-factor';

const NO_POST = { title: '', roleId: null };
const NO_SPREAD = { low: 0, expected: null, high: 0 };

/** What somebody of the columns told, each fact looked up when it is asked for. */
function toldFacts(columns: Columns, person: () => number): ToldFacts {
  const facts = {
    screening: {},
    get flexibility() {
      return flexibilityOf(columns, columns.week[person()] ?? 0);
    },
  };
  for (const facet of FACET_NAMES) {
    const [codes, told] = [columns[facet], columns.distinct.facets[facet]];
    for (const name of FACETS[facet] as readonly (keyof CandidateFacts)[]) {
      Object.defineProperty(facts, name, { get: () => told[codes[person()] ?? 0]?.[name] });
    }
  }
  return facts as ToldFacts;
}

/**
 * Gives people of the columns as `preparePerson` prepares them of their facts, in an object that the next call uses again. Answers
 * to a job's own questions are not among them, nor is anybody in `spilled`.
 */
export function peopleOf(columns: Columns, weeks: WeekMemory): (index: number) => Person {
  const { flags, skillsAt, skillCodes, skillQualities, entriesAt, distinct } = columns;
  const { entryPosts, entrySpreads, entryDomains, entryFrom, entryTo, entryOpen } = columns;
  const now = monthIndex(columns.asOf);
  let at = 0;
  let held: { skillId: string; quality: SkillQuality }[] | null = null;
  const knows = (bit: number): boolean => ((flags[at] ?? 0) & bit) !== 0;

  const heldSkills = () => {
    const skills: { skillId: string; quality: SkillQuality }[] = [];
    for (let row = skillsAt[at] ?? 0; row < (skillsAt[at + 1] ?? 0); row++) {
      const quality = distinct.qualities[skillQualities[row] ?? 0];
      if (quality) skills.push({ skillId: distinct.skills[skillCodes[row] ?? 0] ?? '', quality });
    }
    return skills;
  };
  const entryAt = (row: number): CareerEntry => {
    const { title, roleId } = distinct.posts[entryPosts[row] ?? 0] ?? NO_POST;
    const [from, to, open] = [entryFrom[row] ?? 0, entryTo[row] ?? 0, entryOpen[row] ?? 0];
    return {
      title,
      roleId,
      domains: distinct.domains[entryDomains[row] ?? 0] ?? [],
      from,
      to,
      mayFrom: (open & OPEN.start) === 0 ? from : LONG_AGO,
      mayTo: (open & OPEN.end) === 0 ? to : now,
      recent: distinct.spreads[entrySpreads[row] ?? 0] ?? NO_SPREAD,
    };
  };
  const person: Person = {
    facts: toldFacts(columns, () => at),
    get career() {
      if (!knows(KNOWN.career)) return null;
      const entries: CareerEntry[] = [];
      for (let row = entriesAt[at] ?? 0; row < (entriesAt[at + 1] ?? 0); row++) entries.push(entryAt(row));
      return { entries };
    },
    get skills() {
      return knows(KNOWN.skills) ? (held ??= heldSkills()) : null;
    },
    get week() {
      return knows(KNOWN.week) ? weekOf(columns, weeks, columns.week[at] ?? 0) : null;
    },
  };
  return (index) => {
    at = index;
    held = null;
    return person;
  };
}
