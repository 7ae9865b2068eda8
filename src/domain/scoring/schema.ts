import { z } from 'zod';

/** Primitives shared by job answers, candidate answers and the engine. Browser-safe. */
export const ENGAGEMENTS = ['part_time', 'full_time_flexible', 'project', 'retainer'] as const;
export const engagementSchema = z.enum(ENGAGEMENTS);
export type Engagement = z.infer<typeof engagementSchema>;

export const WORK_MODES = ['remote', 'hybrid', 'onsite'] as const;
export const workModeSchema = z.enum(WORK_MODES);

export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const cefrSchema = z.enum(CEFR_LEVELS);

export const PAY_PERIODS = ['hour', 'month', 'project'] as const;
export const payPeriodSchema = z.enum(PAY_PERIODS);

export const MEETING_NOTICES = ['same_day', 'one_day', 'three_days', 'no'] as const;
export const meetingNoticeSchema = z.enum(MEETING_NOTICES);

export const SETUP_ITEMS = ['internet', 'quiet_room', 'power_backup'] as const;
export const setupItemSchema = z.enum(SETUP_ITEMS);

export const FLEXIBILITIES = ['fixed', 'within_1h', 'within_2h', 'full'] as const;
export const flexibilitySchema = z.enum(FLEXIBILITIES);

export const FOCUSES = ['strategy', 'execution', 'both'] as const;
export const focusSchema = z.enum(FOCUSES);

/** Skill level: 1 works with help · 2 knows the basics · 3 on their own · 4 leads others. */
export const skillLevelSchema = z.number().int().min(1).max(4);
/** Calendar month `YYYY-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Calendar day `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
export const timeZoneSchema = z.string().min(1).max(64);
/** ISO 4217 code; money is an integer in its minor unit. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);
const TOO_MUCH = 'This is more than can be kept. Check the amount.';
export const minorUnitsSchema = z
  .number()
  .int(TOO_MUCH)
  .nonnegative('An amount cannot be below zero.')
  .max(1e13, TOO_MUCH);
/** 672 cells of 15 minutes, Monday 00:00 first, one bit each (most significant bit first), base64 of 84 bytes. */
export const weekGridSchema = z.string().regex(/^[A-Za-z0-9+/]{112}$/);

