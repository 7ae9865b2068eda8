import fc from 'fast-check';
import { monthText } from './months';
import {
  CEFR_LEVELS,
  ENGAGEMENTS,
  FACTORS,
  FLEXIBILITIES,
  FOCUSES,
  MEETING_NOTICES,
  PAY_PERIODS,
  SETUP_ITEMS,
  WORK_MODES,
  type CandidateFacts,
  type Factor,
  type JobFacts,
  type Taxonomy,
  type WeightSet,
} from './schema';
import { gridFromRanges } from './week-grid';

/** The day the generated people are scored on. */
export const AS_OF = '2026-11-23';
const NOW = 2026 * 12 + 10;

const SKILLS = ['ledger', 'ifrs', 'ifrs-16', 'audit', 'tax', 'excel', 'power-bi', 'sap', 'sap-fi', 'writing'];

/** A dozen skills and five roles, with every kind of edge between them. */
export const SMALL_TAXONOMY: Taxonomy = {
  hash: 'small',
  broader: new Map([
    ['ifrs', 'ledger'],
    ['ifrs-16', 'ifrs'],
    ['sap-fi', 'sap'],
  ]),
  related: new Map([
    ['audit', ['tax', 'ifrs']],
    ['tax', ['audit']],
    ['ifrs', ['audit', 'ledger']],
    ['ledger', ['ifrs']],
    ['excel', ['power-bi']],
    ['power-bi', ['excel']],
  ]),
  roleFamily: new Map([
    ['finance-controller', 'finance'],
    ['accountant', 'finance'],
    ['auditor', 'audit'],
    ['content-writer', 'content'],
    ['editor', 'content'],
  ]),
  familyNeighbours: new Map([
    ['finance', new Map([['audit', 7_500]])],
    ['audit', new Map([['finance', 7_500]])],
  ]),
  roleWords: new Map([
    ['finance-controller', ['finance', 'controller', 'financial', 'reporting']],
    ['accountant', ['accountant', 'accounts', 'bookkeeper']],
    ['auditor', ['auditor', 'statutory', 'audit']],
    ['content-writer', ['content', 'writer', 'copywriter']],
    ['editor', ['editor', 'proofreader']],
  ]),
};
/** The last one stands in no table. */
const ROLES = [...SMALL_TAXONOMY.roleFamily.keys(), 'beekeeper'];
const TITLES = [
  'Financial reporting manager',
  'Finance controller',
  'Audit senior',
  'Copywriter',
  'Nurse',
  // Filler alone: no words are left of it.
  'Of the',
  '',
];
const DOMAINS = ['food', 'retail', 'software'];
const ZONES = ['Asia/Kolkata', 'Asia/Kathmandu', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe'];
const LICENCES = ['Chartered Accountant', 'Bar council'];
const SCREENING_IDS = ['q1', 'q2'];

const WEIGHTS: Record<Factor, number> = {
  required_skills: 26,
  preferred_skills: 7,
  role_similarity: 14,
  relevant_experience: 11,
  domain: 5,
  hours: 7,
  schedule_overlap: 7,
  work_mode_location: 6,
  duration_start: 5,
  compensation: 5,
  screening_answers: 4,
  language: 3,
  education: 0,
  login_recency: 0,
  career_gap: 0,
};

/** The shipped weights with one prior for every factor. */
export function weightsWith(prior: number): WeightSet {
  const factors = Object.fromEntries(FACTORS.map((factor) => [factor, { weight: WEIGHTS[factor], prior }]));
  return { id: 'test', label: 'Test', factors: factors as WeightSet['factors'] };
}

export const weightSets: fc.Arbitrary<WeightSet> = fc
  .tuple(
    ...FACTORS.map((factor) =>
      fc.record({ weight: fc.nat(40), prior: fc.nat(10_000), factor: fc.constant(factor) }),
    ),
  )
  .map((rows) => ({
    id: 'any',
    label: 'Any',
    factors: Object.fromEntries(
      rows.map(({ factor, weight, prior }) => [factor, { weight, prior }]),
    ) as WeightSet['factors'],
  }));

const level = fc.integer({ min: 1, max: 4 });
const half = (min: number, max: number) => fc.integer({ min: min * 2, max: max * 2 }).map((n) => n / 2);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });

