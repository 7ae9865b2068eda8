import type { CompiledJob } from './compile';
import { evidenceOf, type Evidence } from './evidence';
import type { Names } from './names';
import { overlayOf, type Overlay } from './overlay';
import { preparePerson } from './person';
import { phraseOf } from './phrases';
import { raisesOf } from './raises';
import type { Raise } from './raises/change';
import type { CandidateFacts, FactorResult, PairScore } from './schema';
import { scorePerson } from './score';

/** One factor of the breakdown. @public */
export interface ExplainedFactor extends FactorResult {
  phrase: string;
  evidence: Evidence;
}

export interface Explanation {
  score: PairScore;
  /** In the order of the score's factors. */
  factors: ExplainedFactor[];
  /** Best first. */
  raises: Raise[];
  /** Null when the job sets no core hours or the week is not known. */
  overlay: Overlay | null;
}

/** Why a pair has its score: a phrase and evidence for each factor, what would raise it, and the two weeks laid over each other. */
export function explain(compiled: CompiledJob, candidate: CandidateFacts, names: Names): Explanation {
  const person = preparePerson(candidate, compiled.asOf);
  const score = scorePerson(compiled, person);
  return {
    score,
    factors: score.factors.map((result) => ({
      ...result,
      phrase: phraseOf(compiled, person, names, result),
      evidence: evidenceOf(compiled, result.factor, person),
    })),
    raises: raisesOf(compiled, person, names),
    overlay: compiled.core && person.week ? overlayOf(compiled.core, person.week) : null,
  };
}
