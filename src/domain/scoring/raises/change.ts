import type { CompiledJob } from '../compile';
import type { Names } from '../names';
import type { PreparedPerson } from '../person';
import type { CandidateFacts, Factor } from '../schema';

/** A change that would raise the expected score. */
export interface Raise {
  factor: Factor;
  /** `unknown`: telling it, at best; `step`: one step nearer to what is asked; `missing`: something not shown at all. */
  kind: 'unknown' | 'step' | 'missing';
  /** Flexifit question id, `screening:<id>`, `resume`, or `skill:<id>`. */
  fact: string;
  text: string;
  /** Hundredths of a point. */
  gain: number;
}

export type Change = Omit<Raise, 'gain'> & { facts: CandidateFacts };
export type Changes = (compiled: CompiledJob, person: PreparedPerson, names: Names) => Change[];

/** A raise with the facts that bring it about. */
export const changed = (
  facts: CandidateFacts,
  change: Partial<CandidateFacts>,
  raise: Omit<Raise, 'gain'>,
): Change => ({ ...raise, facts: { ...facts, ...change } });
