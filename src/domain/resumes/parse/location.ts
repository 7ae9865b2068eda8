import type { Place } from '@/domain/scoring/schema';
import type { Span } from '../schema';
import type { ParseCatalog } from './catalog';
import { partedText } from './line';
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
/** Says in a sentence what a label says; the place follows at once. */
const SAID =
  /^(?:(?:i\s+)?(?:currently\s+|now\s+)?(?:live|lives|living|based|reside|resides|residing|located)\s+(?:in|at|near)|from)\s+(?=\p{Lu})/iu;
const US_STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC';
const CITY_STATE = new RegExp(
  `([\\p{Lu}][\\p{L}.'’ -]{1,28}?),?\\s+(?:${US_STATES})\\b(?:[\\s,]+\\d{5}(?:-\\d{4})?)?(?:[\\s,]+(?:USA?|United States))?`,
  'u',
);
const NOT_PLACE =
  /^\W*(?:mobile|phone|tel|cell|e-?mail|contact|web|location|address|position|name)\b[^\p{L}]*$|@|https?:|www\.|\.com\b|linkedin|github|\b(?:gpa|cgpa|university|college|institute|born|birth|nationality|languages?)\b/iu;

/**
 * A piece of a job's or school's heading that only says where it was. As the `tail` of a longer piece it may name a town
 * that the catalog lacks.
 */
export function isPlacePiece(text: string, catalog: ParseCatalog, tail = false): boolean {
  const bare = text
    .replace(/^[\s,(–—-]+|[\s,).–—-]+$/gu, '')
    .replace(/\s*[(/,–-]\s*(?:remote|hybrid|on-?site|home|work from home|wfh)\)?$/i, '');
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
  if (state && /,|\d{5}/.test(bare))
    return organisationScore(state[1] ?? '') < 0.75 || catalog.resolvePlace(bare)?.cityId != null;
  const parts = bare.split(/\s*,\s*/);
  const places = parts.map((part) => namesPlace(part, catalog));
  if (parts.length === 1) return words.length <= 3 && bare.length > 3 && places[0] != null;
  if (places.every((place) => place !== null)) return organisationScore(bare) < 0.9;
  // "Verna, Goa": a town too small for the catalog, before a region or country that it knows.
  const [town = '', ...others] = parts;
  const unknown = town.split(' ').length <= 2 && organisationScore(town) < 0.5;
  return tail && others.length === 1 && places.at(-1) != null && unknown;
}

const KIND_OF_PLACE =
  /^(?:greater|new|old|north|south|east|west|northern|southern|eastern|western|central|city|state|county|province|region|district|islands?|republic|kingdom|territory|capital|pradesh|nadu|area|metro|metropolitan|bay|urban|rural|of|the)$/i;

/** Whether the text is the place's name and nothing more: a last word that names the same city alone had no need of the rest. */
function namesPlace(text: string, catalog: ParseCatalog): Place | null {
  const place = catalog.resolvePlace(text);
  const words = text.trim().split(/\s+/);
  if (place === null || place.name.toLowerCase() === text.trim().toLowerCase() || words.length === 1)
    return place;
  // A part that names the same place alone had no need of the other words, unless they say what kind of place it is.
  const needless = words.some((_, from) =>
    words.some((_word, to) => {
      const rest = [...words.slice(0, from), ...words.slice(to + 1)];
      if (to < from || rest.every((word) => KIND_OF_PLACE.test(word))) return false;
      // "Kochi Kerala": the rest names the region or country around it.
      const around = catalog.resolvePlace(rest.join(' '));
      if (around?.cityId === null && around.country === place.country) return false;
      const part = catalog.resolvePlace(words.slice(from, to + 1).join(' '));
      return part !== null && part.cityId === place.cityId && part.country === place.country;
    }),
  );
  return needless ? null : place;
}

/** What follows is an account's name there, however much it sounds like a place. */
const NETWORK =
  /\b(?:linked ?in|git ?hub|gitlab|twitter|skype|facebook|instagram|behance|dribbble|medium|stack ?overflow)\W*$/i;

