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

/** Cuts a résumé's lines at its headings. Every line but the headings ends up in exactly one section, in order. */
export function toSections(input: readonly Line[]): Section[] {
  const labels = new Set<Line>();
  const lines = joinWrapped(splitRails(joinRailDates(input), labels));
  const body = bodySize(lines);
  const headings = findHeadings(lines, labels);
  const sections: Section[] = [{ kind: 'top', heading: null, lines: [] }];
  lines.forEach((line, index) => {
    const kind = headings.get(index);
    if (kind) sections.push({ kind, heading: line, lines: [] });
    else {
      // A column that opens with the name in large type: not what the column before it ended with.
      const freshTop = line.page === 1 && line.gap >= 8 && line.size > body * 1.35 && index > 0;
      if (freshTop && sections.at(-1)?.kind !== 'top')
        sections.push({ kind: 'top', heading: null, lines: [] });
      sections.at(-1)?.lines.push(line);
    }
  });
  return sections;
}
