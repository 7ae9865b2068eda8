import type { ParsedResume } from '../schema';
import { bulletLength } from './characters';
import type { ParseCatalog } from './catalog';
import { findDates, type DateRange } from './dates';
import { withoutDates } from './experience/header-lines';
import { splitPlace } from './experience/pieces';
import { isPlacePiece } from './location';
import { cells } from './line';
import type { PlacedLine, PlacedSection } from './text';

export type Education = ParsedResume['education'][number];

const ABBREVIATIONS =
  'ph\\.?\\s?d|d\\.?phil|m\\.?phil|mba|p\\.?g\\.?d\\.?m|p\\.?g\\.?d\\.?b\\.?m|pgp|pgdca|m\\.?c\\.?a|b\\.?c\\.?a|b\\.?b\\.?a|b\\.?b\\.?m|b\\.?m\\.?s|b\\.?\\s?tech|m\\.?\\s?tech|b\\.?\\s?e|m\\.?\\s?e|b\\.?\\s?eng|m\\.?\\s?eng|beng|meng|b\\.?\\s?sc|m\\.?\\s?sc|bsc|msc|b\\.?s\\.?c|m\\.?s\\.?c|b\\.?\\s?s|m\\.?\\s?s|b\\.?\\s?a|m\\.?\\s?a|b\\.?\\s?com|m\\.?\\s?com|b\\.?\\s?ed|m\\.?\\s?ed|d\\.?ed|b\\.?\\s?arch|m\\.?\\s?arch|b\\.?\\s?pharm(?:acy)?|m\\.?\\s?pharm(?:acy)?|d\\.?\\s?pharm|pharm\\.?d|b\\.?\\s?des|m\\.?\\s?des|b\\.?f\\.?a|m\\.?f\\.?a|ll\\.?\\s?b|ll\\.?\\s?m|m\\.?b\\.?b\\.?s|b\\.?d\\.?s|m\\.?d\\.?s|m\\.?d|j\\.?d|ed\\.?d|bsn|msn|a\\.?a\\.?s|a\\.?s|a\\.?a|b\\.?a\\.?sc|bba|mfa|mph|msw|bsw|mpa|aas|g\\.?n\\.?m|a\\.?n\\.?m|s\\.?s\\.?l\\.?c|s\\.?s\\.?c|h\\.?s\\.?c|p\\.?u\\.?c|ged|i\\.?t\\.?i|c\\.?a|icwa|cma|gcse|a-levels?|btec|hnd|hnc|b\\.?voc|b\\.?p\\.?ed|b\\.?l\\.?i\\.?sc|mib|mms|pgd|bfa|bs|ms|ba|ma|be|me';
const WORDS =
  "bachelor(?:'?s)?|master(?:'?s)?|doctor(?:ate|al)?|diploma|associate(?:'?s)?(?:\\s+degree|\\s+of|\\s+in)|degree|post\\s?-?graduat(?:e|ion)|under\\s?-?graduate|graduat(?:e|ion)|intermediate|matriculation|matric|higher secondary|senior secondary|secondary(?: school)?(?: certificate| education)?|high school(?: diploma)?|(?:10|12)\\s?(?:th|\\+\\s?2)|10\\s?\\+\\s?2|xii?(?:th)?(?=\\b)|class (?:x|xii|10|12)|plus two|ph\\.d|certificate|licence|licenciatura|baccalaur[eé]at|abitur|integrated|dual degree|minor|major|coursework in|b\\.tech|exchange|study abroad|bootcamp|nanodegree|specialization|hons|chartered accountant(?:cy)?|company secretary|licentiate|diplom(?:-\\p{L}+)?|acca|fcs|acs|fca|aca|cima|cfa";
const DEGREE = new RegExp(
  `(?<![\\p{L}.])(?:(?:${WORDS})(?![\\p{L}])|(?:${ABBREVIATIONS})\\.?(?![\\p{L}]))`,
  'iu',
);
const LOWER_RISK = /^(?:be|me|as|ma|ms|ba|aa|ca|bs|a\.?s|m\.?e|b\.?e|m\.?s)\.?$/i;
const SCHOOL =
  /(?<![\p{L}])(?:university|universit[äa]t|universit[eéà]|universidad(?:e)?|univ|college|institutes?|institution|school|academy|vidyalaya|vidyapeeth|vidya|mahavidyalaya|polytechnic|polytechnique|faculty|gymnasium|lyc[eé]e|iit|iiit|nit|iim|bits|mit|ucla|cbse|icse|isc|nptel|coursera|udemy|edx|udacity|campus|seminary|conservatory|hochschule|convent|matric(?:ulation)? school|board|hss|ghs|inter college|junior college|tech)(?![\p{L}])/iu;
