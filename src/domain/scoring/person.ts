import { careerOf, type CareerEntry } from './career';
import { monthIndex } from './months';
import { personWeekOf, type PersonWeek } from './overlap';
import type { CandidateFacts, Triple } from './schema';
import { qualityOf, type SkillQuality } from './skill-quality';

/** The facts that a person is read by as they were told; of the others what every job needs is worked out once. */
export type ToldFacts = Omit<CandidateFacts, 'skills' | 'work' | 'week' | 'maxDailyMinutes'>;

/** A person as factors and must-haves read them. */
export interface Person {
  facts: ToldFacts;
  career: { entries: readonly CareerEntry[] } | null;
  /** The skills shown, in the order of the facts. */
  skills: readonly { skillId: string; quality: SkillQuality }[] | null;
  week: PersonWeek | null;
}

/** One prepared from all their facts. */
export interface PreparedPerson extends Person {
  facts: CandidateFacts;
}

/** Facts of somebody of whom nothing is known. */
export const NOTHING_KNOWN: CandidateFacts = {
  skills: null,
  work: null,
  hours: null,
  week: null,
  flexibility: null,
  maxDailyMinutes: null,
  modes: null,
  place: null,
  engagements: null,
  commitment: null,
  earliestStart: null,
  leastPay: null,
  otherWork: null,
  meetingNotice: null,
  setup: {},
  focus: null,
  languages: null,
  licences: null,
  screening: {},
};

/** `asOf` is the day of the scoring, `YYYY-MM-DD`. */
export function preparePerson(facts: CandidateFacts, asOf: string): PreparedPerson {
  const career = facts.work && careerOf(facts.work, monthIndex(asOf));
  return {
    facts,
    career,
    skills:
      facts.skills &&
      facts.skills.map((shown) => ({ skillId: shown.skillId, quality: qualityOf(shown, career) })),
    week: personWeekOf(facts),
  };
}

/** A factor's value with the names of the facts that are unknown: flexifit question ids, `screening:<id>`, or `resume`. */
export interface FactorValue extends Triple {
  unknown: string[];
}

export type FactorOf = (person: Person) => FactorValue;

/** What an unknown fact gives: 0, the prior of the weight set, 1. */
export function unknownValue(prior: number, ...names: string[]): FactorValue {
  return { low: 0, expected: prior, high: 10_000, unknown: names };
}
