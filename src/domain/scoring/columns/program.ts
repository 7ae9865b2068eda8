import type { CompiledJob } from '../compile';
import { careerFactors, type CareerFactors } from './career-factors';
import type { ColumnFactor } from './column-factor';
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
  /** Those of the others that guard a must-have. */
  guards: ColumnFactor[];
  /** All factors but skills and role, to be worked out one by one while somebody may still get in. */
  others: ColumnFactor[];
}

export function programOf(compiled: CompiledJob, columns: Columns, memory: PassMemory): Program {
  const career = careerFactors(compiled, columns, memory.career);
  const others = [
    ...JUDGED_FACETS.map((facet) => facetFactor(compiled, columns, facet, memory.facets[facet])),
    workModeFactor(compiled, columns, memory.distances),
    termsFactor(compiled, columns, memory.terms),
    weekFactor(compiled, columns, memory.week),
    career.domain,
    career.experience,
  ].filter((factor) => factor !== null);
  return {
    skills: skillScan(compiled, columns, memory.skillsFor(compiled.weights)),
    career,
    guards: others.filter(({ misses }) => misses !== null),
    others: others.filter(({ weight }) => weight > 0),
  };
}
