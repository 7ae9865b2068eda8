import type { EvidenceView, FactorView } from '@/domain/pipeline/schema/explanation';
import type { Block, Span } from '@/domain/resumes/schema';
import type { Factor } from '@/domain/scoring/schema';
import type { FactorPoints } from '@/ui/review/factor-points';
import { tenthsWords } from '@/ui/score-words';

/** What a factor found at a passage. */
export interface Finding {
  factor: Factor;
  /** A skill with the level asked and found; null where the factor's own phrase says it. */
  detail: string | null;
  /** The factor is noted further up already. */
  again?: boolean;
}

/** A stretch of text with what factors found in it. */
export interface Piece {
  text: string;
  findings: readonly Finding[];
  /** Blocked out by the mask: shown as a bar, read as "hidden". */
  hidden: boolean;
}

/** What one factor says of a place: its points, and in the lines what it found. */
export interface Note {
  factor: Factor;
  /** "Role similarity 11.2 of 14". */
  title: string;
  lines: string[];
}

export interface AnnotatedBlock {
  kind: Block['kind'];
  start: number;
  pieces: Piece[];
  /** What begins here, to be noted in the margin. */
  findings: Finding[];
}

/** The mask puts one of these for each letter; a single one is a résumé's own bullet. */
const HIDDEN = /•{2,}(?:[^\p{L}\p{N}\n]{0,3}•{2,})*/gu;

interface MarkedSpan extends Span {
  finding: Finding;
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
      findings: [...new Set(marks.filter(covers).map(({ finding }) => finding))],
      hidden: hidden.some(covers),
    };
  });
}

const SKILLS: ReadonlySet<Factor> = new Set(['required_skills', 'preferred_skills']);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Of a skill the margin says which, and its levels; of a job only the factor's phrase: title and dates are in the text. */
const findingOf = (factor: Factor, { label, detail }: EvidenceView): Finding => ({
  factor,
  detail: SKILLS.has(factor) ? `${label}: ${lowerFirst(detail)}` : null,
});

/**
 * The blocks of a résumé with the passages that the factors rest on, each finding also at the block where it is to be
 * noted: where its first passage begins, or a few lines before with others of its factor. The pieces of a block make up exactly its text; spans may overlap, and one of several blocks marks its first.
 */
export function annotate(
  text: string,
  blocks: readonly Block[],
  factors: readonly Pick<FactorView, 'factor' | 'evidence'>[],
): AnnotatedBlock[] {
  const found = factors.flatMap(({ factor, evidence }) =>
    evidence
      .filter(({ spans }) => spans.length > 0)
      .map((one) => ({ finding: findingOf(factor, one), spans: one.spans })),
  );
  const marks = found.flatMap(({ finding, spans }) =>
    spans.map((span) => ({ ...beginning(span, blocks), finding })),
  );
  const firsts = found.map(({ finding, spans }) => ({
    at: Math.min(...spans.map(({ start }) => start)),
    finding,
  }));
  const annotated = blocks.map(({ kind, span }) => ({
    kind,
    start: span.start,
    pieces: piecesOf(
      text,
      span,
      marks.filter(({ start, end }) => start < span.end && end > span.start),
    ),
    findings: firsts.filter(({ at }) => at >= span.start && at < span.end).map(({ finding }) => finding),
  }));
  return phraseOnce(noteOnce(annotated));
}

/** A factor's phrase is about all it rests on: beside the first of it, in the order of the text. */
function phraseOnce(blocks: readonly AnnotatedBlock[]): AnnotatedBlock[] {
  const said = new Set<Factor>();
  return blocks.map((block) => {
    const before = new Set(said);
    block.findings.forEach(({ factor }) => said.add(factor));
    return {
      ...block,
      findings: block.findings.map((one) => (before.has(one.factor) ? { ...one, again: true } : one)),
    };
  });
}

/** Blocks from one finding to the next that still count as the same place: a list of skills, a line each. */
const NEAR = 3;
const factorsOf = ({ findings }: AnnotatedBlock): string =>
  [...new Set(findings.map(({ factor }) => factor))].sort().join();

/** What the same factors found a few lines further on is noted where they began. */
function noteOnce(blocks: readonly AnnotatedBlock[]): AnnotatedBlock[] {
  const noted: AnnotatedBlock[] = [];
  let holder = -1;
  let last = -1;
  blocks.forEach((block, index) => {
    noted.push(block);
    if (block.kind === 'heading') holder = -1;
    if (block.findings.length === 0) return;
    const held = noted[holder];
    if (held !== undefined && index - last <= NEAR && factorsOf(held) === factorsOf(block)) {
      noted[holder] = { ...held, findings: [...held.findings, ...block.findings] };
      noted[index] = { ...block, findings: [] };
    } else holder = index;
    last = index;
  });
  return noted;
}

/** The findings of one place as notes, one a factor, in the order in which the factors count. */
export function notesOf(findings: readonly Finding[], factors: readonly FactorPoints[]): Note[] {
  return factors.flatMap(({ view, tenths, most }) => {
    const own = findings.filter(({ factor }) => factor === view.factor);
    if (own.length === 0) return [];
    const lines = own.flatMap(({ detail, again }) => detail ?? (again ? [] : view.phrase));
    return [
      {
        factor: view.factor,
        title: `${view.label} ${tenthsWords(tenths)} of ${Number(most.toFixed(1))}`,
        lines: [...new Set(lines)],
      },
    ];
  });
}
