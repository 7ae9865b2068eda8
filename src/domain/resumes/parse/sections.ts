import { cells, type Line } from './line';
import { headingKind, squash } from './headings';
import type { SectionKind } from './heading-words';
import { joinRailDates } from './rails';

export interface Section {
  /** `top` = what stands before the first heading: name, contact, often a few sentences. */
  kind: SectionKind | 'top';
  heading: Line | null;
  lines: Line[];
}

const isCapitals = (text: string) => /\p{Lu}/u.test(text) && text === text.toUpperCase();

/** How much a line stands out, in points of type size. */
function prominence(line: Line): number {
  const capitals = isCapitals(line.text.split('\t')[0] ?? '') ? 1.2 : 0;
  return line.size + (line.bold ? 1.6 : 0) + capitals + (line.heading > 0 ? 4 : 0);
}

function bodySize(lines: readonly Line[]): number {
  const weight = new Map<number, number>();
  for (const line of lines) weight.set(line.size, (weight.get(line.size) ?? 0) + line.text.length);
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

interface Candidate {
  index: number;
  kind: SectionKind;
  prominence: number;
}

/** Joins a heading that its column broke over two lines: "LICENCES AND" above "CERTIFICATIONS". */
function joinWrapped(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    const alike =
      before !== undefined &&
      !before.text.includes('\t') &&
      !line.text.includes('\t') &&
      before.page === line.page &&
      prominence(before) === prominence(line) &&
      before.bold === line.bold &&
      (line.bold || isCapitals(line.text)) &&
      line.gap < 1.2 &&
      before.text.length + line.text.length < 48;
    const opens = alike && (/(?:\band|&|\bof|,)$/i.test(before.text) || headingKind(before.text) === null);
    const both = opens ? `${before.text} ${line.text}` : '';
    if (before && both !== '' && headingKind(both) !== null && !/^[a-z]/.test(line.text)) {
      out[out.length - 1] = { ...before, text: both, styles: [] };
    } else out.push(line);
  }
  return out;
}

/** Whether a line stands out from those around it, whatever the headings elsewhere look like. */
function standsOut(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next || line.bullet) return false;
  const before = lines[index - 1];
  const over = (other: Line | undefined) =>
    other === undefined || prominence(line) >= prominence(other) + 1.1;
  return over(next) && (over(before) || line.gap >= 8) && (line.gap >= 0.7 || before === undefined);
}

const STRONG: ReadonlySet<SectionKind> = new Set([
  'experience',
  'education',
  'skills',
  'summary',
  'projects',
]);

/** How prominent the headings of this document are: the usual look of those that can hardly be anything else. */
function usualProminence(candidates: readonly Candidate[]): number {
  const strong = candidates.filter((candidate) => STRONG.has(candidate.kind));
  const values = (strong.length > 1 ? strong : candidates).map((candidate) => candidate.prominence);
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Splits a row whose first cell is a section's label ("Experience ⇥ Staff Engineer ⇥ 2020 – 2022") into two lines. */
function splitRails(lines: readonly Line[], labels: Set<Line>): Line[] {
  const out: Line[] = [];
  const taken = new Set<number>();
  lines.forEach((line, index) => {
    const [label = '', ...rest] = cells(line);
    const split = (heading: string) => {
      const own = { ...line, text: heading, cellX: line.cellX.slice(0, 1), styles: [], room: Infinity };
      labels.add(own);
      out.push(own, withoutFirstCell(line));
    };
    if (taken.has(index)) return void out.push(withoutFirstCell(line));
    if (rest.length === 0) return void out.push(line);
    const stands = line.bold || isCapitals(label) || line.heading > 0;
    // A label broken over two rows: "Technical" above "Skills".
    const next = lines.slice(index + 1, index + 3).findIndex((other) => Math.abs(other.x - line.x) < 2);
    const below = next < 0 ? undefined : lines[index + 1 + next];
    const both = below ? `${label} ${cells(below)[0] ?? ''}` : '';
    if (
      stands &&
      below?.bold === line.bold &&
      below.text !== line.text &&
      headingKind(both) !== null &&
      headingKind(label) === null
    ) {
      if (cells(below).length > 1) taken.add(index + 1 + next);
      return split(both);
    }
    if (stands && headingKind(label) !== null && label.length < 34) return split(label);
    return void out.push(line);
  });
  return out;
}

function withoutFirstCell(line: Line): Line {
  const text = cells(line).slice(1).join('\t');
  return {
    ...line,
    text,
    x: line.cellX[1] ?? line.x,
    cellX: line.cellX.slice(1),
    bold: false,
    styles: [],
    gap: line.gap,
  };
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
    const standsOut = line.size > body + 0.7 || (line.bold && isCapitals(line.text)) || line.heading > 0;
    return standsOut && line.text.split(' ').length <= 6 && !/[.,;]$/.test(line.text);
  });
}

/** Cuts a résumé's lines at its headings. Every line but the headings ends up in exactly one section, in order. */
export function toSections(input: readonly Line[]): Section[] {
  const labels = new Set<Line>();
  const lines = joinWrapped(splitRails(joinRailDates(input), labels));
  const body = bodySize(lines);
  const candidates = lines.flatMap((line, index): Candidate[] => {
    if (line.text.includes('\t')) return [];
    const styled = line.bold || line.heading > 0 || line.size > body * 1.07 || isCapitals(line.text);
    const kind = headingKind(line.text, styled);
    return kind ? [{ index, kind, prominence: prominence(line) }] : [];
  });
  const usual = usualProminence(candidates);
  const headings = new Map(
    candidates
      .filter(({ prominence: own, index }) => {
        const line = lines[index];
        return (line && labels.has(line)) || own > usual - 0.9 || standsOut(lines, index);
      })
      .filter((candidate) => !isListItem(lines, candidate, usual))
      .map(({ index, kind }) => [index, kind] as const),
  );
  for (const index of lookalikes(lines, headings)) headings.set(index, 'other');

  const sections: Section[] = [{ kind: 'top', heading: null, lines: [] }];
  lines.forEach((line, index) => {
    const kind = headings.get(index);
    if (kind) sections.push({ kind, heading: line, lines: [] });
    else {
      const freshTop = line.page === 1 && line.gap >= 8 && line.size > body * 1.35 && index > 0;
      if (freshTop && sections.at(-1)?.kind !== 'top')
        sections.push({ kind: 'top', heading: null, lines: [] });
      sections.at(-1)?.lines.push(line);
    }
  });
  return sections;
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
