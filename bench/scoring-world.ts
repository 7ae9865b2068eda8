import type { CandidateFacts, Factor, JobFacts, Taxonomy, WeightSet } from '@/domain/scoring/schema';
import { gridFromRanges } from '@/domain/scoring/week-grid';

/** A seeded source of numbers in [0, 1) (mulberry32), so that every run scores the same people. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SKILLS = 3_000;
const ROLES = 120;
const FAMILIES = 24;
const ZONES = ['Asia/Kolkata', 'Asia/Kathmandu', 'Europe/London', 'America/New_York', 'Asia/Singapore'];
const TITLES = [
  'Accountant',
  'Finance controller',
  'Senior accounts manager',
  'Content writer',
  'Support lead',
];

/** Titles as people write them, each read as one role; every tenth as none. */
const POSTS = 2_000;
const post = (n: number) => ({
  title: `${TITLES[n % TITLES.length] ?? ''} ${n}`,
  roleId: n % 10 === 9 ? null : role(n),
});
const CITIES = 400;
const city = (n: number) => ({
  cityId: `city-${n}`,
  name: `City ${n}`,
  country: 'IN',
  latitude: 8 + (n % 20),
  longitude: 70 + Math.floor(n / 20),
});

const skill = (n: number): string => `skill-${n % SKILLS}`;
const role = (n: number): string => `role-${n % ROLES}`;

/** 3,000 skills in small trees with four neighbours each, 120 roles in 24 families. */
export function makeTaxonomy(): Taxonomy {
  const skills = Array.from({ length: SKILLS }, (_, n) => n);
  const roles = Array.from({ length: ROLES }, (_, n) => n);
  return {
    hash: 'bench',
    broader: new Map(skills.filter((n) => n % 6 !== 0).map((n) => [skill(n), skill(n - (n % 6))])),
    related: new Map(skills.map((n) => [skill(n), [1, 7, 13, 29].map((step) => skill(n + step))])),
    roleFamily: new Map(roles.map((n) => [role(n), `family-${n % FAMILIES}`])),
    familyNeighbours: new Map(
      Array.from({ length: FAMILIES }, (_, n) => [
        `family-${n}`,
        new Map([[`family-${(n + 1) % FAMILIES}`, 6_000]]),
      ]),
    ),
    roleWords: new Map(roles.map((n) => [role(n), ['accounts', 'finance', `word${n}`]])),
  };
}

const WEIGHTS: Partial<Record<Factor, [weight: number, prior: number]>> = {
  required_skills: [26, 4_000],
  preferred_skills: [7, 3_000],
  role_similarity: [14, 3_500],
  relevant_experience: [11, 5_000],
  domain: [5, 3_000],
  hours: [7, 8_000],
  schedule_overlap: [7, 6_000],
  work_mode_location: [6, 7_000],
  duration_start: [5, 7_500],
  compensation: [5, 6_500],
  screening_answers: [4, 6_000],
  language: [3, 7_500],
};

export function makeWeights(): WeightSet {
  const none = { weight: 0, prior: 5_000 };
  const factors = Object.fromEntries(
    Object.entries(WEIGHTS).map(([factor, [weight, prior]]) => [factor, { weight, prior }]),
  );
  return {
    id: 'bench',
    label: 'Bench',
    factors: { education: none, login_recency: none, career_gap: none, ...factors } as WeightSet['factors'],
  };
}

const weekdays = (from: number, to: number): string =>
  gridFromRanges([0, 1, 2, 3, 4].map((day) => ({ day, from: from * 60, to: to * 60 })));

/** A job that sets every factor. */
export function makeJob(n: number): JobFacts {
  return {
    title: 'Finance controller',
    roleId: role(n),
    requiredSkills: [0, 6, 12, 18, 24].map((step, i) => ({
      skillId: skill(n * 5 + step),
      level: 2 + (i % 3),
      knockOut: i === 0,
    })),
    preferredSkills: [30, 36, 42, 48].map((step) => ({ skillId: skill(n * 5 + step), level: 2 })),
    minimumYears: 5,
    domains: ['retail'],
    hours: { min: 20, max: 24, gate: true },
    coreHours: { grid: weekdays(9, 13), timeZone: 'Europe/London', overlapMinutes: 960 },
    workMode: {
      mode: 'hybrid',
      daysOnSite: 2,
      place: { cityId: 'pune', name: 'Pune', country: 'IN', latitude: 18.52, longitude: 73.86 },
      radiusKm: 50,
    },
    engagements: ['part_time', 'retainer'],
    duration: { months: 9, extensionLikely: true },
    latestStart: '2027-01-15',
    pay: { minMinor: 100_000, maxMinor: 150_000, currency: 'INR', per: 'hour' },
    focus: 'execution',
    languages: [{ code: 'en', level: 'B2' }],
    licences: ['Chartered Accountant'],
    meetingNotice: 'one_day',
    setup: ['internet', 'quiet_room'],
    screening: [{ id: 'closed-books', wanted: 'yes' }],
  };
}

/** People of 25 skills and four jobs each; a fifth of the answers is unknown. */
export function makePeople(count: number, seed: number): CandidateFacts[] {
  const next = numbersFrom(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const told = <T>(value: T): T | null => (next() < 0.2 ? null : value);
  const month = (yearsAgo: number): string => `${2026 - yearsAgo}-${String(1 + below(10)).padStart(2, '0')}`;
  return Array.from({ length: count }, (): CandidateFacts => {
    const near = below(SKILLS);
    const start = below(12);
    return {
      skills: Array.from({ length: 25 }, (_, i) => ({
        skillId: skill(i < 8 ? below(60) : near + below(200)),
        source: i % 3 === 0 ? 'job' : 'listed',
        level: told(1 + below(4)),
        lastUsed: told(month(below(10))),
        months: below(90),
      })),
      work: [0, 1, 2, 3].map((i) => ({
        ...post(below(POSTS)),
        domains: i === 0 ? ['retail'] : ['banking'],
        start: month(4 * i + 3),
        end: i === 0 ? 'present' : month(4 * i),
      })),
      hours: told({ min: 10 + below(10), max: 20 + below(20) }),
      week: told({ grid: weekdays(7 + start, 11 + start), timeZone: ZONES[below(ZONES.length)] ?? 'UTC' }),
      flexibility: told((['fixed', 'within_1h', 'within_2h', 'full'] as const)[below(4)] ?? 'fixed'),
      maxDailyMinutes: null,
      modes: told({ remote: true, maxDaysOnSite: below(6), radiusKm: 40 }),
      place: told(city(below(CITIES))),
      engagements: told({
        part_time: 'yes',
        full_time_flexible: 'no',
        project: 'consider',
        retainer: 'consider',
      }),
      commitment: told({ minMonths: below(4), maxMonths: 6 + below(12) }),
      earliestStart: told(`2027-0${1 + below(3)}-10`),
      leastPay: told({ amountMinor: 90_000 + 2_500 * below(36), currency: 'INR', per: 'hour' }),
      otherWork: told({ hoursPerWeek: below(8), alreadyExcluded: next() < 0.5 }),
      meetingNotice: told('one_day'),
      setup: { internet: true },
      focus: told('execution'),
      languages: [{ code: 'en', level: told('C1') }],
      licences: told(['Chartered Accountant']),
      screening: { 'closed-books': 'yes' },
    };
  });
}
