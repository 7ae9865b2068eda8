import { gridFromRanges, gridMinutes } from '@/domain/scoring/week-grid';
import { isTimeZone } from '@/domain/scoring/time-zones';
import { firstOf, NUMBER, numberOf, type AdLine, type Found } from './lines';

interface HoursAsked {
  min: number;
  max: number;
  gate: boolean;
}
interface CoreHours {
  grid: string;
  timeZone: string;
  overlapMinutes: number;
}

const HOURS = String.raw`(${NUMBER})\s*(?:\+\s*)?(?:(?:-|–|—|to|or)\s*(${NUMBER})\s*)?(?:\+\s*)?(?:hrs?|hours?|h)\b\.?`;
const PER = String.raw`\s*(?:of work\s*)?(?:\/|\\|per|a|an|each|every|in a|p\.?\/?)\s*`;
const WEEKLY = new RegExp(
  String.raw`(up to\s+|maximum (?:of )?|max\.? )?${HOURS}(?:${PER}(?:week|wk|w)\b|\s*weekly|\s+weeks?\b)`,
  'gi',
);
const WEEK_FIRST = new RegExp(
  String.raw`\b(?:weekly hours|hours (?:per|a) week|hours\/week)\s*[:\-–]?\s*()(${NUMBER})\s*(?:(?:-|–|—|to)\s*(${NUMBER}))?`,
  'gi',
);
const DAILY = new RegExp(String.raw`(up to\s+|maximum (?:of )?)?${HOURS}(?:${PER}day\b|\s*daily)`, 'gi');
const MONTHLY = new RegExp(
  String.raw`(up to\s+|maximum (?:of )?)?${HOURS}(?:${PER}month\b|\s*monthly)`,
  'gi',
);
const DAYS_A_WEEK = new RegExp(
  String.raw`\b(${NUMBER})\s*(?:-\s*)?(?:working\s+)?(?:days?|nights?|shifts?)${PER}week\b`,
  'i',
);
const WEEKS_A_MONTH = 52 / 12;

const within = (hours: number): number => Math.min(60, Math.max(1, Math.round(hours)));

function asRange(match: RegExpExecArray, times: number): HoursAsked | null {
  const from = numberOf(match[2]);
  const to = numberOf(match[3]) ?? from;
  if (from === null || to === null || from <= 0 || from * times > 80) return null;
  const [min, max] = from <= to ? [from, to] : [to, from];
  const least = match[1] ? Math.max(1, within(max * times) - 5) : within(min * times);
  return { min: least, max: Math.max(least, within(max * times)), gate: false };
}

const USUAL_DAYS = 5;
/** On how many days of a week: as told, else five. */
const daysTold = (lines: readonly AdLine[]): number => {
  const told = lines.map(({ text }) => DAYS_A_WEEK.exec(text)?.[1]).find((days) => days !== undefined);
  return Math.min(7, Math.max(1, numberOf(told) ?? USUAL_DAYS));
};

/** Hours a week: as told, or told by the day (over the days told, else five) or by the month. */
export function findHours(lines: readonly AdLine[]): Found<HoursAsked> | null {
  const days = daysTold(lines);
  const weekly = (match: RegExpExecArray) => asRange(match, 1);
  return (
    firstOf(lines, WEEKLY, weekly) ??
    firstOf(lines, WEEK_FIRST, weekly) ??
    firstOf(lines, DAILY, (match) => ((numberOf(match[2]) ?? 25) > 16 ? null : asRange(match, days))) ??
    firstOf(lines, MONTHLY, (match) => asRange(match, 1 / WEEKS_A_MONTH))
  );
}

