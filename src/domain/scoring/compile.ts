import { averageOf } from './factors/average';
import { domainFactor } from './factors/domain';
import { experienceFactor, monthsAsked } from './factors/experience';
import { hoursFactor } from './factors/hours';
import { languageFactor } from './factors/language';
import { payFactor } from './factors/pay';
import { roleFactor } from './factors/role';
import { scheduleFactor } from './factors/schedule';
import { screeningFactor } from './factors/screening';
import { skillsFactor, skillTable, type SkillTable } from './factors/skills';
import { termsParts, type TermsPart } from './factors/terms';
import { workModeFactor } from './factors/work-mode';
import { gatesOf, type CompiledGate } from './gates';
import { coreHoursOf, type CoreHours } from './overlap';
import type { FactorOf } from './person';
import { roleMatcher, type RoleMatcher } from './roles';
import {
  DEFAULT_BANDS,
  FACTORS,
  type BandCuts,
  type Factor,
  type JobFacts,
  type Taxonomy,
  type WeightSet,
} from './schema';

/** A publishable job leaves at least this much of the 100 weights set. */
export const LEAST_WEIGHT_SET = 40;

export interface CompiledFactor {
  factor: Factor;
  weight: number;
  value: FactorOf;
}

/** A job made ready for scoring many people. Holds functions: compile it where it is used, do not send it. */
export interface CompiledJob {
  job: JobFacts;
  weights: WeightSet;
  asOf: string;
  bands: BandCuts;
  /** The factors that the job sets and the weight set counts, in the order of `FACTORS`. */
  factors: CompiledFactor[];
  /** Factors with weight that the job leaves unset: they drop out for everybody. */
  unset: Factor[];
  /** Sum of the weights of `factors`: what scores are divided by. */
  weightSet: number;
  gates: CompiledGate[];
  required: SkillTable | null;
  preferred: SkillTable | null;
  roles: RoleMatcher | null;
  core: CoreHours | null;
  /** What `duration_start` averages. */
  terms: TermsPart[];
}

/** Locked at zero: these have no code that could count them, whatever a weight set says. */
const NEVER_COUNTED = new Set<Factor>(['education', 'login_recency', 'career_gap']);

export interface CompileOptions {
  bands?: BandCuts;
  roles?: RoleMatcher | null;
}

/**
 * Compiles a job version for scoring as of a day (`YYYY-MM-DD`): credit tables, core hours for every pair of UTC offsets in
 * its term, role words. Throws RangeError when the time zone of its core hours does not exist. `bands` says where bands begin; `roles`
 * is the matcher of a job of the same title and role, whose memory of titles is then shared.
 */
export function compileJob(
  job: JobFacts,
  weights: WeightSet,
  taxonomy: Taxonomy,
  asOf: string,
  { bands = DEFAULT_BANDS, roles = roleMatcher(job, taxonomy) }: CompileOptions = {},
): CompiledJob {
  const prior = (factor: Factor): number => weights.factors[factor].prior;
  const required = skillTable(job.requiredSkills, taxonomy, prior('required_skills'));
  const preferred = skillTable(job.preferredSkills, taxonomy, prior('preferred_skills'));
  const terms = termsParts(job);
  const core = coreHoursOf(job, asOf);
  // Less than half a month is counted as none, and asks for nothing.
  const asksYears = monthsAsked(job.minimumYears ?? 0) > 0 ? job.minimumYears : null;
  const values: Record<Factor, FactorOf | null> = {
    required_skills: required && skillsFactor(required),
    preferred_skills: preferred && skillsFactor(preferred),
    role_similarity: roles && roleFactor(roles, prior('role_similarity')),
    relevant_experience:
      roles && asksYears ? experienceFactor(roles, asksYears, prior('relevant_experience')) : null,
    domain: job.domains.length > 0 ? domainFactor(job.domains, prior('domain')) : null,
    hours: job.hours && hoursFactor(job.hours, prior('hours')),
    schedule_overlap: core && scheduleFactor(core, prior('schedule_overlap')),
    work_mode_location: job.workMode && workModeFactor(job.workMode, prior('work_mode_location')),
    duration_start: averageOf(terms, prior('duration_start')),
    compensation: job.pay && payFactor(job.pay, job.hours, prior('compensation')),
    screening_answers: screeningFactor(job, prior('screening_answers')),
    language: languageFactor(job.languages, prior('language')),
    education: null,
    login_recency: null,
    career_gap: null,
  };
  const factors: CompiledFactor[] = [];
  const unset: Factor[] = [];
  for (const factor of FACTORS) {
    const { weight } = weights.factors[factor];
    const value = values[factor];
    if (weight === 0 || NEVER_COUNTED.has(factor)) continue;
    if (value) factors.push({ factor, weight, value });
    else unset.push(factor);
  }
  return {
    job,
    weights,
    asOf,
    bands,
    factors,
    unset,
    weightSet: factors.reduce((sum, { weight }) => sum + weight, 0),
    gates: gatesOf(job, taxonomy),
    required,
    preferred,
    roles,
    core,
    terms,
  };
}
