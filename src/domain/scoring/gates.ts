import { hoursFactor } from './factors/hours';
import { matchesOf, MATCH } from './factors/skills';
import { workModeFactor } from './factors/work-mode';
import { ONE } from './fixed-point';
import type { FactorOf, Person } from './person';
import type { Gate, JobFacts, Taxonomy } from './schema';

export type GateOf = (person: Person) => Gate;
type State = Gate['state'];

/** Passes at the level asked of the skill itself or a narrower one; related skills give credit, not a must-have. */
function skillGate(skillId: string, asked: number, taxonomy: Taxonomy): GateOf {
  const key = `skill:${skillId}`;
  const proofs = matchesOf(skillId, taxonomy);
  return ({ facts: { skills } }) => {
    if (!skills) return { key, state: 'unknown' };
    let state: State = 'fail';
    for (const { skillId: held, level } of skills) {
      if ((proofs.get(held) ?? 0) < MATCH.narrower) continue;
      if (level === null ? asked <= 1 : level >= asked) return { key, state: 'pass' };
      if (level === null) state = 'unknown';
    }
    return { key, state };
  };
}

/** A gate on a factor's value: fails when even the best case is below `need`, passes when the worst case reaches it. */
function valueGate(key: string, value: FactorOf, need: number): GateOf {
  return (person) => {
    const { low, high } = value(person);
    return { key, state: low >= need ? 'pass' : high < need ? 'fail' : 'unknown' };
  };
}

const plain = (licence: string): string => licence.trim().toLowerCase().replace(/\s+/g, ' ');

function licenceGate(licence: string): GateOf {
  const key = `licence:${licence}`;
  const wanted = plain(licence);
  return ({ facts: { licences } }) => {
    if (!licences) return { key, state: 'unknown' };
    return { key, state: licences.some((held) => plain(held) === wanted) ? 'pass' : 'fail' };
  };
}

/**
 * The job's must-haves, in the order of their keys: knock-out skills, hours where the job says so, being able to come for an
 * on-site job, licences. A gate never touches the score and never rejects; a person confirms.
 */
export function gatesOf(job: JobFacts, taxonomy: Taxonomy): GateOf[] {
  const gates = new Map<string, GateOf>();
  const knockOuts = new Map<string, number>();
  for (const { skillId, level, knockOut } of job.requiredSkills) {
    if (knockOut) knockOuts.set(skillId, Math.max(level, knockOuts.get(skillId) ?? 0));
  }
  for (const [skillId, level] of knockOuts)
    gates.set(`skill:${skillId}`, skillGate(skillId, level, taxonomy));
  if (job.hours?.gate) gates.set('hours', valueGate('hours', hoursFactor(job.hours, 0), ONE));
  if (job.workMode?.mode === 'onsite') {
    gates.set('work_mode', valueGate('work_mode', workModeFactor(job.workMode, 0), 1));
  }
  for (const licence of job.licences) gates.set(`licence:${licence}`, licenceGate(licence));
  return [...gates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, gate]) => gate);
}