const grids = fc
  .array(
    fc.record({
      day: fc.nat(6),
      from: fc.nat(95).map((n) => n * 15),
      length: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((ranges) =>
    gridFromRanges(ranges.map(({ day, from, length }) => ({ day, from, to: from + length * 15 }))),
  );

const places = fc.constantFrom(
  { cityId: 'pune', name: 'Pune', country: 'IN', latitude: 18.52, longitude: 73.86 },
  { cityId: 'mumbai', name: 'Mumbai', country: 'IN', latitude: 19.08, longitude: 72.88 },
  { cityId: 'leeds', name: 'Leeds', country: 'GB', latitude: 53.8, longitude: -1.55 },
);
const days = fc.integer({ min: -60, max: 200 }).map((n) => {
  const day = new Date(Date.UTC(2026, 10, 23) + n * 86_400_000);
  return day.toISOString().slice(0, 10);
});
const COUNTRY_ONLY = { cityId: null, name: 'India', country: 'IN', latitude: null, longitude: null };
const pays = fc.record({
  amountMinor: fc.integer({ min: 0, max: 500_000 }),
  currency: fc.constantFrom('INR', 'GBP'),
  per: fc.constantFrom(...PAY_PERIODS),
});
const ranges = fc
  .tuple(half(1, 45), half(1, 45))
  .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));

/** Jobs that set any of the factors. */
export const jobs: fc.Arbitrary<JobFacts> = fc.record({
  title: fc.constantFrom(...TITLES),
  roleId: orNull(fc.constantFrom(...ROLES)),
  requiredSkills: fc.array(
    fc.record({ skillId: fc.constantFrom(...SKILLS), level, knockOut: fc.boolean() }),
    { maxLength: 5 },
  ),
  preferredSkills: fc.array(fc.record({ skillId: fc.constantFrom(...SKILLS), level }), { maxLength: 4 }),
  minimumYears: orNull(fc.oneof({ weight: 9, arbitrary: half(0, 12) }, fc.constant(0.03))),
  domains: fc.uniqueArray(fc.constantFrom(...DOMAINS), { maxLength: 2 }),
  hours: orNull(fc.tuple(ranges, fc.boolean()).map(([range, gate]) => ({ ...range, gate }))),
  coreHours: orNull(
    fc.record({
      grid: grids,
      timeZone: fc.constantFrom(...ZONES),
      overlapMinutes: fc.integer({ min: 1, max: 160 }).map((n) => n * 15),
    }),
  ),
  workMode: orNull(
    fc.record({
      mode: fc.constantFrom(...WORK_MODES),
      daysOnSite: orNull(fc.integer({ min: 1, max: 5 })),
      place: orNull(fc.oneof({ weight: 4, arbitrary: places }, fc.constant(COUNTRY_ONLY))),
      radiusKm: orNull(fc.integer({ min: 5, max: 200 })),
    }),
  ),
  engagements: fc.uniqueArray(fc.constantFrom(...ENGAGEMENTS), { maxLength: 3 }),
  duration: orNull(fc.record({ months: orNull(half(1, 24)), extensionLikely: fc.boolean() })),
  latestStart: orNull(days),
  pay: orNull(
    pays.map(({ amountMinor, ...rest }) => ({
      ...rest,
      minMinor: amountMinor,
      maxMinor: amountMinor + 10_000,
    })),
  ),
  focus: orNull(fc.constantFrom(...FOCUSES)),
  languages: fc.array(
    fc.record({ code: fc.constantFrom('en', 'hi'), level: fc.constantFrom(...CEFR_LEVELS) }),
    { maxLength: 2 },
  ),
  licences: fc.uniqueArray(fc.constantFrom(...LICENCES), { maxLength: 1 }),
  meetingNotice: orNull(fc.constantFrom(...MEETING_NOTICES)),
  setup: fc.uniqueArray(fc.constantFrom(...SETUP_ITEMS), { maxLength: 3 }),
  screening: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...SCREENING_IDS),
      wanted: fc.constantFrom('yes' as const, 'no' as const),
    }),
    { maxLength: 2, selector: ({ id }) => id },
  ),
});

export type SkillFact = NonNullable<CandidateFacts['skills']>[number];
export type WorkFact = NonNullable<CandidateFacts['work']>[number];

/** Evidence of any skill, with level and last use known. */
export const skillFacts: fc.Arbitrary<SkillFact> = fc.record({
  skillId: fc.constantFrom(...SKILLS),
  source: fc.constantFrom('job' as const, 'listed' as const),
  level,
  lastUsed: fc.integer({ min: NOW - 240, max: NOW }).map(monthText),
  months: orNull(fc.nat(120)),
});

/** A job entry that ends before `before` (a month index) and starts up to 20 years earlier. */
export function workFactsBefore(before: number): fc.Arbitrary<WorkFact> {
  return fc
    .record({
      title: fc.constantFrom(...TITLES),
      roleId: orNull(fc.constantFrom(...ROLES)),
      domains: fc.uniqueArray(fc.constantFrom(...DOMAINS), { minLength: 1, maxLength: 2 }),
      ended: fc.integer({ min: 1, max: 240 }),
      length: fc.nat(90),
    })
    .map(({ title, roleId, domains, ended, length }) => ({
      title,
      roleId,
      domains,
      start: monthText(before - ended - length),
      end: monthText(before - ended),
    }));
}

const workFacts = fc
  .tuple(workFactsBefore(NOW + 1), fc.boolean())
  .map(([work, present]): WorkFact => (present ? { ...work, end: 'present' } : work));

