import type { CompiledJob } from './compile';
import type { Names } from './names';
import { preparePerson, type PreparedPerson } from './person';
import { payChanges, screeningChanges, termChanges } from './raises/answers';
import type { Changes, Raise } from './raises/change';
import { languageChanges, resumeChanges, skillChanges } from './raises/skills';
import { hoursChanges, modeChanges, weekChanges } from './raises/week';
import { scorePerson } from './score';

const ALL: readonly Changes[] = [
  resumeChanges,
  skillChanges,
  hoursChanges,
  weekChanges,
  modeChanges,
  termChanges,
  payChanges,
  screeningChanges,
  languageChanges,
];

/**
 * What would raise the expected score, by scoring again with each unknown fact at its best and each near miss one step
 * nearer; best first, changes without a gain left out.
 */
export function raisesOf(compiled: CompiledJob, person: PreparedPerson, names: Names): Raise[] {
  const { expected } = scorePerson(compiled, person);
  return ALL.flatMap((changes) => changes(compiled, person, names))
    .map(({ facts, ...raise }) => ({
      ...raise,
      gain: scorePerson(compiled, preparePerson(facts, compiled.asOf)).expected - expected,
    }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || (a.text < b.text ? -1 : 1));
}
