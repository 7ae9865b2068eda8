import type { FactorView } from '@/domain/pipeline/schema/explanation';
import type { Block, Span } from '@/domain/resumes/schema';

/** A passage of a résumé's text to be marked, and what rests on it. */
export interface Passage {
  /** Passages of one key are marked together: a factor, or a kind of fact. */
  key: string;
  span: Span;
}

/** What passages of a key are called: "Required skills". */
export interface PassageKind {
  key: string;
  label: string;
}

/** A stretch of text that passages of `keys` cover; none where nothing rests on it. */
export interface Stretch {
  start: number;
  end: number;
  keys: readonly string[];
}

/** Cuts `[from, to)` where passages begin and end; the stretches lie side by side and cover all of it. */
export function stretchesOf(from: number, to: number, passages: readonly Passage[]): Stretch[] {
  const inside = passages.filter(({ span }) => span.start < to && span.end > from);
  const within = (at: number): number => Math.min(to, Math.max(from, at));
  const cuts = [
    ...new Set([from, to, ...inside.flatMap(({ span }) => [within(span.start), within(span.end)])]),
  ].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? to;
    const covering = inside.filter(({ span }) => span.start <= start && span.end >= end);
    return { start, end, keys: [...new Set(covering.map(({ key }) => key))] };
  });
}

/** What factors rest on: a passage of several blocks is a whole entry, and only its first block is marked. */
export function factorPassages(
  factors: readonly Pick<FactorView, 'factor' | 'evidence'>[],
  blocks: readonly Block[],
): Passage[] {
  const head = (span: Span): Span => {
    const first = blocks.find((block) => span.start >= block.span.start && span.start < block.span.end);
    return first === undefined ? span : { start: span.start, end: Math.min(span.end, first.span.end) };
  };
  return factors.flatMap(({ factor, evidence }) =>
    evidence.flatMap(({ spans }) => spans.map((span) => ({ key: factor, span: head(span) }))),
  );
}
