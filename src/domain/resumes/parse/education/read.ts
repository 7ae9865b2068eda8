import type { ParsedResume } from '../../schema';
import type { ParseCatalog } from '../catalog';
import { splitPlace } from '../experience/pieces';
import { findDates } from '../dates';
import type { PlacedLine, PlacedSection } from '../text';
import type { Bit } from './bits';
import { toDrafts, type Draft } from './drafts';
import { unGrid } from './grid';
import { tableHead, tableRows } from './table';
import { NOISE, UNKNOWN_DEGREE } from './words';

export type Education = ParsedResume['education'][number];

const RESULT =
  /\s*[-–,(|]?\s*(?:(?:with|scored?|secured)\s+)?(?:c?gpa|sgpa|percentage|marks|grade|score|\d(?:\.\d+)?\s*(?:c?gpa|%)|\d{1,2}(?:\.\d+)?\s*%).*$/i;

const cleanDegree = (text: string): string =>
  text
    .replace(RESULT, '')
    .replace(/[\s,;:(–—-]+$/u, '')
    .trim();

function isNameLike(bit: Bit): boolean {
  const words = bit.text.split(/\s+/);
  const capitals = words.filter((word) => /^[\p{Lu}(]/u.test(word)).length;
  return words.length <= 8 && capitals >= words.length * 0.6 && !NOISE.test(bit.text);
}

/** Fills what no word told from what stands where it should: an acronym for the degree, a name for the school. */
function complete(draft: Draft): { school: Bit | null; degree: Bit | null; guessed: boolean } {
  const { school, degree } = draft;
  if (school && degree) return { school, degree, guessed: false };
  const names = draft.other.filter(isNameLike);
  if (degree) {
    const other = names.find((bit) => bit.line !== degree.line || bit.start > degree.start) ?? names[0];
    return { school: other ?? null, degree, guessed: true };
  }
  if (school) {
    const other =
      names.find((bit) => UNKNOWN_DEGREE.test(bit.text)) ?? names.find((bit) => bit.line !== school.line);
    return { school, degree: other ?? null, guessed: true };
  }
  const acronym = names.find((bit) => UNKNOWN_DEGREE.test(bit.text)) ?? null;
  const other = acronym ? (names.find((bit) => bit !== acronym) ?? null) : null;
  if (other) return { school: other, degree: acronym, guessed: true };
  // Dates beside a name that no word gives away: a school from abroad.
  const [name] = names;
  const dated = name !== undefined && findDates(name.line.text).length > 0 && name === draft.other[0];
  return { school: dated ? name : null, degree: null, guessed: true };
}

function toEducation(draft: Draft, catalog: ParseCatalog): Education | null {
  const { school, degree, guessed } = complete(draft);
  if (!school && !degree) return null;
  const range = draft.dates.find((date) => !date.single) ?? draft.dates[0];
  const first = draft.lines[0];
  const last = draft.lines.at(-1);
  const degreeText = degree ? cleanDegree(degree.text) : '';
  return {
    school: school ? splitPlace(school.text, catalog).text.replace(/^(?:from|at)\s+/i, '') : null,
    degree: degreeText === '' ? null : degreeText,
    start: range && !range.single ? range.from : null,
    end: range?.to ?? null,
    span: { start: first?.start ?? 0, end: last?.end ?? 0 },
    confidence: 0.35 + (school ? 0.3 : 0) + (degree ? 0.25 : 0) - (guessed ? 0.2 : 0),
  };
}

function readLines(lines: readonly PlacedLine[], catalog: ParseCatalog): Education[] {
  const at = lines.findIndex((line, index) => tableHead(line, lines[index + 1]) !== null);
  const head = lines[at];
  const found = head ? tableHead(head, lines[at + 1]) : null;
  if (!head || !found)
    return toDrafts(unGrid(lines), catalog).flatMap((draft) => toEducation(draft, catalog) ?? []);
  const below = lines.slice(at + found.lines);
  const rows = tableRows(head, below, found.columns);
  const used = new Set([...lines.slice(at, at + found.lines), ...rows.flatMap((row) => row.lines)]);
  const read = rows.flatMap(({ lines: own, degree, school, start, end }): Education[] => {
    const first = own[0];
    if (!first || (degree === null && school === null)) return [];
    const span = { start: first.start, end: own.at(-1)?.end ?? first.end };
    return [{ school, degree, start, end, span, confidence: 0.85 }];
  });
  const rest = lines.filter((line) => !used.has(line));
  return [...read, ...(rest.length > 0 ? readLines(rest, catalog) : [])];
}

/** Sections whose schools are not the person's own, or not schools. */
const ELSEWHERE: ReadonlySet<PlacedSection['kind']> = new Set([
  'experience',
  'references',
  'volunteering',
  'awards',
  'licences',
  'publications',
]);

/**
 * Schools and degrees in the order they stand, from tables by their columns and from lines by their words. Where a page
 * parted the heading from its entries, they are looked for under the other headings: then both have to be named.
 */
export function readEducation(sections: readonly PlacedSection[], catalog: ParseCatalog): Education[] {
  const own = sections.filter((section) => section.kind === 'education');
  const found = own.flatMap((section) => readLines(section.lines, catalog));
  if (found.length > 0 || !own.some((section) => section.lines.length === 0)) return found;
  return sections
    .filter((section) => !ELSEWHERE.has(section.kind))
    .flatMap((section) =>
      toDrafts(section.lines, catalog)
        .filter((draft) => draft.school !== null && draft.degree !== null)
        .flatMap((draft) => toEducation(draft, catalog) ?? []),
    );
}
