import type { Place } from '@/domain/scoring/schema';
import type { Span } from '../schema';
import type { ParseCatalog } from './catalog';
import { organisationScore } from './organisations';
import { titleScore } from './titles';
import { spanIn, type PlacedLine, type PlacedSection } from './text';

export interface FoundPlace {
  value: Place;
  confidence: number;
  span: Span | null;
}

const LABEL =
  /^(?:(?:current|present|permanent|residential|home|mailing|postal)\s+)*(?:location|address|city|residence|based(?:\s+in)?|lives?\s+in|place|domicile|correspondence address|add)\s*(?:\t|[:\-–])\s*[:–-]?\s*/i;
const US_STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC';
const CITY_STATE = new RegExp(
  `([\\p{Lu}][\\p{L}.'’ -]{1,28}?),?\\s+(?:${US_STATES})\\b(?:[\\s,]+\\d{5}(?:-\\d{4})?)?(?:[\\s,]+(?:USA?|United States))?`,
  'u',
);
const NOT_PLACE =
  /@|https?:|www\.|\.com\b|linkedin|github|\b(?:gpa|cgpa|university|college|institute|born|birth|nationality|languages?)\b/i;

/**
 * A piece of a job's or school's heading that only says where it was. As the `tail` of a longer piece it may name a town
 * that the catalog lacks.
 */
export function isPlacePiece(text: string, catalog: ParseCatalog, tail = false): boolean {
  const bare = text
    .replace(/^[\s,(–—-]+|[\s,).–—-]+$/gu, '')
    .replace(/\s*[(/,–-]\s*(?:remote|hybrid|on-?site)\)?$/i, '');
  if (bare === '' || bare.length > 48) return false;
  if (/^(?:remote|hybrid|on-?site|work from home|wfh|worldwide|pan[- ]india)(?:\b.{0,20})?$/i.test(bare))
    return true;
  const words = bare.split(/[\s,]+/);
  if (
    words.length > 6 ||
    !words.every((word) => /^[\p{Lu}\d(&-]/u.test(word) || /^(?:of|de|the|and|del|la)$/.test(word))
  )
    return false;
  if (titleScore(bare) > 0.5) return false;
  const state = new RegExp(`^${CITY_STATE.source}$`, 'u').exec(bare);
  if (state) return organisationScore(state[1] ?? '') < 0.75 || catalog.resolvePlace(bare)?.cityId != null;
  const parts = bare.split(/\s*,\s*/);
  const places = parts.map((part) => namesPlace(part, catalog));
  if (parts.length === 1) return words.length <= 3 && bare.length > 3 && places[0] != null;
  if (places.every((place) => place !== null)) return organisationScore(bare) < 0.9;
  // "Verna, Goa": a town too small for the catalog, before a region or country that it knows.
  const region = places.at(-1);
  return (
    tail &&
    region != null &&
    parts.every((part) => part.split(' ').length <= 2 && organisationScore(part) < 0.75)
  );
}

/** Whether the text is the place's name and nothing more: a last word that names the same city alone had no need of the rest. */
function namesPlace(text: string, catalog: ParseCatalog): Place | null {
  const place = catalog.resolvePlace(text);
  const words = text.trim().split(/\s+/);
  if (place === null || place.name.toLowerCase() === text.trim().toLowerCase() || words.length === 1)
    return place;
  const last = catalog.resolvePlace(words.at(-1) ?? '');
  const greater = /^(?:greater|new|old|north|south|east|west|central)$/i.test(words[0] ?? '');
  return last?.cityId !== undefined && last?.cityId === place.cityId && !greater ? null : place;
}

interface Candidate {
  place: Place;
  line: PlacedLine;
  start: number;
  end: number;
  score: number;
}

function segments(line: PlacedLine): { text: string; start: number }[] {
  const out: { text: string; start: number }[] = [];
  let from = 0;
  for (const match of line.text.matchAll(/\t|\s*[|•·●▪♦]\s*|\s[–—]\s|\s\/\s|\s{2,}|\s-\s/gu)) {
    out.push({ text: line.text.slice(from, match.index), start: from });
    from = match.index + match[0].length;
  }
  out.push({ text: line.text.slice(from), start: from });
  return out;
}

/** Leaves the street out: from the part that names the city to the end. */
function cityPart(text: string, place: Place, catalog: ParseCatalog): number {
  let offset = 0;
  for (const part of text.split(',')) {
    const found = catalog.resolvePlace(part);
    if (found?.cityId != null && found.cityId === place.cityId)
      return offset + (part.length - part.trimStart().length);
    offset += part.length + 1;
  }
  return 0;
}

function read(
  text: string,
  catalog: ParseCatalog,
): { place: Place; from: number; patterned: boolean } | null {
  const state = CITY_STATE.exec(text);
  if (state) {
    const place = catalog.resolvePlace(state[0]);
    const name = (state[1] ?? '').trim();
    const country = 'US';
    const known = place?.cityId != null && place.country === country;
    return {
      place: known ? place : { cityId: null, name, country, latitude: null, longitude: null },
      from: state.index,
      patterned: true,
    };
  }
  const place = catalog.resolvePlace(text);
  if (!place) return null;
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const patterned = parts.length >= 2 && parts.length <= 4;
  return { place, from: place.cityId === null ? 0 : cityPart(text, place, catalog), patterned };
}

const RANK: ReadonlyMap<PlacedSection['kind'], number> = new Map([
  ['top', 2.5],
  ['contact', 2.5],
  ['personal', 1.5],
  ['summary', 0.3],
  ['declaration', 0.4],
]);

/** Where the person lives, from the head of the résumé, its contact lines or its personal details. */
export function findLocation(sections: readonly PlacedSection[], catalog: ParseCatalog): FoundPlace | null {
  const candidates: Candidate[] = [];
  for (const section of sections) {
    const rank = RANK.get(section.kind);
    const own = section.kind === 'top' || section.kind === 'contact';
    for (const [order, line] of section.lines.entries()) {
      const labelled = LABEL.exec(line.text);
      if (rank === undefined && !labelled) continue;
      const following = order > 0 && LABEL.test(`${section.lines[order - 1]?.text ?? ''}\t`);
      for (const { text, start } of segments(line)) {
        const label = LABEL.exec(text)?.[0].length ?? 0;
        const bare = text.slice(label);
        if (bare.trim().length < 2 || bare.length > 130 || NOT_PLACE.test(bare)) continue;
        if (!labelled && !following && (bare.split(/\s+/).length > 14 || titleScore(bare) > 0.6)) continue;
        if (!labelled && section.kind === 'summary' && !/\bbased in\b/i.test(bare)) continue;
        const found = read(bare, catalog);
        if (!found) continue;
        const score =
          (rank ?? 0) +
          (labelled ? 2.5 : following ? 1 : 0) +
          (found.place.cityId === null ? 0 : 1.2) +
          (found.patterned ? 1.5 : 0) -
          (own ? order * 0.04 : 0) -
          (/permanent/i.test(line.text) ? 0.5 : 0) -
          (found.place.name === '' ? 1 : 0);
        candidates.push({
          place: found.place,
          line,
          start: start + label + found.from,
          end: start + text.trimEnd().length,
          score,
        });
      }
    }
  }
  const [best] = candidates.sort((a, b) => b.score - a.score);
  if (!best || best.score < 2.2) return null;
  return {
    value: best.place,
    confidence: Math.min(0.95, 0.4 + best.score * 0.09),
    span: spanIn(best.line, best.start, best.end),
  };
}
