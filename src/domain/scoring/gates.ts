import { hoursFactor } from './factors/hours';
import { matchesOf, MATCH } from './factors/skills';
import { workModeFactor } from './factors/work-mode';
import { ONE } from './fixed-point';
import type { FactorOf, Person } from './person';
import type { Gate, JobFacts, Taxonomy } from './schema';

type State = Gate['state'];

/** A must-have of a compiled job. */
export interface CompiledGate {
  key: string;
  /** Which facts it looks at. */
  about: 'skill' | 'hours' | 'work_mode' | 'licence';
  stateOf: (person: Person) => State;
  /** The skills of which one must be shown: whoever's skills are known and holds none of them fails. Null = other facts count. */
  shownBy: ReadonlySet<string> | null;
}

/** A skill this near to the one asked can prove a must-have. */
export const PROOF_FROM = MATCH.narrower;
/** Being able to come at all. */
const LEAST_WORK_MODE = 1;

/** How far one held level proves a must-have: an unknown level does where only the first is asked. */
export function proves(level: number | null, asked: number): State {
  if (level === null) return asked <= 1 ? 'pass' : 'unknown';
  return level >= asked ? 'pass' : 'fail';
}

/** Passes at the level asked of the skill itself or a narrower one; related skills give credit, not a must-have. */
function skillGate(skillId: string, asked: number, taxonomy: Taxonomy): CompiledGate {
  const matches = [...matchesOf(skillId, taxonomy)];
  const proofs = new Set(matches.flatMap(([held, match]) => (match < PROOF_FROM ? [] : [held])));
  return {
    key: `skill:${skillId}`,
    about: 'skill',
    shownBy: proofs,
    stateOf({ skills }) {
      if (!skills) return 'unknown';
      let state: State = 'fail';
      for (const { skillId: held, quality } of skills) {
        if (!proofs.has(held)) continue;
        const proof = proves(quality.level, asked);
        if (proof === 'pass') return proof;
        if (proof === 'unknown') state = proof;
      }
      return state;
    },
  };
}

/** A gate on a factor's value: fails when even the best case is below `need`, passes when the worst case reaches it. */
function valueGate(about: 'hours' | 'work_mode', value: FactorOf, need: number): CompiledGate {
  return {
    key: about,
    about,
    shownBy: null,
    stateOf(person) {
      const { low, high } = value(person);
      return low >= need ? 'pass' : high < need ? 'fail' : 'unknown';
    },
  };
}

const plain = (licence: string): string => licence.trim().toLowerCase().replace(/\s+/g, ' ');

function licenceGate(licence: string): CompiledGate {
  const wanted = plain(licence);
  return {
    key: `licence:${licence}`,
    about: 'licence',
    shownBy: null,
    stateOf({ facts: { licences } }) {
      if (!licences) return 'unknown';
      return licences.some((held) => plain(held) === wanted) ? 'pass' : 'fail';
    },
  };
}

/** The level that each knock-out skill asks; a skill named twice asks its highest. */
export function knockOutLevels(job: JobFacts): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { skillId, level, knockOut } of job.requiredSkills) {
    if (knockOut) levels.set(skillId, Math.max(level, levels.get(skillId) ?? 0));
  }
  return levels;
}

/**
 * The job's must-haves, in the order of their keys: knock-out skills, hours where the job says so, being able to come for an
 * on-site job, licences. A gate never touches the score and never rejects; a person confirms.
 */
export function gatesOf(job: JobFacts, taxonomy: Taxonomy): CompiledGate[] {
  const gates = [...knockOutLevels(job)].map(([skillId, level]) => skillGate(skillId, level, taxonomy));
  if (job.hours?.gate) gates.push(valueGate('hours', hoursFactor(job.hours, 0), ONE));
  if (job.workMode?.mode === 'onsite') {
    gates.push(valueGate('work_mode', workModeFactor(job.workMode, 0), LEAST_WORK_MODE));
  }
  for (const licence of new Set(job.licences)) gates.push(licenceGate(licence));
  return gates.sort((a, b) => (a.key < b.key ? -1 : 1));
}
