import type { ParsedResume, Span } from '../../schema';
import type { ParseCatalog } from '../catalog';
import { titleScore } from '../titles';
import type { PlacedLine, PlacedSection } from '../text';
import { assignRoles, learnHabit, type Roles } from './assign';
import { cutEntries, type Entry } from './entries';
import { markLines, withoutDates, type MarkedLine } from './header-lines';
import { headerPieces, type HeaderPieces } from './pieces';
import { rowDates, tableHead, tableRows } from './table';

export type Experience = ParsedResume['experience'][number];

interface Read extends HeaderPieces {
  entry: Entry;
  from: string | null;
  to: string | null;
  /** No line of its own follows the heading. */
  bare: boolean;
}

function entryDates(lines: readonly MarkedLine[], entry: Entry): { from: string | null; to: string | null } {
  const dates = entry.header.flatMap((index) => lines[index]?.dates ?? []);
  const range = dates.find((date) => !date.single) ?? dates[0];
  return range ? { from: range.from, to: range.to } : { from: null, to: null };
}

function spanOf(lines: readonly MarkedLine[], entry: Entry): Span {
  const first = lines[entry.from]?.line;
  const last = lines[Math.max(entry.from, entry.to - 1)]?.line;
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}

function confidenceOf(roles: Roles, from: string | null): number {
  const title = roles.title ? Math.max(roles.title.title, roles.title.label ? 1 : 0.3) : 0;
  const company = roles.company ? Math.max(roles.company.organisation, roles.company.label ? 1 : 0.3) : 0;
  const both = roles.title && roles.company ? 0.2 : 0;
  return Math.min(0.97, 0.15 + both + title * 0.25 + company * 0.2 + (from === null ? 0 : 0.17));
}

/** Time away from work that some people list among their jobs. */
const BREAK =
  /^\W*(?:(?:planned|personal|family|parental|maternity|paternity|medical|health|study|career)\s+(?:career\s+)?(?:break|leave|gap|sabbatical)|sabbatical|career\s+(?:break|gap|pause)|gap year|maternity|full[- ]time (?:parent|mother|father|caregiver))\b/i;

const isBreak = (read: Read, lines: readonly MarkedLine[]): boolean =>
  read.entry.header.some((index) => {
    const marked = lines[index];
    return marked !== undefined && BREAK.test(withoutDates(marked.line.text, marked.dates));
  });

/** An employer's line with dates of its own, above roles that carry theirs: no entry, it lends its name. */
function isBanner(read: Read, next: Read | undefined): boolean {
  if (!next || !read.bare) return false;
  const titled = read.pieces.some((piece) => piece.title >= 0.6);
  const nextTitled = next.pieces.some((piece) => piece.title >= 0.6);
  const nextEmployed = next.pieces.some((piece) => piece.organisation >= 0.75 && piece.title < 0.6);
  return read.pieces.length > 0 && !titled && nextTitled && !nextEmployed;
}

/** A lone start date above jobs with both dates, all of them earlier, is that of the job held now. */
function openCurrent(reads: readonly Read[]): Read[] {
  const ends = reads.flatMap(({ from, to }) => (from !== to && to !== null ? [to] : []));
  return reads.map((read) => {
    const alone = read.from !== null && read.from === read.to && read.from.length === 7;
    const latest = ends.length > 0 && ends.every((end) => end !== 'present' && end <= (read.from ?? ''));
    return alone && latest ? { ...read, to: 'present' } : read;
  });
}

/** The heading lines of an entry; where labels of the file tell its parts apart, those further down belong to it, too. */
function withLabels(lines: readonly MarkedLine[], entry: Entry): MarkedLine[] {
  const header = entry.header.flatMap((index) => lines[index] ?? []);
  if (!header.some(({ label }) => label === 'dates' || label === 'title' || label === 'company'))
    return header;
  const known = new Set(header.map(({ label }) => label));
  const below = lines
    .slice(entry.from, entry.to)
    .filter(({ label }) => (label === 'company' || label === 'title') && !known.has(label));
  return [...header, ...below.slice(0, 2)];
}

function readEntries(lines: readonly MarkedLine[], catalog: ParseCatalog): Read[] {
  const reads = cutEntries(lines).map((entry): Read => {
    const header = withLabels(lines, entry);
    const after = Math.max(...entry.header, entry.anchor ?? 0) + 1;
    return {
      entry,
      ...headerPieces(header, catalog),
      ...entryDates(lines, entry),
      bare: entry.to <= after,
    };
  });
  return openCurrent(withTowns(reads));
}

/**
 * An entry without an employer, where most others have one, names it by what was taken for its place ("Meridian"), unless
 * another entry says that it is one.
 */
