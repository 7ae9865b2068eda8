import type { CompiledJob } from '../compile';
import { careerFactors, type CareerFactors } from './career-factors';
import type { ColumnFactor, GuardFactor } from './column-factor';
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
  tables: GuardFactor[];
  workMode: GuardFactor | null;
  terms: ColumnFactor | null;
  week: ColumnFactor | null;
}

export function programOf(compiled: CompiledJob, columns: Columns, memory: PassMemory): Program {
  return {
    skills: skillScan(compiled, columns, memory.skills),
    career: careerFactors(compiled, columns, memory.career),
    tables: JUDGED_FACETS.map((facet) => facetFactor(compiled, columns, facet, memory.facets[facet])).filter(
      (table) => table !== null,
    ),
    workMode: workModeFactor(compiled, columns, memory.workMode),
    terms: termsFactor(compiled, columns, memory.terms),
    week: weekFactor(compiled, columns, memory.week),
  };
}
