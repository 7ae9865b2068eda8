import { factorInputs, gateInputs } from '../asked';
import type { CompiledJob } from '../compile';
import type { CompiledGate } from '../gates';
import type { FactorOf, Person } from '../person';
import type { Factor } from '../schema';
import { addTo, type SetScorer } from './sums';

/** Looked up by what the person has, or put together of parts, in the other scorers of a set. */
const SCORED_ELSEWHERE = new Set<Factor>([
  'required_skills',
  'preferred_skills',
  'role_similarity',
  'relevant_experience',
  'schedule_overlap',
  'duration_start',
]);

/** Factors that some jobs ask alike: each distinct question is put to a person once. */
export function askedScorer(jobs: readonly CompiledJob[]): SetScorer {
  const questions = new Map<string, { value: FactorOf; askers: { job: number; weight: number }[] }>();
  for (const [job, { job: facts, factors, weights }] of jobs.entries()) {
    for (const { factor, weight, value } of factors) {
      if (SCORED_ELSEWHERE.has(factor)) continue;
      const key = factorInputs(factor, weights.factors[factor].prior, facts);
      const question = questions.get(key) ?? { value, askers: [] };
      questions.set(key, question);
      question.askers.push({ job, weight });
    }
  }
  const all = [...questions.values()];
  return (person, sums) => {
    for (const { value, askers } of all) {
      const found = value(person);
      for (const { job, weight } of askers) addTo(sums, job, weight, found);
    }
  };
}

/** Sets, by job, whether a person misses any of its must-haves; each distinct one is looked at once. */
export function missesOf(jobs: readonly CompiledJob[]): (person: Person, misses: Uint8Array) => void {
  const gates = new Map<string, { gate: CompiledGate; jobs: number[] }>();
  for (const [job, { job: facts, gates: ofJob }] of jobs.entries()) {
    for (const gate of ofJob) {
      const key = gateInputs(gate, facts);
      const same = gates.get(key) ?? { gate, jobs: [] };
      gates.set(key, same);
      same.jobs.push(job);
    }
  }
  const all = [...gates.values()];
  const bySkill = new Map<string, typeof all>();
  for (const gate of all) {
    for (const skillId of gate.gate.shownBy ?? []) {
      const shown = bySkill.get(skillId) ?? [];
      bySkill.set(skillId, shown);
      shown.push(gate);
    }
  }
  return (person, misses) => {
    misses.fill(0);
    const mayShow = new Set(person.skills?.flatMap(({ skillId }) => bySkill.get(skillId) ?? []));
    for (const each of all) {
      const { gate, jobs: asking } = each;
      const showsNone = gate.shownBy !== null && person.skills !== null && !mayShow.has(each);
      if (showsNone || gate.stateOf(person) === 'fail') for (const job of asking) misses[job] = 1;
    }
  };
}
