import type { Span } from '../schema';
import type { Found } from './contact';
import { findDates } from './dates';
import { headingKind } from './headings';
import { spanIn, type PlacedSection } from './text';
import { titleScore } from './titles';

const HEAD_LINES = 6;
const LONGEST = 90;
/** Whoever looks for an occupation has not said that they have it. */
const WISHED = /\b(?:aspiring|seeking|looking|wannabe|future|objective|applying|student|graduate)\b/i;
const PARTS = /\t|\s*[|•·]\s*|\s+[–—-]\s+/g;

/**
 * The occupation at the head of a résumé ("STAFF NURSE", "Asha Rao | Product Designer"): the first piece of the opening lines
 * that reads as a title and is neither the name nor part of a sentence.
 */
export function findHeadline(sections: readonly PlacedSection[], name: Span | null): Found | null {
  const [top] = sections;
  if (top?.kind !== 'top') return null;
  for (const line of top.lines.slice(0, HEAD_LINES)) {
    if (line.text.length > LONGEST || findDates(line.text).length > 0 || headingKind(line.text) !== null)
      continue;
    let from = 0;
    for (const end of [...[...line.text.matchAll(PARTS)].map((gap) => gap.index), line.text.length]) {
      const piece = line.text.slice(from, end);
      const lead = /^[\s|•·–—\t-]*/u.exec(piece)?.[0].length ?? 0;
      const value = piece.slice(lead).trimEnd();
      const span = spanIn(line, from + lead, from + lead + value.length);
      from = end;
      const isName = name !== null && span.start < name.end && name.start < span.end;
      if (isName || value.length < 3 || WISHED.test(value) || /[@\d]|\.\s/.test(value)) continue;
      const score = titleScore(value);
      if (score >= 0.65) return { value, confidence: score * 0.9, span };
    }
  }
  return null;
}
