import type { WeightSet } from '../schema';
import { careerMemory, type CareerMemory } from './career-factors';
import { NOT_JUDGED, ROW } from './column-factor';
import { JUDGED_FACETS, type JudgedFacet } from './facet-factor';
import { KNOWN_END, SEGMENT, type Columns } from './layout';
import { postMemory } from './post-likeness';
import { sharedTables, type SharedTables } from './shared-tables';
import { creditTable, segmentHits, type SkillMemory } from './skill-scan';
import { TERMS_FACETS, type TermsMemory } from './terms-factor';
import { weekMemory, type WeekMemory } from './week-factor';

/** More than any Σ weight × value holds of 4,096. */
const BOUND_BUCKETS = 256;

/** Room that is used again from job to job, and tables that jobs of one taxonomy share. */
export interface PassMemory {
  /** Of a segment: everybody's bound, and the order in which to look at them. */
  segment: {
    bounds: Int32Array;
    possible: Uint8Array;
    order: Uint16Array;
    starts: Int32Array;
    widths: Int32Array;
  };
  facets: Record<JudgedFacet, SharedTables>;
  distances: Int32Array;
  terms: TermsMemory;
  career: CareerMemory;
  week: WeekMemory;
  skillsFor(weights: WeightSet): SkillMemory;
}

export function passMemory(columns: Columns): PassMemory {
  const { distinct } = columns;
  const codes = new Map(distinct.skills.map((id, code) => [id, code]));
  const bySkill = {
    codes,
    hits: segmentHits(),
  };
  const credits = new Map<string, Int32Array>();
  return {
    segment: {
      bounds: new Int32Array(SEGMENT),
      possible: new Uint8Array(SEGMENT),
      order: new Uint16Array(SEGMENT),
      starts: new Int32Array(BOUND_BUCKETS + 1),
      widths: new Int32Array(KNOWN_END),
    },
    facets: Object.fromEntries(
      JUDGED_FACETS.map((facet) => [facet, sharedTables(distinct.facets[facet].length * ROW, NOT_JUDGED)]),
    ) as Record<JudgedFacet, SharedTables>,
    distances: new Int32Array(distinct.facets.place.length),
    terms: Object.fromEntries(
      TERMS_FACETS.map((facet) => [facet, new Int16Array(distinct.facets[facet].length)]),
    ) as TermsMemory,
    career: careerMemory(postMemory(columns)),
    week: weekMemory(columns),
    skillsFor({ factors }) {
      const priors = [factors.required_skills.prior, factors.preferred_skills.prior];
      const table = credits.get(priors.join()) ?? creditTable(columns, priors);
      credits.set(priors.join(), table);
      return { ...bySkill, credits: table };
    },
  };
}