const ZONES: Readonly<Record<string, string>> = {
  ist: 'Asia/Kolkata',
  gmt: 'Europe/London',
  bst: 'Europe/London',
  utc: 'UTC',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  mst: 'America/Denver',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  sgt: 'Asia/Singapore',
  gst: 'Asia/Dubai',
  aest: 'Australia/Sydney',
  npt: 'Asia/Kathmandu',
};
const ZONE = String.raw`(?:\(?\s*(${Object.keys(ZONES).join('|')}|uk time|india time|us eastern)\b\)?)`;
const CLOCK = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?)?`;
const CLOCKS = new RegExp(
  String.raw`(?<![\d₹$£€,.])${CLOCK}\s*(?:-|–|—|to|till|until)\s*${CLOCK}(?!\s*(?:%|\d|years?|yrs?|hrs?|hours?|months?|days?|weeks?|lpa|lakhs?|lacs?|k\b|people|members|\+))\s*${ZONE}?`,
  'gi',
);
const DAY_STEMS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY = String.raw`(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s)?s?`;
const DAY_RANGE = new RegExp(String.raw`\b${DAY}\b\.?\s*(?:-|–|—|to|through|till)\s*${DAY}\b`, 'i');
const SINGLE_DAYS = new RegExp(String.raw`\b${DAY}\b`, 'gi');

const dayAt = (written: string | undefined): number => DAY_STEMS.indexOf((written ?? '').toLowerCase());

function daysIn(text: string): number[] {
  const range = DAY_RANGE.exec(text);
  if (range) {
    const from = dayAt(range[1]);
    const count = ((dayAt(range[2]) - from + 7) % 7) + 1;
    return Array.from({ length: count }, (_, n) => (from + n) % 7);
  }
  return [...new Set([...text.matchAll(SINGLE_DAYS)].map((day) => dayAt(day[1])))];
}

/** Minutes from midnight of both clocks; without am or pm a working day is meant: "9–1" ends after noon, "2–6" begins there. */
function clocksOf(match: RegExpExecArray): { from: number; to: number } | null {
  const [, fromHour, fromMinute = '0', fromHalf, toHour, toMinute = '0', toHalf] = match;
  let [from, to] = [Number(fromHour), Number(toHour)];
  if (from > 24 || to > 24 || Number(fromMinute) > 59 || Number(toMinute) > 59) return null;
  const isPm = (half: string | undefined): boolean => /^p/i.test(half ?? '');
  const toHalfDay = (hour: number, half: string): number => (hour % 12) + (isPm(half) ? 12 : 0);
  if (toHalf !== undefined) to = toHalfDay(to, toHalf);
  if (fromHalf !== undefined) from = toHalfDay(from, fromHalf);
  else if (toHalf !== undefined && from <= 12) {
    const sameHalf = toHalfDay(from, toHalf);
    from = sameHalf < to ? sameHalf : from % 12;
  } else if (from < 7) from += 12;
  if (toHalf === undefined && to <= from && to <= 12) to += 12;
  if (to <= from && to > 12) return null;
  return { from: from * 60 + Number(fromMinute), to: (to % 24) * 60 + Number(toMinute) };
}

const zoneOf = (written: string | undefined): string | null => {
  const word = (written ?? '').toLowerCase();
  if (word === 'uk time') return 'Europe/London';
  if (word === 'india time') return 'Asia/Kolkata';
  if (word === 'us eastern') return 'America/New_York';
  return ZONES[word] ?? null;
};

const TIMES_LABEL = /\b(?:timings?|work(?:ing)? hours|office hours|shift)\s*[:–-]?\s*$/i;

/** Times of day and the days named beside them; null for numbers that need not be times. */
function timesOf(match: RegExpExecArray, text: string) {
  const days = daysIn(text);
  const zone = zoneOf(match[7]);
  const sure =
    zone !== null ||
    days.length > 0 ||
    match[3] !== undefined ||
    match[6] !== undefined ||
    TIMES_LABEL.test(text.slice(0, match.index));
  const clocks = sure ? clocksOf(match) : null;
  return clocks && { days, zone, ...clocks };
}

/** Hours a week of somebody who is there at the times told: an ad that tells them need not tell their sum. */
export function findHoursOfTimes(lines: readonly AdLine[]): Found<HoursAsked> | null {
  return firstOf(lines, CLOCKS, (match, { text }) => {
    const times = timesOf(match, text);
    if (!times) return null;
    const minutes = (times.to - times.from + 1_440) % 1_440;
    const hours = within(((times.days.length || daysTold(lines)) * minutes) / 60);
    return minutes < 15 ? null : { min: hours, max: hours, gate: false };
  });
}

/** Hours in which somebody must be there ("Mon–Fri 9–1 IST"), all of them needed; days not told are Monday to Friday. */
export function findCoreHours(lines: readonly AdLine[], homeZone: string): Found<CoreHours> | null {
  return firstOf(lines, CLOCKS, (match, { text }) => {
    const times = timesOf(match, text);
    if (!times) return null;
    const { from, to, zone } = times;
    const weekDays = times.days.length > 0 ? times.days : [0, 1, 2, 3, 4];
    const grid = gridFromRanges(weekDays.map((day) => ({ day, from, to })));
    const minutes = gridMinutes(grid);
    const timeZone = zone ?? (isTimeZone(homeZone) ? homeZone : 'UTC');
    return minutes < 15 ? null : { grid, timeZone, overlapMinutes: minutes };
  });
}