function withTowns(reads: readonly Read[]): Read[] {
  // "Team Leader, Acme" in one piece names an employer, too.
  const employed = reads.filter(
    ({ pieces }) =>
      pieces.some((piece) => piece.title < 0.6) || (pieces.length === 1 && /, /.test(pieces[0]?.text ?? '')),
  );
  const titled = (read: Read) => read.pieces.length > 0 && !employed.includes(read);
  return reads.map((read) => {
    const { town } = read;
    const stated = reads.some(
      (other) =>
        other !== read && other.place !== other.town?.text && other.place?.split(',')[0] === town?.text,
    );
    if (!town || stated || !titled(read) || employed.length < reads.length / 2) return read;
    return {
      ...read,
      pieces: [...read.pieces, town],
      place: read.place === town.text ? null : read.place,
      town: null,
    };
  });
}

function readTable(lines: readonly PlacedLine[]): { found: Experience[]; used: Set<PlacedLine> } {
  const used = new Set<PlacedLine>();
  const found = lines.flatMap((line, index): Experience[] => {
    const columns = tableHead(line);
    if (!columns) return [];
    used.add(line);
    return tableRows(lines.slice(index + 1), columns).map((row): Experience => {
      used.add(row.line);
      const { from, to } = rowDates(row);
      return {
        title: row.cells.title?.text ?? null,
        company: row.cells.company?.text ?? null,
        location: row.cells.place?.text ?? null,
        start: from,
        end: to,
        span: { start: row.line.start, end: row.line.end },
        confidence: 0.85,
      };
    });
  });
  return { found, used };
}

/** Whether an entry found outside a section of experience is a job beyond doubt. */
function isSurely(read: Read): boolean {
  return read.from !== null && read.pieces.some((piece) => piece.title >= 0.9);
}

function toExperience(
  reads: readonly Read[],
  lines: readonly MarkedLine[],
  catalog: ParseCatalog,
): Experience[] {
  const habit = learnHabit(
    reads.filter((read) => !isBreak(read, lines)).map((read) => read.pieces),
    catalog,
  );
  const out: Experience[] = [];
  let employer: { name: string; place: string | null } | null = null;
  let bannerStart: number | null = null;
  let wasSplit = false;
  reads.forEach((read, index) => {
    if (isBreak(read, lines)) return;
    if (isBanner(read, reads[index + 1])) {
      employer = { name: read.pieces[0]?.text ?? '', place: read.place };
      bannerStart = spanOf(lines, read.entry).start;
      return;
    }
    const roles = assignRoles(read.pieces, habit, catalog, employer === null || wasSplit);
    if (!roles.title && !roles.company) return;
    const inherited: { name: string; place: string | null } | null = roles.company ? null : employer;
    wasSplit ||= roles.company !== null && !read.pieces.includes(roles.company);
    if (roles.company) employer = { name: roles.company.text, place: read.place };
    const span = spanOf(lines, read.entry);
    out.push({
      title: roles.title?.text ?? null,
      company: roles.company?.text ?? inherited?.name ?? null,
      location: read.place ?? inherited?.place ?? null,
      start: read.from,
      end: read.to,
      span: { start: bannerStart ?? span.start, end: span.end },
      confidence: confidenceOf(roles, read.from) - (inherited ? 0.05 : 0),
    });
    bannerStart = null;
  });
  return out;
}

/** Jobs of the résumé in the order they stand, from its sections of experience, else from wherever dated titles stand. */
export function readExperience(sections: readonly PlacedSection[], catalog: ParseCatalog): Experience[] {
  const own = sections.filter((section) => section.kind === 'experience');
  if (own.length > 0) {
    const found = own.flatMap((section) => readSection(section.lines, catalog));
    if (found.length > 0) return found;
  }
  const loose = sections.filter((section) => ['top', 'summary', 'other', 'projects'].includes(section.kind));
  return loose.flatMap((section) => {
    const marked = markLines(section.lines);
    if (!marked.some((line) => line.anchor)) return [];
    const reads = readEntries(marked, catalog).filter(isSurely);
    return toExperience(reads, marked, catalog);
  });
}

function readSection(lines: readonly PlacedLine[], catalog: ParseCatalog): Experience[] {
  const table = readTable(lines);
  const marked = markLines(lines.filter((line) => !table.used.has(line)));
  const reads = readEntries(marked, catalog);
  const read = toExperience(reads, marked, catalog);
  if (table.found.length === 0) return read;
  // A table of jobs is complete in itself; what follows it tells more about the same jobs.
  return [
    ...table.found,
    ...read.filter(
      (entry) =>
        entry.start !== null &&
        titleScore(entry.title ?? '') >= 0.9 &&
        !table.found.some((row) => row.start === entry.start),
    ),
  ];
}
