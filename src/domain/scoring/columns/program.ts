import type { CompiledJob } from '../compile';
import { careerFactors, type CareerFactors } from './career-factors';
import type { Guard, KnownFactor, LateFactor } from './column-factor';
import { facetFactor, JUDGED_FACETS } from './facet-factor';
import type { Columns } from './layout';
import type { PassMemory } from './memory';
import { skillScan, type SkillScan } from './skill-scan';
import { termsFactor } from './terms-factor';
import { weekFactor } from './week-factor';
import { workModeFactor } from './work-mode-factor';

/** What a job looks at, ready to run over the columns. */
export interface Program {
  skills: SkillScan | null;
  career: CareerFactors;
  /** Hours, pay, screening answers, languages, work mode: those that count, and what they guard. */
  known: KnownFactor[];
  guards: Guard[];
  terms: LateFactor | null;
  week: LateFactor | null;
}

export function programOf(compiled: CompiledJob, columns: Columns, memory: PassMemory): Program {
  const looked = [
    ...JUDGED_FACETS.map((facet) => facetFactor(compiled, columns, facet, memory.facets[facet])),
    workModeFactor(compiled, columns, memory.workMode),
  ];
  return {
    skills: skillScan(compiled, columns, memory.skills),
    career: careerFactors(compiled, columns, memory.career),
    known: looked.flatMap((each) => each?.factor ?? []),
    guards: looked.flatMap((each) => each?.guard ?? []),
    terms: termsFactor(compiled, columns, memory.terms),
    week: weekFactor(compiled, columns, memory.week),
  };
}
