import type { FlexifitAnswers } from '@/domain/candidates/schema';
import { gridFromRanges, type DayRange } from '@/domain/scoring/week-grid';
import { dayAfter } from './months';
import type { HomeCity } from './places';
import type { Random } from './random';
import { monthlyPay } from './sources';

/** Shapes of a week that people offer: local minutes from and to, and how many days from Monday. */
const WEEKS = [
  { from: 570, to: 810, days: 5, weight: 5 },
  { from: 540, to: 900, days: 5, weight: 5 },
  { from: 600, to: 1020, days: 5, weight: 5 },
  { from: 720, to: 1080, days: 5, weight: 4 },
  { from: 810, to: 1110, days: 5, weight: 3 },
  { from: 1020, to: 1320, days: 6, weight: 3 },
  { from: 1110, to: 1380, days: 5, weight: 2 },
  { from: 540, to: 1080, days: 3, weight: 3 },
  { from: 540, to: 1080, days: 5, weight: 5 },
] as const;
const FULL_WEEK_HOURS = 40;

const evenly = (minutes: number): number => Math.round(minutes / 30) * 30;

function makeWeek(random: Random): { ranges: DayRange[]; hours: number } {
  const shape = random.weighted(WEEKS.map((week) => [week, week.weight] as const));
  const shift = random.int(-2, 2) * 30;
  const ranges: DayRange[] = [];
  for (let day = 0; day < shape.days; day++)
    ranges.push({ day, from: evenly(shape.from + shift), to: evenly(shape.to + shift) });
  if (random.chance(0.12)) ranges.push({ day: 5, from: 600, to: 780 });
  const hours = ranges.reduce((sum, { from, to }) => sum + (to - from) / 60, 0);
  return { ranges, hours };
}

const someLevel = (random: Random) =>
  random.weighted([
    ['yes', 6],
    ['consider', 2],
    ['no', 2],
  ] as const);
const ifSo = (random: Random, share: number): boolean => random.chance(share);

/** Every question answered, as one consistent way to work: the week holds the hours, and pay follows years and family. */
function fullAnswers(
  random: Random,
  home: HomeCity,
  family: string,
  years: number,
): Required<FlexifitAnswers> {
  const { ranges, hours } = makeWeek(random);
  const most = Math.max(6, Math.min(45, Math.round(hours * (0.75 + random.next() * 0.25))));
  const least = Math.max(5, Math.round(most * (0.5 + random.next() * 0.35)));
  const month = (monthlyPay(family, years) * most) / FULL_WEEK_HOURS;
  const perHour = random.chance(0.25);
  const rupees = perHour
    ? Math.round(month / (most * 4.33) / 10) * 10
    : Math.round((month * (0.85 + random.next() * 0.35)) / 1000) * 1000;
  const remoteOnly = random.chance(0.45);
  return {
    hours: { min: least, max: most },
    week: { grid: gridFromRanges(ranges), timeZone: home.city.timeZone },
    flexibility: random.weighted([
      ['fixed', 2],
      ['within_1h', 5],
      ['within_2h', 3],
      ['full', 1],
    ] as const),
    modes: {
      remote: random.chance(0.94),
      maxDaysOnSite: remoteOnly ? 0 : random.int(1, 5),
      radiusKm: remoteOnly ? null : random.int(1, 10) * 5,
    },
    engagements: {
      part_time: someLevel(random),
      full_time_flexible: most >= 35 ? someLevel(random) : 'no',
      project: someLevel(random),
      retainer: someLevel(random),
    },
    commitment: {
      minMonths: random.pick([0, 1, 2, 3, 3, 6, 6]),
      maxMonths: random.chance(0.6) ? null : random.pick([6, 12, 18, 24]),
    },
    earliest_start: dayAfter(random.int(0, 120)),
    least_pay: { amountMinor: Math.max(100, rupees) * 100, currency: 'INR', per: perHour ? 'hour' : 'month' },
    other_work: {
      hoursPerWeek: random.chance(0.7) ? 0 : random.int(2, 20),
      alreadyExcluded: random.chance(0.7),
    },
    meeting_notice: random.weighted([
      ['same_day', 3],
      ['one_day', 4],
      ['three_days', 2],
      ['no', 1],
    ] as const),
    setup: {
      internet: ifSo(random, 0.95),
      quiet_room: ifSo(random, 0.75),
      power_backup: ifSo(random, 0.65),
    },
    restart_help: random.chance(0.85) ? [] : random.some(['mentor', 'phased_hours', 'refresher'] as const, 2),
    focus: random.weighted([
      ['execution', 5],
      ['both', 4],
      ['strategy', 1],
    ] as const),
    languages: [
      {
        code: 'en',
        level: random.weighted([
          ['B1', 1],
          ['B2', 4],
          ['C1', 5],
          ['C2', 2],
        ] as const),
      },
      ...home.languages.map((code, i) => ({ code, level: i === 0 ? ('C2' as const) : ('B2' as const) })),
    ],
    licences: [],
  };
}

/** About three people in five answer; a third of those leave questions open, and some answers are "prefer not to say". */
export function makeAnswers(random: Random, home: HomeCity, family: string, years: number): FlexifitAnswers {
  if (!random.chance(0.6)) return {};
  const full = fullAnswers(random, home, family, years);
  const asked = random.chance(0.67) ? 1 : 0.3 + random.next() * 0.6;
  const kept = Object.entries(full).filter(() => random.chance(asked));
  return Object.fromEntries(kept.map(([id, answer]) => [id, random.chance(0.03) ? 'unsaid' : answer]));
}
