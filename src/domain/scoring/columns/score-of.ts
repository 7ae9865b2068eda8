import type { CompiledFactor, CompiledJob } from '../compile';
import type { FactorValue, Person } from '../person';
import type { CandidateFacts, PairScore } from '../schema';
import { scorePair, scorePerson } from '../score';
import type { PassMemory } from './memory';
import type { Program } from './program';

/**
 * Gives the exact score of somebody of the columns, until the memory is used for another job. Where nothing of a factor is open its
 * value is read off the columns; else, and for skills, the factor itself tells what is not known. Whoever has `facts` is scored by them.
 */
export function scoresOf(
  compiled: CompiledJob,
  { personAt }: PassMemory,
  program: Program,
  facts: ReadonlyMap<number, CandidateFacts>,
): (index: number) => PairScore {
  const { career, known, terms, week } = program;
  const read = [career.role, career.experience, career.domain, ...known, terms, week];
  const columnOf = compiled.factors.map(({ factor }) => read.find((each) => each?.factor === factor));
  let at = 0;
  const valueOf = (counted: CompiledFactor, place: number, person: Person): FactorValue => {
    const column = columnOf[place];
    if (!column) return counted.value(person);
    const { low, expected, high } = column.valueOf(at);
    if (low === high) return { low, expected, high, unknown: [] };
    return column.open ? { low, expected, high, unknown: [...column.open] } : counted.value(person);
  };
  return (index) => {
    const own = facts.get(index);
    if (own) return scorePair(compiled, own);
    at = index;
    return scorePerson(compiled, personAt(index), valueOf);
  };
}