const setups = fc.record(
  { internet: fc.boolean(), quiet_room: fc.boolean(), power_backup: fc.boolean() },
  { noNullPrototype: true },
);
const screenings = fc.record(
  { q1: fc.constantFrom('yes' as const, 'no' as const), q2: fc.constantFrom('yes' as const, 'no' as const) },
  { noNullPrototype: true },
);

/** People of whom everything is known. */
export const knownPeople: fc.Arbitrary<CandidateFacts> = fc.record({
  skills: fc.array(skillFacts, { maxLength: 8 }),
  work: fc.array(workFacts, { maxLength: 5 }),
  hours: ranges,
  week: fc.record({ grid: grids, timeZone: fc.constantFrom(...ZONES) }),
  flexibility: fc.constantFrom(...FLEXIBILITIES),
  maxDailyMinutes: orNull(fc.integer({ min: 60, max: 720 })),
  modes: fc.record({ remote: fc.boolean(), maxDaysOnSite: fc.nat(5), radiusKm: orNull(fc.nat(200)) }),
  place: places,
  engagements: fc.record({
    part_time: fc.constantFrom('yes' as const, 'consider' as const, 'no' as const),
    full_time_flexible: fc.constantFrom('yes' as const, 'consider' as const, 'no' as const),
    project: fc.constantFrom('yes' as const, 'consider' as const, 'no' as const),
    retainer: fc.constantFrom('yes' as const, 'consider' as const, 'no' as const),
  }),
  commitment: fc.record({ minMonths: half(0, 12), maxMonths: orNull(half(1, 36)) }),
  earliestStart: days,
  leastPay: pays,
  otherWork: fc.record({ hoursPerWeek: half(0, 40), alreadyExcluded: fc.boolean() }),
  meetingNotice: fc.constantFrom(...MEETING_NOTICES),
  setup: setups,
  focus: fc.constantFrom(...FOCUSES),
  languages: fc.array(
    fc.record({ code: fc.constantFrom('en', 'hi', 'mr'), level: fc.constantFrom(...CEFR_LEVELS) }),
    { maxLength: 3 },
  ),
  licences: fc.uniqueArray(fc.constantFrom(...LICENCES), { maxLength: 2 }),
  screening: screenings,
});

/** One way to forget a fact; returns a copy. */
export type Forget = (facts: CandidateFacts) => CandidateFacts;

const WHOLE = [
  'skills',
  'work',
  'hours',
  'week',
  'flexibility',
  'modes',
  'place',
  'engagements',
  'commitment',
  'earliestStart',
  'leastPay',
  'otherWork',
  'meetingNotice',
  'focus',
  'languages',
  'licences',
] as const;

const at = <T>(list: readonly T[] | null, index: number, change: (item: T) => T): T[] | null =>
  list && list.map((item, i) => (i === index % list.length ? change(item) : item));

const without = <T extends object>(record: T, key: string): T =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) as T;

/** Every kind of fact that can be unknown, whole or within a list. */
export const forgets: fc.Arbitrary<Forget> = fc.oneof(
  fc.constantFrom(...WHOLE).map((key): Forget => (facts) => ({ ...facts, [key]: null })),
  fc.constant<Forget>((facts) => ({ ...facts, place: facts.place && COUNTRY_ONLY })),
  // A zone that no clock knows.
  fc.constant<Forget>((facts) => ({
    ...facts,
    week: facts.week && { ...facts.week, timeZone: 'Mars/Olympus' },
  })),
  fc
    .constantFrom(...SETUP_ITEMS)
    .map((item): Forget => (facts) => ({ ...facts, setup: without(facts.setup, item) })),
  fc
    .constantFrom(...SCREENING_IDS)
    .map((id): Forget => (facts) => ({ ...facts, screening: without(facts.screening, id) })),
  fc.nat(9).map((i): Forget => (facts) => ({
    ...facts,
    skills: at(facts.skills, i, (s) => ({ ...s, level: null })),
  })),
  fc.nat(9).map((i): Forget => (facts) => ({
    ...facts,
    skills: at(facts.skills, i, (s) => ({ ...s, lastUsed: null })),
  })),
  fc
    .nat(9)
    .map((i): Forget => (facts) => ({ ...facts, work: at(facts.work, i, (w) => ({ ...w, start: null })) })),
  fc
    .nat(9)
    .map((i): Forget => (facts) => ({ ...facts, work: at(facts.work, i, (w) => ({ ...w, end: null })) })),
  fc
    .nat(9)
    .map((i): Forget => (facts) => ({ ...facts, work: at(facts.work, i, (w) => ({ ...w, domains: [] })) })),
  fc.nat(9).map((i): Forget => (facts) => ({
    ...facts,
    languages: at(facts.languages, i, (l) => ({ ...l, level: null })),
  })),
);

/** People of whom some facts are unknown. */
export const people: fc.Arbitrary<CandidateFacts> = fc
  .tuple(knownPeople, fc.array(forgets, { maxLength: 12 }))
  .map(([facts, forgotten]) => forgotten.reduce((left, forget) => forget(left), facts));
