import { ASKED, isAsked } from '../asked';
import type { CompiledJob } from '../compile';
import type { CompiledGate } from '../gates';
import type { FactorOf, Person } from '../person';
import type { JobFacts } from '../schema';
import { addTo, type SetScorer } from './sums';

/** Factors that some jobs ask alike: each distinct question is put to a person once. */
export function askedScorer(jobs: readonly CompiledJob[]): SetScorer {
  const questions = new Map<string, { value: FactorOf; askers: { job: number; weight: number }[] }>();
  for (const [job, { job: facts, factors, weights }] of jobs.entries()) {
    for (const { factor, weight, value } of factors) {
      if (!isAsked(factor)) continue;
      const key = JSON.stringify([factor, weights.factors[factor].prior, ASKED[factor](facts)]);
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

/** What of a job decides whether a must-have is missed. A skill's is told by its key and its level. */
const GUARDED = {
  hours: ({ hours }) => hours,
  work_mode: ({ workMode }) => workMode,
  licence: () => null,
  skill: ({ requiredSkills }) => requiredSkills.filter(({ knockOut }) => knockOut),
} as const satisfies Record<CompiledGate['about'], (job: JobFacts) => unknown>;

/** Sets, by job, whether a person misses any of its must-haves; each distinct one is looked at once. */
export function missesOf(jobs: readonly CompiledJob[]): (person: Person, misses: Uint8Array) => void {
  const gates = new Map<string, { gate: CompiledGate; jobs: number[] }>();
  for (const [job, { job: facts, gates: ofJob }] of jobs.entries()) {
    for (const gate of ofJob) {
      const key = JSON.stringify([gate.key, GUARDED[gate.about](facts)]);
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
