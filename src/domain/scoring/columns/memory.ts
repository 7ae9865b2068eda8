import type { Person } from '../person';
import { segmentMemory, type Openness, type SegmentMemory } from './bounds';
import { careerMemory, type CareerMemory } from './career-factors';
import { NOT_JUDGED, type Batch } from './column-factor';
import { facetMemory, JUDGED_FACETS, type FacetMemory, type JudgedFacet } from './facet-factor';
import { emptyBatch } from './finish';
import { groupsOf, type Groups } from './groups';
import { SEGMENT, type Columns } from './layout';
import { peopleOf } from './person-at';
import { postMemory } from './post-likeness';
import { sharedTables } from './shared-tables';
import { skillMemory, type SkillMemory } from './skill-scan';
import { TERMS_FACETS, type TermsMemory } from './terms-factor';
import { weekMemory, type WeekMemory } from './week-factor';
import { workModeMemory, type WorkModeMemory } from './work-mode-factor';

/** Room that is used again from job to job, and tables that jobs of one taxonomy share. */
export interface PassMemory {
  segment: SegmentMemory;
  /** By what a job counts and guards. */
  openness: Map<string, Openness>;
  facets: Record<JudgedFacet, FacetMemory>;
  workMode: WorkModeMemory;
  terms: TermsMemory;
  career: CareerMemory;
  week: WeekMemory;
  skills: SkillMemory;
  groupsFor(n: number): Groups;
  batch: Batch;
  /** Whoever fits the columns, for the exact factors; the next call uses the object again. */
  personAt: (index: number) => Person;
}

export function passMemory(columns: Columns): PassMemory {
  const { facets } = columns.distinct;
  const groups = new Map<number, Groups>();
  const week = weekMemory(columns);
  return {
    segment: segmentMemory(SEGMENT, columns.count),
    openness: new Map(),
    facets: Object.fromEntries(JUDGED_FACETS.map((facet) => [facet, facetMemory(columns, facet)])) as Record<
      JudgedFacet,
      FacetMemory
    >,
    workMode: workModeMemory(columns),
    terms: Object.fromEntries(
      TERMS_FACETS.map((facet) => [facet, sharedTables(facets[facet].length, NOT_JUDGED)]),
    ) as TermsMemory,
    career: careerMemory(postMemory(columns)),
    week,
    personAt: peopleOf(columns, week),
    skills: skillMemory(columns),
    batch: emptyBatch(),
    groupsFor(n) {
      const made = groups.get(n) ?? groupsOf(columns, n);
      groups.set(n, made);
      return made;
    },
  };
}
