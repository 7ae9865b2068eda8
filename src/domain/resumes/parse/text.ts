import type { Span } from '../schema';
import { withoutContents } from './contents-list';
import { joinFormLabels } from './form-labels';
import type { Line } from './line';
import { toSections, type Section } from './sections';
import { unwrap } from './unwrap';

/** A line with its place in the reading-order text. */
export interface PlacedLine extends Line {
  start: number;
  end: number;
}

export interface PlacedSection {
  kind: Section['kind'];
  heading: PlacedLine | null;
  lines: PlacedLine[];
}

export interface Reading {
  /** The whole résumé, one line per line, a blank line before each heading. */
  text: string;
  sections: PlacedSection[];
}

/** Lays the sections out as one text and tells every line where it stands in it. */
function layOut(sections: readonly Section[]): Reading {
  let text = '';
  const put = (line: Line): PlacedLine => {
    if (text !== '') text += '\n';
    const start = text.length;
    text += line.text;
    return { ...line, start, end: text.length };
  };
  const placed = sections.map((section): PlacedSection => {
    if (section.heading && text !== '') text += '\n';
    const heading = section.heading ? put(section.heading) : null;
    return { kind: section.kind, heading, lines: section.lines.map(put) };
  });
  return { text, sections: placed };
}

/** The span in the reading text of a stretch of one line. */
export function spanIn(line: PlacedLine, start: number, end: number): Span {
  return { start: line.start + start, end: line.start + end };
}

/** Lines as they stand on the page to the text and sections of the résumé. */
export function readingOf(lines: readonly Line[]): Reading {
  return layOut(toSections(joinFormLabels(unwrap(withoutContents(lines)))));
}
