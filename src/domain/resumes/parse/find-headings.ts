import { findDates } from './dates';
import { headingKind, squash } from './headings';
import type { SectionKind } from './heading-words';
import type { Line } from './line';
import { bodySize, isCapitals, prominence, standsOut } from './look';

interface Candidate {
  index: number;
  kind: SectionKind;
  prominence: number;
}

const STRONG: ReadonlySet<SectionKind> = new Set([
  'experience',
  'education',
  'skills',
  'summary',
  'projects',
]);
/** Sections made of entries, whose headings may look like headings of sections. */
const OF_ENTRIES: ReadonlySet<SectionKind> = new Set([
  'experience',
  'education',
  'projects',
  'volunteering',
  'training',
  'licences',
]);
/** Headings of the parts of one entry, when they stand below a heading of entries. */
const PARTS =
  /^(?:highlights?|summary|overview|courses?|coursework|relevantcoursework|(?:key)?achievements?|(?:key)?accomplishments?|(?:key|major|selected)?projects?|projectdetails|keyresults|skills?|technologies|tools|toolsused|keyskills|techstack|environment|roles?|profile|details|training|training|activities|leadership|research|awards?|honou?rs?)$/;

/** How prominent the headings of this document are: the usual look of those that can hardly be anything else. */
function usualProminence(candidates: readonly Candidate[]): number {
  const strong = candidates.filter((candidate) => STRONG.has(candidate.kind));
  const values = (strong.length > 1 ? strong : candidates).map((candidate) => candidate.prominence);
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A word such as "Training" or "Languages" among the items of a list, looking like them, heads nothing. */
function isListItem(lines: readonly Line[], candidate: Candidate, usual: number): boolean {
  const line = lines[candidate.index];
  const before = lines[candidate.index - 1];
  const after = lines[candidate.index + 1];
  if (!line || STRONG.has(candidate.kind)) return false;
  const alike = (other: Line | undefined) =>
    other !== undefined &&
    other.bullet === line.bullet &&
    Math.abs(other.x - line.x) < 2 &&
    prominence(other) === candidate.prominence &&
    other.text.length < 30 &&
    headingKind(other.text) === null;
  if (line.bullet && (before?.bullet || after?.bullet) && candidate.prominence <= usual) return true;
  return !line.bold && alike(before) && alike(after) && squash(line.text).length < 16;
}

/** Dates within the next lines: what stands here is the heading of an entry. */
function datesFollow(lines: readonly Line[], index: number): boolean {
  return lines.slice(index + 1, index + 4).some((line, step, near) => {
    if (near.slice(0, step).some((between) => between.bullet || between.text.length > 90)) return false;
    return line.text.length < 90 && findDates(line.text).length > 0;
  });
}

/**
 * Drops candidates that are parts of an entry: "Highlights" under each job, or an employer's name ("Vista Technologies")
 * that happens to end in a heading's noun.
 */
function withoutParts(lines: readonly Line[], candidates: readonly Candidate[], usual: number): Candidate[] {
  const times = new Map<string, number>();
  const nameOf = ({ index }: Candidate) => squash(lines[index]?.text ?? '');
  for (const candidate of candidates) times.set(nameOf(candidate), (times.get(nameOf(candidate)) ?? 0) + 1);
  const kept: Candidate[] = [];
  let parent: Candidate | null = null;
  for (const candidate of candidates) {
    const name = nameOf(candidate);
    const line = lines[candidate.index];
    const from = parent?.index ?? 0;
    const samePage = (other: Line) => other.page === line?.page && other.page === lines[from]?.page;
    if (lines.slice(from + 1, candidate.index + 1).some((other) => other.gap >= 8 && samePage(other)))
      parent = null;
    const below = parent !== null && OF_ENTRIES.has(parent.kind);
    const lesser = parent !== null && candidate.prominence < parent.prominence - 0.5;
    const repeated = (times.get(name) ?? 0) > 1;
    const part =
      below && PARTS.test(name) && (lesser || repeated || /^(?:highlights?|courses?|overview)$/.test(name));
    const entry =
      below && line !== undefined && headingKind(line.text) === null && datesFollow(lines, candidate.index);
    if (part || entry) continue;
    kept.push(candidate);
    if (candidate.prominence > usual - 0.9) parent = candidate;
  }
  return kept;
}

/** Unknown short lines that look exactly as the headings do, where hardly anything else looks so. */
function lookalikes(lines: readonly Line[], headings: ReadonlyMap<number, SectionKind>): number[] {
  const look = (line: Line) =>
    `${line.size.toFixed(0)}|${line.bold}|${isCapitals(line.text)}|${line.heading}`;
  const counts = new Map<string, number>();
  for (const index of headings.keys()) {
    const line = lines[index];
    if (line) counts.set(look(line), (counts.get(look(line)) ?? 0) + 1);
  }
  const [usual, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count < 2) return [];
  const body = bodySize(lines);
  const first = Math.min(...headings.keys());
  const same = lines.flatMap((line, index) =>
    look(line) === usual && !headings.has(index) && index > first ? [index] : [],
  );
  if (same.length > count) return [];
  return same.filter((index) => {
    const line = lines[index];
    if (!line || line.text.includes('\t') || line.text.length > 44 || /\d{4}|@/.test(line.text)) return false;
    if (datesFollow(lines, index) || /[.,;]$/.test(line.text)) return false;
    const differs = line.size > body + 0.7 || (line.bold && isCapitals(line.text)) || line.heading > 0;
    return differs && line.text.split(' ').length <= 6;
  });
}

/** A usual heading by its words, bold or in capitals, though a little plainer than the others. */
function isPlainlyHeading(line: Line, own: number, usual: number, body: number): boolean {
  const kind = headingKind(line.text);
  return kind !== null && STRONG.has(kind) && !line.bullet && own >= body + 1 && own > usual - 2.5;
}

/** The lines that head sections, by index. `labels` are lines known to be labels of a rail. */
export function findHeadings(lines: readonly Line[], labels: ReadonlySet<Line>): Map<number, SectionKind> {
  const body = bodySize(lines);
  const candidates = lines.flatMap((line, index): Candidate[] => {
    if (line.text.includes('\t')) return [];
    const styled = line.bold || line.heading > 0 || line.size > body * 1.07 || isCapitals(line.text);
    const kind = headingKind(line.text, styled);
    return kind ? [{ index, kind, prominence: prominence(line) }] : [];
  });
  const usual = usualProminence(candidates);
  const seen = candidates
    .filter(({ prominence: own, index }) => {
      const line = lines[index];
      return (
        (line && (labels.has(line) || line.heading > 0)) ||
        own > usual - 0.9 ||
        (line && isPlainlyHeading(line, own, usual, body)) ||
        standsOut(lines, index)
      );
    })
    .filter((candidate) => !isListItem(lines, candidate, usual));
  const headings = new Map(withoutParts(lines, seen, usual).map(({ index, kind }) => [index, kind] as const));
  for (const index of lookalikes(lines, headings)) {
    headings.set(index, headingKind(lines[index]?.text ?? '', true) ?? 'other');
  }
  return headings;
}
