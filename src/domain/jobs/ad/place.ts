import type { Place } from '@/domain/scoring/schema';
import type { JobAnswers } from '../schema';
import { firstOf, NUMBER, numberOf, spanIn, type AdLine, type Found } from './lines';

type WorkMode = NonNullable<JobAnswers['work_mode']>;

const HYBRID = /\bhybrid\b/gi;
const REMOTE =
  /\b(?:fully remote|100% remote|remote(?:ly)?|work[- ]from[- ]home|wfh|tele(?:commut(?:e|ing)|work(?:ing)?)|home[- ]based|work from anywhere|location\W{1,3}anywhere|anywhere in (?:india|the (?:world|uk|us|country)))\b/gi;
const ONSITE =
  /\b(?:on[- ]?site|in[- ]office|work[- ]from[- ]office|wfo|office[- ]based|in[- ]person|at our office|from our office)\b/gi;
const DENIED = /\b(?:no|not|non|without|isn(?:’|')t|cannot be)\s+(?:an?\s+|fully\s+|be\s+)?$/i;
/** "remote sensing", "remote clients": not where the work is done. */
const OTHER_REMOTE =
  /^\s+(?:sensing|teams?\b|clients?|customers?|desktop|access|support tools|sites?\b|areas?\b|patient|stakeholders)/i;
const DAYS_IN = new RegExp(
  String.raw`\b(${NUMBER})\s*(?:-\s*\d\s*)?(?:x\s*)?days?\s*(?:(?:a|per|each|every|\/)\s*week\s*)?(?:in|at|from|on)\s*(?:the |our )?(?:office|site|-site|person)`,
  'i',
);
const HYBRID_DAYS = new RegExp(String.raw`hybrid\W{0,4}(${NUMBER})\s*days?`, 'i');

const LABELLED =
  /\b(?:job location|work location|location|based (?:in|at|out of)|office (?:in|at)|located (?:in|at)|place(?: of work)?|city)\s*[:\-–]?\s*/gi;
/** "MK9 3AB", "411038": beside a town, no part of its name. */
const POSTCODE = /\b(?:[A-Z]{1,2}\d[A-Z\d]?(?:\s*\d[A-Z]{2})?|\d{5,6})\b/g;
/** "for our Hyderabad office". */
const OUR_OFFICE =
  /\bour\s+(\p{Lu}[\p{L}. ]{2,30}?)\s+(?:office|branch|clinic|store|studio|campus|plant|warehouse|godown|school|hospital)\b/gu;
/** Beside it a bare town is where the work is: "Bangalore (hybrid)". */
const BESIDE_MODE = /\b(?:hybrid|on[- ]?site|in[- ]office|wfo|work[- ]from[- ]office)\b/i;
const SHORT_LINE = 100;
const PLACE_WORDS = 60;
const HEAD_LINES = 4;

/** Smaller towns share their names with words: without a label beside them they are not taken for one. */
const LARGE_TOWN = 100_000;
/** "at Salt Lake, Kolkata". */
const IN_TOWN = /\b(?:in|at|near)\s+(?=\p{Lu})/gu;
const SEGMENT_ENDS = /\s*[|•·(),;\n]\s*|\s[-–—]\s|\.(?:\s|$)|\s(?:and|with|or|for|who|area)\b/i;
/** "Mon, Wed" at the head of an ad are days, though a town is called Mon. */
const WEEKDAY = /\b(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)(?:days?|nesdays?|urdays?)?\b/i;
const SHORT_AD = 12;

interface Places {
  resolve: (text: string) => Place | null;
  cityById: (cityId: string) => { population: number } | null;
}

const upTo = (text: string, at: number): string =>
  text.slice(at, at + PLACE_WORDS).split(/[.;|\n()]|\s[-–—]\s|\b(?:and|with|or|for|who|area)\b/i)[0] ?? '';

/**
 * The place of work: after a label or "based in", else a bare town at the head of the ad or beside the mode, else "our … office" or
 * "in …"; without a sign that a town is meant, a large one of the country `home`.
 */
function findPlace(lines: readonly AdLine[], places: Places, home: string | null): Found<Place> | null {
  const city = (text: string): Place | null => {
    const words = text.replace(POSTCODE, ' ').replace(/\s+/g, ' ').replace(' ,', ',');
    const place = words.trim().length < 3 ? null : places.resolve(words);
    return place?.cityId == null ? null : place;
  };
  const asked = lines.filter(({ part }) => part !== 'about');
  const labelled = firstOf(asked, LABELLED, (match, { text }) => {
    const words = upTo(text, match.index + match[0].length);
    return /^[\s\d]*\p{Lu}/u.test(words) ? city(words) : null;
  });
  if (labelled) return labelled;
  /** A few words that end with a large town of this country. */
  const town = (words: string): Place | null => {
    const each = words.trim().split(/\s+/);
    if (!/^\p{Lu}/u.test(words.trim()) || each.length > 4 || /[/\d]/.test(words.replace(POSTCODE, '')))
      return null;
    const place = city(words);
    if (place?.country !== home || (places.cityById(place?.cityId ?? '')?.population ?? 0) < LARGE_TOWN)
      return null;
    const ends = [each.slice(-1), each.slice(-2)].map((end) => city(end.join(' '))?.cityId);
    return ends.includes(place?.cityId) ? place : null;
  };
  const atHead = lines.slice(0, HEAD_LINES).filter(({ part }) => part !== 'about');
  for (const line of asked) {
    const beside = line.text.length <= SHORT_LINE && BESIDE_MODE.test(line.text);
    if (!atHead.includes(line) && !beside) continue;
    for (const part of line.text.split(/\s*[|•·()]\s*|\s[-–—]\s/)) {
      const bare = part.trim();
      if (WEEKDAY.test(bare)) continue;
      if (bare.length < 3 || bare.length > 40 || !/^\p{Lu}/u.test(bare) || line === lines[0]) continue;
      const place = city(bare);
      // "Reading" is a town, and a heading: a bare word counts only beside its region, or in a line of its own kind.
      if (place && (bare.includes(',') || beside))
        return { value: place, spans: [spanIn(line, line.text.indexOf(bare), bare.length)] };
    }
  }
  for (const line of lines.length <= SHORT_AD ? asked : atHead) {
    const segments = line.text.split(SEGMENT_ENDS).map((segment) => segment.trim());
    // The first words of an ad are its title.
    for (const segment of line === lines[0] ? segments.slice(1) : segments) {
      const place = WEEKDAY.test(segment) ? null : town(segment);
      if (place) return { value: place, spans: [spanIn(line, line.text.indexOf(segment), segment.length)] };
    }
  }
  return (
    firstOf(asked, OUR_OFFICE, (match) => city(match[1] ?? '')) ??
    firstOf(asked, IN_TOWN, (match, { text }) => {
      const from = match.index + match[0].length;
      const segments = text.slice(from, from + PLACE_WORDS).split(SEGMENT_ENDS);
      return (
        segments
          .slice(0, 2)
          .map(town)
          .find((place) => place !== null) ?? null
      );
    })
  );
}

/** Where the work is done; `home` is the country of whoever asks. A place without a word on the mode is on site. */
export function findWorkMode(
  lines: readonly AdLine[],
  places: Places,
  home: string | null,
): Found<WorkMode> | null {
  const asked = lines.filter(({ part }) => part !== 'about');
  const said = (pattern: RegExp) =>
    firstOf(asked, pattern, (match, { text }) =>
      DENIED.test(text.slice(0, match.index)) || OTHER_REMOTE.test(text.slice(match.index + match[0].length))
        ? null
        : true,
    );
  const place = findPlace(lines, places, home);
  const hybrid = said(HYBRID);
  if (hybrid) {
    const told = asked
      .map(({ text }) => HYBRID_DAYS.exec(text)?.[1] ?? DAYS_IN.exec(text)?.[1])
      .find(Boolean);
    const days = numberOf(told);
    const daysOnSite = days !== null && days >= 1 && days <= 5 ? Math.round(days) : null;
    const spans = [...hybrid.spans, ...(place?.spans ?? [])];
    return { value: { mode: 'hybrid', daysOnSite, place: place?.value ?? null, radiusKm: null }, spans };
  }
  const remote = said(REMOTE);
  const onsite = said(ONSITE);
  const isRemote = remote && (!onsite || (remote.spans[0]?.start ?? 0) < (onsite.spans[0]?.start ?? 0));
  if (isRemote)
    return { value: { mode: 'remote', daysOnSite: null, place: null, radiusKm: null }, spans: remote.spans };
  if (!onsite && !place) return null;
  return {
    value: { mode: 'onsite', daysOnSite: null, place: place?.value ?? null, radiusKm: null },
    spans: [...(onsite?.spans ?? []), ...(place?.spans ?? [])],
  };
}