/** The city at the end of a street's line: "12 Hill Road Chennai". */
function endsInPlace(text: string, catalog: ParseCatalog): Place | null {
  const words = text.split(/\s+/);
  const half = words.length / 2;
  const twice = words.slice(0, half).join(' ') === words.slice(half).join(' ');
  const quarter = words.length === 2 && /^(?:east|west|north|south|central)$/i.test(words[1] ?? '');
  return (words.length > 2 && ADDRESS.test(text)) || twice || quarter ? catalog.resolvePlace(text) : null;
}

interface Candidate {
  place: Place;
  line: PlacedLine;
  start: number;
  end: number;
  score: number;
}

/** A mail address or telephone number parts what stands around it, too; a dash before a post code does not. */
const BETWEEN =
  /\t|\s*[|•·●▪♦]\s*|\s[–—-]\s(?!\d{3}\s?\d{2,3}(?!\d))|\s\/\s|\s{2,}|(?<![\p{L}\d._%+-])[\p{L}\d._%+'-]{1,64}@[\p{L}\d.-]+|(?<![\p{L}\d])(?:\(?\+ ?\d(?:[ ().-]{0,3}\d){7,14}|\(?\d(?:[ ().-]{0,3}\d){8,14})(?![\p{L}\d])/gu;

function segments(line: PlacedLine): { text: string; start: number }[] {
  const out: { text: string; start: number }[] = [];
  let from = 0;
  const parted = partedText(line);
  for (const match of parted.matchAll(BETWEEN)) {
    out.push({ text: parted.slice(from, match.index), start: from });
    from = match.index + match[0].length;
  }
  out.push({ text: parted.slice(from), start: from });
  return out;
}

const ADDRESS =
  /\d|\b(?:road|rd|street|st|lane|avenue|ave|nagar|colony|sector|phase|flat|floor|block|near|opp|opposite|society|apartments?|house|building|tower|dist|district|taluka?|village|post|east|west|north|south|layout|cross|main|marg|chowk|vihar|enclave|park|garden|plot|suite|apt|unit|drive|boulevard|way)\b/i;

const REGION_CODE = /^\p{Lu}{2,3}(?:\s*\(\p{Lu}{2}\))?$/u;

const POSTCODE = /(?<!\d)\d{3}\s?\d{2,3}(?!\d)/;

interface ReadPlace {
  place: Place;
  /** Offset at which the city stands. */
  from: number;
  /** City and region, or an address that ends in them. */
  patterned: boolean;
  /** Every part of the text is a place or belongs to an address. */
  whole: boolean;
}

/** Reads a segment as "City, Region" or as an address that ends so; null when no place can be made out. */
function read(written: string, catalog: ParseCatalog): ReadPlace | null {
  // "Manchester-M1 2AB": letter for letter, so that offsets stay.
  const text = written.replace(/(?<=\p{L}{2})[-–](?=\p{Lu}{1,2}\d)/gu, ' ');
  const resolved = catalog.resolvePlace(text);
  const state = CITY_STATE.exec(text);
  const spelt = state !== null && /,|\d{5}/.test(state[0]);
  if (state && (resolved?.cityId != null ? resolved.country === 'US' : spelt)) {
    const name = (state[1] ?? '').trim();
    const place =
      resolved?.cityId != null
        ? resolved
        : { cityId: null, name, country: 'US', latitude: null, longitude: null };
    const before = text.slice(0, state.index);
    return { place, from: state.index, patterned: true, whole: before.trim() === '' || ADDRESS.test(before) };
  }
  if (!resolved) return null;
  const parts: { text: string; start: number; place: Place | null }[] = [];
  let start = 0;
  for (const raw of text.split(/,|\s[-–]\s/)) {
    const part = raw
      .replace(/[\s(]*\d{3}\s?\d{2,3}\)?[.\s]*$/u, '')
      .replace(/^[\s\d-]{4,}\s/, '')
      .replace(/^\((.+)\)$/, '$1')
      .replace(/\s*\(\p{Lu}{2,3}\)$/u, '')
      .replace(/(?<=\p{L}{3})\s+\p{Lu}{2}$/u, '')
      .trim();
    const at = text.indexOf(raw, start);
    if (raw.trim() !== '')
      parts.push({
        text: part,
        start: at + raw.indexOf(part),
        place: part === '' ? null : (namesPlace(part, catalog) ?? endsInPlace(part, catalog)),
      });
    start = at + raw.length;
  }
  const city =
    parts.find((part) => part.place?.cityId != null && part.place.cityId === resolved.cityId) ??
    parts.find((part) => part.place?.cityId != null);
  const others = parts.filter((part) => part !== city);
  const last = parts.at(-1);
  const closes = last !== undefined && (last.place !== null || last.text === '');
  const fits = (part: (typeof parts)[number]) =>
    part.place !== null ||
    part.text === '' ||
    ADDRESS.test(part.text) ||
    REGION_CODE.test(part.text) ||
    (closes && parts.length > 2 && part.text.split(' ').length <= 4);
  return {
    place: resolved,
    from: city?.start ?? 0,
    patterned: (parts.length >= 2 || POSTCODE.test(text)) && (city !== undefined || resolved.cityId === null),
    whole:
      (city !== undefined || (resolved.cityId === null && parts.every((part) => part.place !== null))) &&
      others.every(fits),
  };
}

const RANK: ReadonlyMap<PlacedSection['kind'], number> = new Map([
  ['top', 2.5],
  ['contact', 2.5],
  ['personal', 1.5],
  ['summary', 0.3],
  ['declaration', 0.4],
]);

/** A short line next to a mail address or telephone number, under whatever heading they stand. */
function besideContact(section: PlacedSection, order: number): boolean {
  if (section.kind === 'references' || (section.lines[order]?.text.length ?? 0) > 70) return false;
  return section.lines
    .slice(Math.max(0, order - 2), order + 3)
    .some(({ text }) => text.length < 70 && /\S@\S|^\W*(?:\+|\(?\d)[\d\s().\-–/]{8,}$/.test(text));
}

/**
 * Where the person lives, from the head of the résumé, its contact lines or its personal details. The `name` is no
 * place, however much it sounds like one.
 */
export function findLocation(
  sections: readonly PlacedSection[],
  catalog: ParseCatalog,
  name: Span | null,
): FoundPlace | null {
  const candidates: Candidate[] = [];
  for (const section of sections) {
    const usual = RANK.get(section.kind);
    const own = section.kind === 'top' || section.kind === 'contact';
    for (const [order, line] of section.lines.entries()) {
      const labelled = LABEL.exec(line.text);
      const rank = besideContact(section, order) ? Math.max(usual ?? 0, 2) : usual;
      if (rank === undefined && !labelled) continue;
      const following = order > 0 && LABEL.test(`${section.lines[order - 1]?.text ?? ''}\t`);
      for (const { text, start } of segments(line)) {
        const label = (LABEL.exec(text) ?? (own ? SAID.exec(text) : null))?.[0].length ?? 0;
        const bare = text
          .slice(label)
          .replace(/\s*(?:https?:\/\/|www\.)\S*/g, '')
          .replace(/\s+(?:\+|\(\d)[\d\s().-]{8,}$/, '');
        if (name && line.start + start <= name.start && line.start + start + text.length >= name.end)
          continue;
        if (NETWORK.test(line.text.slice(0, start))) continue;
        if (bare.trim().length < 2 || bare.length > 130 || NOT_PLACE.test(bare)) continue;
        if (!labelled && !following && (bare.split(/\s+/).length > 14 || titleScore(bare) > 0.6)) continue;
        if (!labelled && section.kind === 'summary' && bare.length > 60 && !/\bbased in\b/i.test(bare))
          continue;
        const found = read(bare, catalog);
        const located = labelled !== null || following || /\bbased in\b/i.test(bare);
        if (!found || (!found.whole && !located)) continue;
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
          end: start + (text.startsWith(bare, label) ? label + bare.trimEnd().length : text.trimEnd().length),
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