export const placeSchema = z.object({
  /** Id in `config/country_cities.json`, or null when only the country is known. */
  cityId: z.string().nullable(),
  name: z.string(),
  country: z.string().length(2),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
export type Place = z.infer<typeof placeSchema>;

export const languageLevelSchema = z.object({ code: z.string().min(2).max(3), level: cefrSchema });

/** What the engine knows of a job; null = the job leaves that factor unset. Built from a job version by `jobs/facts.ts`. */
export const jobFactsSchema = z.object({
  title: z.string(),
  /** Id of a role in the catalog's occupation table, when the title was recognised or chosen. */
  roleId: z.string().nullable(),
  requiredSkills: z.array(z.object({ skillId: z.string(), level: skillLevelSchema, knockOut: z.boolean() })),
  preferredSkills: z.array(z.object({ skillId: z.string(), level: skillLevelSchema })),
  minimumYears: z.number().min(0).max(50).nullable(),
  /** Industry ids of the catalog; empty = unset. */
  domains: z.array(z.string()),
  hours: z.object({ min: z.number(), max: z.number(), gate: z.boolean() }).nullable(),
  coreHours: z
    .object({ grid: weekGridSchema, timeZone: timeZoneSchema, overlapMinutes: z.number().int().positive() })
    .nullable(),
  workMode: z
    .object({
      mode: workModeSchema,
      /** Days a week in the office; hybrid only. */
      daysOnSite: z.number().int().min(1).max(5).nullable(),
      place: placeSchema.nullable(),
      radiusKm: z.number().positive().nullable(),
    })
    .nullable(),
  engagements: z.array(engagementSchema),
  duration: z.object({ months: z.number().positive().nullable(), extensionLikely: z.boolean() }).nullable(),
  latestStart: daySchema.nullable(),
  pay: z
    .object({
      minMinor: minorUnitsSchema,
      maxMinor: minorUnitsSchema,
      currency: currencySchema,
      per: payPeriodSchema,
    })
    .nullable(),
  focus: focusSchema.nullable(),
  languages: z.array(languageLevelSchema),
  licences: z.array(z.string()),
  /** The notice the job gives before a meeting outside the agreed hours; null = the job has no such meetings. */
  meetingNotice: meetingNoticeSchema.nullable(),
  setup: z.array(setupItemSchema),
  /** Yes/no screening questions with the answer wanted; free-text ones are shown, never scored. */
  screening: z.array(z.object({ id: z.string(), wanted: z.enum(['yes', 'no']) })),
});
export type JobFacts = z.infer<typeof jobFactsSchema>;

const skillEvidenceSchema = z.object({
  skillId: z.string(),
  source: z.enum(['job', 'listed']),
  level: skillLevelSchema.nullable(),
  /** Last month of use; null when a bare list gives none. */
  lastUsed: monthSchema.nullable(),
  /** Months of use inside job entries, merged, or more where its list states more; null when unknown. */
  months: z.number().int().nonnegative().nullable(),
});

const workIntervalSchema = z.object({
  title: z.string(),
  roleId: z.string().nullable(),
  domains: z.array(z.string()),
  start: monthSchema.nullable(),
  /** null with a known start = unknown end; `present` = still there. */
  end: z.union([monthSchema, z.literal('present')]).nullable(),
});

/** What the engine knows of a person; null = unknown (never zero). Built by `candidates/facts.ts`; holds no identity. */
export const candidateFactsSchema = z.strictObject({
  /** null = no résumé read yet; an empty list is a known "none". */
  skills: z.array(skillEvidenceSchema).nullable(),
  work: z.array(workIntervalSchema).nullable(),
  hours: z.object({ min: z.number(), max: z.number() }).nullable(),
  week: z.object({ grid: weekGridSchema, timeZone: timeZoneSchema }).nullable(),
  flexibility: flexibilitySchema.nullable(),
  /** Most minutes a day the person offers; caps what flexibility may add. null = the grid's own longest day. */
  maxDailyMinutes: z.number().int().positive().nullable(),
  modes: z
    .object({
      remote: z.boolean(),
      /** Most days a week in an office, 0 = none. */
      maxDaysOnSite: z.number().int().min(0).max(5),
      radiusKm: z.number().nonnegative().nullable(),
    })
    .nullable(),
  place: placeSchema.nullable(),
  engagements: z.record(engagementSchema, z.enum(['yes', 'consider', 'no'])).nullable(),
  commitment: z.object({ minMonths: z.number(), maxMonths: z.number().nullable() }).nullable(),
  earliestStart: daySchema.nullable(),
  leastPay: z
    .object({ amountMinor: minorUnitsSchema, currency: currencySchema, per: payPeriodSchema })
    .nullable(),
  otherWork: z.object({ hoursPerWeek: z.number(), alreadyExcluded: z.boolean() }).nullable(),
  meetingNotice: meetingNoticeSchema.nullable(),
  /** What is known of the working set-up, item by item. */
  setup: z.partialRecord(setupItemSchema, z.boolean()),
  focus: focusSchema.nullable(),
  /** Level null = the language is spoken, its level is not told. */
  languages: z.array(z.object({ code: z.string(), level: cefrSchema.nullable() })).nullable(),
  licences: z.array(z.string()).nullable(),
  /** Answers to this job's yes/no screening questions by question id; missing = unknown. */
  screening: z.record(z.string(), z.enum(['yes', 'no'])),
});
export type CandidateFacts = z.infer<typeof candidateFactsSchema>;

export const FACTORS = [
  'required_skills',
  'preferred_skills',
  'role_similarity',
  'relevant_experience',
  'domain',
  'hours',
  'schedule_overlap',
  'work_mode_location',
  'duration_start',
  'compensation',
  'screening_answers',
  'language',
  'education',
  'login_recency',
  'career_gap',
] as const;
export const factorSchema = z.enum(FACTORS);
export type Factor = z.infer<typeof factorSchema>;

/** Content of `config/weights.json` for one set: whole-number weights that sum to 100, priors in 1/10000. */
export const weightSetSchema = z.object({
  id: z.string(),
  label: z.string(),
  factors: z.record(
    factorSchema,
    z.object({
      weight: z.number().int().min(0).max(100),
      prior: z.number().int().min(0).max(10_000),
      locked: z.boolean().optional(),
    }),
  ),
});
export type WeightSet = z.infer<typeof weightSetSchema>;

/** A factor's value in 1/10000: unknown facts make low < high. */
export interface Triple {
  low: number;
  expected: number;
  high: number;
}

export const BANDS = ['strong', 'good', 'partial', 'limited'] as const;
export type Band = (typeof BANDS)[number];

/** Least expected score of each band above Limited, in hundredths. */
export const bandCutsSchema = z
  .object({
    strong: z.number().int().max(10_000),
    good: z.number().int(),
    partial: z.number().int().min(1),
  })
  .refine(({ strong, good, partial }) => strong > good && good > partial);
export type BandCuts = z.infer<typeof bandCutsSchema>;
export { DEFAULT_BANDS } from './bands';

export const MATCH_GROUPS = ['ranked', 'needs_information', 'misses_must_have'] as const;
export type MatchGroup = (typeof MATCH_GROUPS)[number];

export const GATE_STATES = ['pass', 'fail', 'unknown'] as const;
/** A must-have, apart from the score: what it is about (`skill:<id>`, `hours`, `work_mode`, `licence:<name>`) and how it stands. */
export interface Gate {
  key: string;
  state: (typeof GATE_STATES)[number];
}

export interface FactorResult extends Triple {
  factor: Factor;
  /** Weight in the set, 0–100. */
  weight: number;
  /** Points of the expected score in hundredths; these sum exactly to `PairScore.expected`. */
  contribution: number;
  /** Names of the facts that are unknown, as flexifit question ids or `resume`. */
  unknown: string[];
}

/** The result for one (job, candidate) pair. Scores and bounds are hundredths of a point, 0–10000. */
export interface PairScore {
  expected: number;
  low: number;
  high: number;
  /** 1/10000: 10000 = everything known. */
  coverage: number;
  band: Band;
  group: MatchGroup;
  factors: FactorResult[];
  gates: Gate[];
}

/** The neighbourhood the engine may use, resolved by the catalog: skill ids and role ids only. */
export interface Taxonomy {
  hash: string;
  /** Direct parent of a skill, if any. */
  broader: ReadonlyMap<string, string>;
  /** Curated related skills, symmetric. */
  related: ReadonlyMap<string, readonly string[]>;
  /** Occupation table: role → its family, and per family the neighbouring families with closeness in 1/10000. */
  roleFamily: ReadonlyMap<string, string>;
  familyNeighbours: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Words that carry meaning in a role's title and aliases, lower-cased, for titles outside the table. */
  roleWords: ReadonlyMap<string, readonly string[]>;
}