const BOARD = /(?<![\p{L}])(?:board|cbse|icse|isc|affiliated)(?![\p{L}])/iu;
const GRADE =
  /\b(?:c?gpa|sgpa|cpi|percentage|percent|marks|grade|score|aggregate|division|distinction|first class|second class|honou?rs list|dean'?s list|magna cum laude|summa cum laude|cum laude|with distinction|rank)\b|\d(?:\.\d+)?\s?%|\b\d\.\d{1,2}\s?(?:\/|out of)/i;
const NOISE =
  /^(?:coursework|relevant course|relevant coursework|courses?|thesis|activities|minor|achievements?|awards?|honou?rs|activities|societies|key modules|modules|subjects|specialization|dissertation|advisor|gpa|cgpa)\b/i;

interface Bit {
  kind: 'school' | 'degree' | 'other';
  text: string;
  line: PlacedLine;
  start: number;
}

function degreeMatch(text: string): boolean {
  const match = DEGREE.exec(text);
  if (!match) return false;
  if (!LOWER_RISK.test(match[0])) return true;
  const upper = match[0].replace(/[^\p{L}]/gu, '');
  return upper === upper.toUpperCase() || /^[BM][a-z]$/.test(upper);
}

const SEPARATOR =
  /\t|\s*[|•·●]\s*|\s+[–—]\s+|\s+-\s+|\s*;\s+|,\s+|\s+(?:from|at)\s+(?=\p{Lu})|\s*:\s+(?=\p{Lu})/giu;

/** Cuts a line into its parts; a field of study after a comma stays with its degree. */
function bitsOf(line: PlacedLine, catalog: ParseCatalog): Bit[] {
  const dates = findDates(line.text);
  let text = line.text;
  for (const range of dates)
    text = text.slice(0, range.start) + '\t'.repeat(range.end - range.start) + text.slice(range.end);
  text = text.replace(
    /(?:expected|anticipated|graduated|graduation|graduating|class of|completed|passed out|passing year|year of passing|batch|pursuing)\b[\s:.–-]*(?:graduation|in|date)?[\s:–-]*(?=\t|$)/gi,
    (found) => '\t'.repeat(found.length),
  );
  const bullet = bulletLength(text);
  const parts: { text: string; start: number; glue: string }[] = [];
  let from = bullet;
  let glue = '';
  for (const match of text.matchAll(SEPARATOR)) {
    if (match.index < from) continue;
    const named = /^\s+(?:from|at)\s/.test(match[0]) && SCHOOL.test(text.slice(from, match.index));
    if (named) continue;
    parts.push({ text: text.slice(from, match.index), start: from, glue });
    glue = match[0];
    from = match.index + match[0].length;
  }
  parts.push({ text: text.slice(from), start: from, glue });
  const bits: Bit[] = [];
  for (const part of parts) {
    const lead = /^[\s,;:.–—()-]*/u.exec(part.text)?.[0].length ?? 0;
    let bare = part.text.slice(lead).replace(/[\s,;:–—(-]+$/u, '');
    if (!bare.includes('(')) bare = bare.replace(/\)+$/, '');
    const start = part.start + lead;
    if (bare.length < 2 || !/\p{L}/u.test(bare)) continue;
    const school = SCHOOL.test(bare);
    const degree = degreeMatch(bare);
    const last = bits.at(-1);
    if (GRADE.test(bare) && !school && !degree) continue;
    if (NOISE.test(bare) && !school) break;
    if (isPlacePiece(bare, catalog) && !degree && !school) {
      if (
        last?.kind === 'school' &&
        part.glue.startsWith(',') &&
        !/,/.test(last.text) &&
        /\b(?:of|california|state)\b/i.test(last.text)
      ) {
        last.text = line.text.slice(last.start, start + bare.length);
      }
      continue;
    }
    if (degree && !(school && SCHOOL_FIRST.test(bare)))
      bits.push({ kind: 'degree', text: bare, line, start });
    else if (school) bits.push({ kind: 'school', text: bare, line, start });
    else if (
      last?.kind === 'degree' &&
      /^(?:,|\s*[–—:-]|\s*\()/.test(part.glue.trim()) &&
      bare.split(' ').length <= 7
    ) {
      last.text = line.text.slice(last.start, start + bare.length);
    } else bits.push({ kind: 'other', text: bare, line, start });
  }
  return bits;
}

/** "Bachelor" in the name of a school of business does not make a degree of it. */
const SCHOOL_FIRST =
  /^(?:(?!bachelor|master|diploma|degree|b\.|m\.).)*\b(?:university|college|institute|school|academy)\b/i;

interface Draft {
  school: Bit | null;
  degree: Bit | null;
  other: Bit[];
  dates: DateRange[];
  lines: PlacedLine[];
}

const EMPTY = (): Draft => ({ school: null, degree: null, other: [], dates: [], lines: [] });

function drafts(lines: readonly PlacedLine[], catalog: ParseCatalog): Draft[] {
  const out: Draft[] = [];
  let current = EMPTY();
  const close = () => {
    if (current.school || current.degree || current.other.length > 0) out.push(current);
    current = EMPTY();
  };
  let order: 'school' | 'degree' | null = null;
  for (const line of lines) {
    if (NOISE.test(line.text.slice(bulletLength(line.text))) || line.text.length > 220) {
      current.lines.push(line);
      continue;
    }
    const bits = bitsOf(line, catalog);
    const hasMain = bits.some((bit) => bit.kind !== 'other');
    const dates = findDates(line.text).filter((range) => range.to !== null || range.from !== null);
    for (const bit of bits) {
      if (bit.kind === 'school') {
        if (current.school && BOARD.test(bit.text) && !BOARD.test(current.school.text)) continue;
        if (current.school && BOARD.test(current.school.text) && current.school.line === line) {
          current.school = bit;
          continue;
        }
        if (current.school && current.school.line === line && current.degree) continue;
        if (current.school) close();
        else if (current.degree && order === 'school') close();
        order ??= current.degree ? 'degree' : 'school';
        current.school = bit;
      } else if (bit.kind === 'degree') {
        if (current.degree && current.degree.line === line) continue;
        if (current.degree) {
          const { school } = current;
          const keep = order === 'school' && school;
          close();
          if (keep && !lines.slice(lines.indexOf(line)).some((later) => later === school.line))
            current.school = school;
        }
        order ??= current.school ? 'school' : 'degree';
        current.degree = bit;
      } else if (!line.bullet || hasMain) current.other.push(bit);
    }
    if (hasMain || current.dates.length === 0) current.dates.push(...dates);
    current.lines.push(line);
  }
  close();
  return out;
}

const cleanDegree = (text: string): string =>
  text
    .replace(
      /\s*[-–,(]?\s*(?:c?gpa|sgpa|percentage|marks|grade|score|with\s+\d|\d(?:\.\d+)?\s*(?:c?gpa|%)|\d{1,2}(?:\.\d+)?\s*%).*$/i,
      '',
    )
    .replace(/[\s,;:(–—-]+$/u, '')
    .trim();

function toEducation(draft: Draft, catalog: ParseCatalog): Education | null {
  const fallback = draft.degree && !draft.school ? draft.other.find((bit) => isSchoolLike(bit)) : undefined;
  const school = draft.school ?? fallback ?? null;
  if (!school && !draft.degree) return null;
  const range = draft.dates.find((date) => !date.single) ?? draft.dates[0];
  const first = draft.lines[0];
  const last = draft.lines.at(-1);
  return {
    school: school ? splitPlace(school.text, catalog).text.replace(/^(?:from|at)\s+/i, '') : null,
    degree: draft.degree ? cleanDegree(draft.degree.text) : null,
    start: range && !range.single ? range.from : null,
    end: range?.to ?? null,
    span: { start: first?.start ?? 0, end: last?.end ?? 0 },
    confidence: 0.35 + (draft.school ? 0.3 : fallback ? 0.1 : 0) + (draft.degree ? 0.25 : 0),
  };
}

function isSchoolLike(bit: Bit): boolean {
  const words = bit.text.split(/\s+/);
  return words.length <= 8 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.6;
}

/** Schools and degrees in the order they stand. Tables and lines alike are cut into parts and gathered by kind. */
export function readEducation(sections: readonly PlacedSection[], catalog: ParseCatalog): Education[] {
  const own = sections.filter((section) => section.kind === 'education');
  const lines = own.flatMap((section) => section.lines);
  const body = lines.filter((line) => !isTableHead(line));
  return drafts(body, catalog).flatMap((draft) => toEducation(draft, catalog) ?? []);
}

function isTableHead(line: PlacedLine): boolean {
  const row = cells(line);
  const heads = row.filter((cell) =>
    /^(?:s\.?\s?no\.?|degree|course|qualification|examination|exam|board|university|institute|institution|school|college|year|passing year|year of passing|percentage|%|cgpa|marks|grade|division|class|specialization|stream|board\s*\/\s*university|university\s*\/\s*board|name of institute|aggregate|result|exam passed|discipline|%\s*of marks|duration|score)\b.{0,24}$/i.test(
      cell.trim(),
    ),
  );
  return (
    row.length >= 3 &&
    heads.length >= row.length - 1 &&
    withoutDates(line.text, findDates(line.text)) === line.text &&
    !/\d/.test(line.text)
  );
}
