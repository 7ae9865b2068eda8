import { CEFR_LEVELS, type Engagement } from '@/domain/scoring/schema';
import type { JobAnswers } from '../schema';
import { firstOf, NUMBER, numberOf, spanIn, type AdLine, type Found } from './lines';

const ENGAGEMENT: readonly (readonly [Engagement, RegExp])[] = [
  ['part_time', /\b(?:part[- ]?time|p\/t)\b/gi],
  ['retainer', /\bretainer(?:ship)?\b/gi],
  [
    'project',
    /\b(?:freelanc(?:e|er|ers|ing)|project[- ]based|contract(?: basis| role| position| job| to hire)|contractual|contractor|(?<=\(|type\s*[:–-]\s*)contract\b(?=[^a-z]*$|\s*[,)–-])|gig|fixed[- ]term|temporary position|short[- ]term project|\d{1,2}[- ]months? contract)\b/gi,
  ],
  ['full_time_flexible', /\b(?:full[- ]?time|permanent (?:role|position|job))\b/gi],
];

/** The kinds of engagement that the ad names, in the order of the form. */
export function findEngagement(lines: readonly AdLine[]): Found<Engagement[]> | null {
  const found = ENGAGEMENT.flatMap(([engagement, pattern]) => {
    const hit = firstOf(lines, pattern, (match, { text }) =>
      /\b(?:not|no)\s+(?:an?\s+)?$/i.test(text.slice(0, match.index)) ? null : engagement,
    );
    return hit ? [hit] : [];
  });
  if (found.length === 0) return null;
  return { value: found.map(({ value }) => value), spans: found.flatMap(({ spans }) => spans) };
}

const LENGTH = String.raw`(${NUMBER})\s*(?:\+\s*)?(?:(?:-|–|to)\s*(${NUMBER})\s*)?[- ]?(weeks?|months?|years?|yrs?)`;
const TERMS = [
  String.raw`\b(?:duration|length|tenure|term|contract(?: period| length| duration)?)\s*(?:of|:|is|-|–)?\s*(?:about |approx\.? |approximately )?${LENGTH}\b`,
  String.raw`${LENGTH}\s*(?:paid |initial )?(?:contract|engagement|assignment|project|fixed[- ]term|maternity cover|cover\b|internship|returnship|to (?:start|begin))`,
  String.raw`${LENGTH}[\s,(]*(?:extend(?:able|ible)|renewable|initially)\b`,
  String.raw`\bfor (?:an? )?(?:initial )?(?:period of )?${LENGTH}\b(?=\s*(?:$|[.,;(]|with|initially|extend|contract))`,
  String.raw`${LENGTH}\s*[,;]?\s*(?:which |and )?(?:may|can|could|might|will likely)\s+(?:be\s+)?exten`,
  String.raw`(?:about|approx\.?|approximately|around|roughly|~)\s*(${NUMBER})\s*(?:(?:-|–|to)\s*(${NUMBER})\s*)?[- ]?(weeks?|months?)\b(?!\s*(?:of )?(?:experience|exp\b|notice|old|ago))`,
].map((pattern) => new RegExp(pattern, 'gi'));
const OPEN_TERM = /\b(?:long[- ]term|ongoing|open[- ]ended|permanent)\b/gi;
const EXTENSION =
  /\b(?:extend(?:able|ible|ed)?|extension|renew(?:able|al)|may (?:be )?(?:extend|continue)|possibility of (?:extension|renewal)|convert to)\b/i;

/** How long the work runs, in months; null months = it has no end. */
export function findDuration(lines: readonly AdLine[]): Found<NonNullable<JobAnswers['duration']>> | null {
  const about = lines.filter(({ part }) => part !== 'about');
  const read = ([, first, second, unit = '']: RegExpExecArray, { text }: AdLine) => {
    const count = numberOf(second) ?? numberOf(first);
    if (count === null) return null;
    const months = /^w/i.test(unit) ? (count * 12) / 52 : /^y/i.test(unit) ? count * 12 : count;
    if (months < 0.25 || months > 60) return null;
    return { months: Math.round(months * 4) / 4, extensionLikely: EXTENSION.test(text) };
  };
  for (const pattern of TERMS) {
    const found = firstOf(about, pattern, read);
    if (found) return found;
  }
  return firstOf(about, OPEN_TERM, () => ({ months: null, extensionLikely: false }));
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const START_WORDS = String.raw`\b(?:start(?:s|ing)?(?: date)?|joining(?: date)?|join|begin(?:ning)?|commenc(?:e|ing)|from)\s*(?:by|on|from|in|:|-|–|is|before|no later than)*\s*`;
const START_DAY = new RegExp(
  String.raw`${START_WORDS}(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of )?${MONTH}|${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?)(?:,?\s+(20\d\d))?\b`,
  'gi',
);
const START_ISO = new RegExp(String.raw`${START_WORDS}(20\d\d-\d\d-\d\d)\b`, 'gi');
const WITHIN = new RegExp(
  String.raw`\b(?:join(?:ing)?|start(?:ing)?|notice period)\b[^.\n]{0,30}?\b(?:within|in|of|:|max(?:imum)?|up to)\s*(${NUMBER})\s*(days?|weeks?)\b`,
  'gi',
);

const AT_ONCE =
  /\b(?:(?:joining|start|start date|availability)\s*(?::|-|–|is)?\s*(?:immediate(?:ly)?|asap)|(?:join|start) (?:immediately|asap)|immediate (?:joiners?|joining|start))\b/gi;

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
};
const two = (number: number): string => String(number).padStart(2, '0');

