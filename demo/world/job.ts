import type { Role } from '@/domain/catalog/schema';
import type { JobAnswers } from '@/domain/jobs/schema';
import { gridFromRanges } from '@/domain/scoring/week-grid';
import { dayAfter } from './months';
import type { HomeCity } from './places';
import type { Random } from './random';
import { monthlyPay, type Sources } from './sources';

const HOURS = [
  [10, 15],
  [15, 20],
  [20, 25],
  [20, 30],
  [25, 30],
  [30, 40],
] as const;
/** Core hours as local minutes, with the time zone of a team elsewhere where there is one. */
const CORES = [
  { from: 600, to: 780, zone: null },
  { from: 600, to: 840, zone: null },
  { from: 660, to: 900, zone: null },
  { from: 840, to: 1020, zone: null },
  { from: 1020, to: 1260, zone: null },
  { from: 540, to: 780, zone: 'Europe/London' },
  { from: 540, to: 720, zone: 'America/New_York' },
] as const;

function describe(
  random: Random,
  role: Role,
  employer: string,
  skills: readonly string[],
  hours: number,
): string {
  const open = random.pick([
    `${employer} has grown faster than its desks, and some work now waits.`,
    `A colleague of ${employer} is leaving a tidy desk behind.`,
    `${employer} does this work with outside help today and wants to do it itself.`,
  ]);
  const list = skills.slice(0, 4).map((name) => `- ${name}: something you have done before, on your own.`);
  return [
    open,
    `We look for ${/^[aeiou]/i.test(role.title) ? 'an' : 'a'} ${role.title} for about ${hours} hours a week, someone who writes down what was agreed.`,
    `In the first three months you will meet the team, take over the running work and mend what has annoyed everyone.`,
    list.join('\n'),
    random.pick(['Hours outside the core are yours to place.', 'We meet little and write much.']),
  ].join('\n\n');
}

function coreHours(random: Random, timeZone: string, mostHours: number): JobAnswers['core_hours'] {
  const core = random.weighted(CORES.map((item) => [item, item.zone === null ? 4 : 3] as const));
  const days = random.weighted([
    [5, 7],
    [4, 2],
    [3, 2],
  ] as const);
  const ranges = Array.from({ length: days }, (_, day) => ({ day, from: core.from, to: core.to }));
  const offered = (days * (core.to - core.from)) / 60;
  const needed = Math.max(1, Math.floor(Math.min(offered, mostHours) * (0.5 + random.next() * 0.4)));
  return {
    grid: gridFromRanges(ranges),
    timeZone: core.zone ?? timeZone,
    overlapMinutes: needed * 60,
  };
}

function payFor(
  random: Random,
  family: string,
  years: number,
  hours: number,
  project: boolean,
): JobAnswers['pay'] {
  const month = (monthlyPay(family, years + 2) * hours) / 40;
  const round = (rupees: number, step: number): number =>
    Math.max(step, Math.round(rupees / step) * step) * 100;
  const published = random.chance(0.8);
  if (!project) {
    const min = month * (0.9 + random.next() * 0.2);
    return {
      minMinor: round(min, 1000),
      maxMinor: round(min * 1.45, 1000),
      currency: 'INR',
      per: 'month',
      published,
    };
  }
  const hour = month / (hours * 4.33);
  return {
    minMinor: round(hour, 20),
    maxMinor: round(hour * 1.5, 20),
    currency: 'INR',
    per: 'hour',
    published,
  };
}

/** Complete answers of one posted job of the role, at an employer in the given city. */
export function makeJob(
  random: Random,
  role: Role,
  employer: string,
  home: HomeCity,
  sources: Sources,
): JobAnswers {
  const [least, most] = random.pick(HOURS);
  const years = random.pick([0, 1, 2, 3, 3, 4, 5, 5, 6, 8, 10]);
  const project = random.chance(0.22);
  const usual = role.usualSkills.filter((id) => sources.skillsById.has(id));
  const must = usual.slice(0, random.int(3, 5));
  const nice = random.some(usual.slice(must.length), random.int(0, 5));
  const mode = random.weighted([
    ['remote', 6],
    ['hybrid', 3],
    ['onsite', 1],
  ] as const);
  const { cityId, name, country, latitude, longitude } = home.city;
  const skillName = (id: string): string => sources.skillsById.get(id)?.name ?? id;
  // A job's title has three letters at least; "QA" is a name, and no title.
  const names = role.aliases.filter((alias) => alias.length >= 3);
  return {
    title: random.chance(0.3) && names.length > 0 ? random.pick(names) : role.title,
    role: role.id,
    description: describe(random, role, employer, must.map(skillName), most),
    engagement: project
      ? ['project']
      : random.some(['part_time', 'retainer', 'full_time_flexible'] as const, random.int(1, 2)),
    hours: { min: least, max: most, gate: random.chance(0.15) },
    ...(random.chance(0.75) ? { core_hours: coreHours(random, home.city.timeZone, most) } : {}),
    work_mode: {
      mode,
      daysOnSite: mode === 'hybrid' ? random.int(1, 3) : null,
      place: mode === 'remote' ? null : { cityId, name, country, latitude, longitude },
      radiusKm: mode === 'remote' ? null : random.int(2, 10) * 5,
    },
    duration: project
      ? { months: random.int(1, 9), extensionLikely: random.chance(0.5) }
      : { months: random.chance(0.7) ? null : 12, extensionLikely: random.chance(0.6) },
    latest_start: dayAfter(random.int(20, 110)),
    pay: payFor(random, role.family, years, most, project),
    must_have_skills: must.map((skillId, i) => ({
      skillId,
      level: random.int(2, 3),
      knockOut: i === 0 && random.chance(0.25),
    })),
    nice_to_have_skills: nice.map((skillId) => ({ skillId, level: 2 })),
    minimum_years: years,
    focus: random.weighted([
      ['execution', 5],
      ['both', 4],
      ['strategy', 1],
    ] as const),
    domains: random.chance(0.6) ? random.some(sources.industries, random.int(1, 2)) : [],
    languages: [{ code: 'en', level: random.pick(['B2', 'C1'] as const) }],
    licences: [],
    meeting_notice: random.chance(0.5) ? random.pick(['same_day', 'one_day', 'three_days'] as const) : null,
    setup: random.chance(0.6) ? ['internet'] : [],
    screening: [],
  };
}
