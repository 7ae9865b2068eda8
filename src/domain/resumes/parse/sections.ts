import { findHeadings } from './find-headings';
import type { SectionKind } from './heading-words';
import type { Line } from './line';
import { bodySize } from './look';
import { joinRailDates, joinWrapped, splitRails } from './rails';

export interface Section {
  /** `top` = what stands before the first heading: name, contact, often a few sentences. */
  kind: SectionKind | 'top';
  heading: Line | null;
  lines: Line[];
}

/** Ways to reach a person, as they stand in a column of contact details or at the foot of a page. */
const WAYS = [
  /\S@\S/,
  /(?<![\p{L}\d])(?:\+|\(?\d)[\d\s().\-–/]{7,}\d(?!\d)/u,
  /\b(?:linkedin|github)\.com\b/i,
];
/** How many ways to reach somebody the text holds: mail, telephone, profile. Dates are no telephone numbers. */
export function waysIn(text: string): number {
  const dateless = text.replace(/(?<!\d)(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}(?!\d)/g, ' ');
  return WAYS.filter((way) => way.test(dateless)).length;
}

/**
 * Lines of contact details with which a column opens without a heading: not what the column before it ended with. 0 = it
 * opens with something else.
 */
function contactLines(lines: readonly Line[], index: number, headings: ReadonlyMap<number, unknown>): number {
  const line = lines[index];
  if (!line || line.gap < 8 || line.text.length > 110) return 0;
  const near: Line[] = [];
  for (let at = index; at < index + 6 && !headings.has(at); at += 1) {
    const other = lines[at];
    if (!other || (at > index && other.gap >= 8) || other.page !== line.page) break;
    near.push(other);
  }
  const short = near.slice(0, 1 + near.findLastIndex((other) => waysIn(other.text) > 0));
  const reaching = short.reduce((sum, other) => sum + waysIn(other.text), 0);
  return reaching >= 2 && short.every(({ text }) => text.length <= 110) ? short.length : 0;
}

/** A page's first line below a heading that speaks of other people: their addresses go on. */
const goesOnOver = (lines: readonly Line[], index: number, sections: readonly Section[]) =>
  sections.at(-1)?.kind === 'references' && lines[index - 1]?.page !== lines[index]?.page;

/** The one line in the document's largest type, with nothing but a few capitalised words. */
const isNamePlate = ({ text, size, bullet }: Line, largest: number, body: number): boolean =>
  !bullet &&
  size >= largest - 0.5 &&
  size > body * 1.8 &&
  /^(?:\p{Lu}[\p{L}.'’-]*(?:\s|$)){1,4}$/u.test(text);

/** Cuts a résumé's lines at its headings. Every line but the headings ends up in exactly one section, in order. */
export function toSections(input: readonly Line[]): Section[] {
  const labels = new Set<Line>();
  const lines = joinWrapped(splitRails(joinRailDates(input), labels));
  const body = bodySize(lines);
  const headings = findHeadings(lines, labels);
  const largest = Math.max(...lines.map(({ size }) => size), 0);
  const sections: Section[] = [{ kind: 'top', heading: null, lines: [] }];
  let waiting: { at: number; kind: Section['kind'] } | null = null;
  lines.forEach((line, index) => {
    const kind = headings.get(index);
    if (kind) sections.push({ kind, heading: line, lines: [] });
    else {
      // The name in large type opens the head of the page, also after a sidebar: it is not what the column before it ended with.
      const opensColumn = line.gap >= 8 && line.size > body * 1.35;
      const freshTop = line.page === 1 && index > 0 && (opensColumn || isNamePlate(line, largest, body));
      if (freshTop && sections.at(-1)?.kind !== 'top')
        sections.push({ kind: 'top', heading: null, lines: [] });
      else if (index > 0 && !goesOnOver(lines, index, sections) && contactLines(lines, index, headings) > 0) {
        // A heading above that has nothing below it yet gets what comes after; so does one that a page's foot interrupts.
        const { kind: above = 'other', lines: own = [] } = sections.at(-1) ?? {};
        const at = index + contactLines(lines, index, headings);
        const foot = lines[at] !== undefined && lines[at].page !== line.page;
        waiting = own.length === 0 || foot ? { at, kind: above } : null;
        sections.push({ kind: 'contact', heading: null, lines: [] });
      } else if (waiting?.at === index) sections.push({ kind: waiting.kind, heading: null, lines: [] });
      sections.at(-1)?.lines.push(line);
    }
  });
  return sections;
}
