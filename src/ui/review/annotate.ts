import type { FactorView } from '@/domain/pipeline/schema/explanation';
import type { Block, Span } from '@/domain/resumes/schema';
import type { Factor } from '@/domain/scoring/schema';

/** A stretch of text with the factors that rest on it. */
export interface Piece {
  text: string;
  factors: readonly Factor[];
  /** Blocked out by the mask: shown as a bar, read as "hidden". */
  hidden: boolean;
}

/** Beside the passage it begins at: what a factor reads there. */
export interface MarginNote {
  factor: Factor;
  label: string;
  detail: string;
}

export interface AnnotatedBlock {
  kind: Block['kind'];
  start: number;
  pieces: Piece[];
  notes: MarginNote[];
}

/** The mask puts one of these for each letter; a single one is a résumé's own bullet. */
const HIDDEN = /•{2,}(?:[^\p{L}\p{N}\n]{0,3}•{2,})*/gu;

interface MarkedSpan extends Span {
  factor: Factor;
}

function hiddenSpans(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(HIDDEN)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** What a résumé writes before an item of a list, once or twice. */
const BULLET = /^(?:\s*[•●▪■◦‣·*–—-](?=\s|$)\s*)+/u;

/** The pieces of an item without the résumé's own bullets: the reader draws one. What the mask hides is no bullet. */
export function withoutBullet(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  if (first === undefined || first.hidden) return [...pieces];
  const text = first.text.replace(BULLET, '');
  return text === '' ? withoutBullet(rest) : [{ ...first, text }, ...rest];
}

/** A passage of several blocks is a whole entry: only the block it begins in, its heading, stands for it. */
function beginning(span: Span, blocks: readonly Block[]): Span {
  const first = blocks.find((block) => span.start >= block.span.start && span.start < block.span.end);
  return first && span.end > first.span.end ? { start: span.start, end: first.span.end } : span;
}

function piecesOf(text: string, span: Span, marks: readonly MarkedSpan[]): Piece[] {
  const hidden = hiddenSpans(text, span);
  const inside = (at: number): number => Math.min(span.end, Math.max(span.start, at));
  const cuts = [
    ...new Set([
      span.start,
      span.end,
      ...[...marks, ...hidden].flatMap(({ start, end }) => [inside(start), inside(end)]),
    ]),
  ].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? span.end;
    const covers = (other: Span): boolean => other.start <= start && other.end >= end;
    return {
      text: text.slice(start, end),
      factors: [...new Set(marks.filter(covers).map(({ factor }) => factor))],
      hidden: hidden.some(covers),
    };
  });
}

/**
 * The blocks of a résumé with the passages that the factors rest on, each note at the block where its first passage
 * begins. The pieces of a block make up exactly its text; spans may overlap, and one of several blocks marks its first.
 */
export function annotate(
  text: string,
  blocks: readonly Block[],
  factors: readonly Pick<FactorView, 'factor' | 'evidence'>[],
): AnnotatedBlock[] {
  const marks = factors.flatMap(({ factor, evidence }) =>
    evidence.flatMap(({ spans }) => spans.map((span) => ({ ...beginning(span, blocks), factor }))),
  );
  const firsts = factors.flatMap(({ factor, evidence }) =>
    evidence.flatMap(({ label, detail, spans }) => {
      const starts = spans.map(({ start }) => start);
      return starts.length === 0 ? [] : [{ at: Math.min(...starts), note: { factor, label, detail } }];
    }),
  );
  return blocks.map(({ kind, span }) => ({
    kind,
    start: span.start,
    pieces: piecesOf(
      text,
      span,
      marks.filter(({ start, end }) => start < span.end && end > span.start),
    ),
    notes: firsts.filter(({ at }) => at >= span.start && at < span.end).map(({ note }) => note),
  }));
}