/** The latest start as a day: a date without a year is the next one from `today`; "within 30 days" counts from it. */
export function findStart(lines: readonly AdLine[], today: string): Found<string> | null {
  const year = Number(today.slice(0, 4));
  return (
    firstOf(lines, START_ISO, (match) => (isDay(match[1] ?? '') ? (match[1] ?? null) : null)) ??
    firstOf(lines, START_DAY, (match) => {
      const month = MONTHS.indexOf((match[2] ?? match[3] ?? '').toLowerCase()) + 1;
      const monthDay = `${two(month)}-${two(Number(match[1] ?? match[4]))}`;
      const next = `${year}-${monthDay}` < today ? year + 1 : year;
      const day = `${match[5] ?? next}-${monthDay}`;
      return isDay(day) ? day : null;
    }) ??
    firstOf(lines, WITHIN, (match) => {
      const count = numberOf(match[1]);
      if (count === null || count > 180) return null;
      const days = /^w/i.test(match[2] ?? '') ? count * 7 : count;
      return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
    }) ??
    firstOf(lines, AT_ONCE, () => today)
  );
}

const LEVELS: readonly (readonly [RegExp, (typeof CEFR_LEVELS)[number]])[] = [
  [/\b(?:native|mother tongue|bilingual)\b/i, 'C2'],
  [/\b(?:fluent|fluency|fluently|excellent|proficient|proficiency|advanced|impeccable|flawless)\b/i, 'C1'],
  [/\b(?:conversational|working|intermediate)\b/i, 'B1'],
  [/\b(?:basic|beginner)\b/i, 'A2'],
];
const SPOKEN =
  /\b(?:fluen(?:t|cy)|native|speak(?:ing|er|s)?|spoken|written|verbal|languages?|proficien(?:t|cy)|bilingual|conversational|mother tongue|communicat(?:e|ion)|command|read and write|knowledge of)\b/i;

/** "Marathi + Hindi must", "English preferred": asked for by a word behind the list of them. */
const DEMANDED = String.raw`\s*(?:languages?\s*)?(?:is|are)?\s*(?:an?\s+)?(?:must|mandatory|compulsory|required|essential|preferred|ok|okay)\b`;

/** Languages that the ad asks to be spoken, with a level: what it says beside, else B2. */
export function findLanguages(
  lines: readonly AdLine[],
  known: readonly { code: string; name: string }[],
): Found<NonNullable<JobAnswers['languages']>> | null {
  const found: Found<NonNullable<JobAnswers['languages']>> = { value: [], spans: [] };
  const codes = new Map(known.map(({ code, name }) => [name.toLowerCase(), code]));
  const any = new RegExp(String.raw`(?<!\p{L})(?:${[...codes.keys()].join('|')})(?!\p{L})`, 'giu');
  const demanded = new RegExp(
    String.raw`^(?:[\s,+&/]|and|or|${[...codes.keys()].join('|')})*${DEMANDED}`,
    'i',
  );
  for (const line of lines) {
    if (line.part === 'about') continue;
    for (const match of line.text.matchAll(any)) {
      const code = codes.get(match[0].toLowerCase());
      const clause = line.text.slice(Math.max(0, match.index - 60), match.index + match[0].length + 40);
      const sentence = clause.split(/[.;](?:\s|$)/).find((part) => part.includes(match[0])) ?? clause;
      const held = /\b(?:teachers?|literature|tutors?|department|major|degree|cuisine|market|clients?)\b/i;
      if (
        code === undefined ||
        !(SPOKEN.test(sentence) || demanded.test(line.text.slice(match.index + match[0].length))) ||
        held.test(sentence.slice(sentence.indexOf(match[0]) + match[0].length, 200).slice(0, 20))
      )
        continue;
      if (found.value.some((language) => language.code === code) || found.value.length === 5) continue;
      const cefr = /\b([ABC][12])\b/.exec(sentence)?.[1];
      const level =
        CEFR_LEVELS.find((each) => each === cefr) ?? LEVELS.find(([words]) => words.test(sentence))?.[1];
      found.value.push({ code, level: level ?? 'B2' });
      found.spans.push(spanIn(line, match.index, match[0].length));
    }
  }
  return found.value.length === 0 ? null : found;
}
