import type { ParsedResume, Span } from '../schema';
import { markLines } from './experience/header-lines';
import type { PlacedLine, Reading } from './text';

type Block = ParsedResume['blocks'][number];

const within = (line: PlacedLine, span: Span) => line.start >= span.start && line.end <= span.end;

/** How each line is to be shown, in reading order: headings, the heads of entries, bullets, plain text, and the name. */
export function toBlocks(
  reading: Reading,
  resume: Pick<ParsedResume, 'name' | 'experience' | 'education'>,
): Block[] {
  const name = resume.name?.span ?? null;
  const entries = [...resume.experience, ...resume.education].map((entry) => entry.span);
  return reading.sections.flatMap((section) => {
    const marked = markLines(section.lines);
    const headed = new Set<PlacedLine>();
    for (const span of entries) {
      for (const { line, headerish } of marked.filter((candidate) => within(candidate.line, span))) {
        if (!headerish) break;
        headed.add(line);
      }
    }
    const lines = section.lines.map((line): Block => {
      const span = { start: line.start, end: line.end };
      if (name && line.start <= name.start && line.end >= name.start) return { kind: 'name', span };
      return { kind: line.bullet ? 'bullet' : headed.has(line) ? 'entry' : 'text', span };
    });
    const { heading } = section;
    return heading
      ? [{ kind: 'heading' as const, span: { start: heading.start, end: heading.end } }, ...lines]
      : lines;
  });
}
