import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceView } from '@/domain/pipeline/schema/explanation';
import type { Block } from '@/domain/resumes/schema';
import { annotate, withoutBullet } from '@/ui/review/annotate';

const text = 'Experience\nFinance lead, Deccan Foods\nClosed the month in five days with SAP FI.\n';
const at = (passage: string): { start: number; end: number } => {
  const start = text.indexOf(passage);
  return { start, end: start + passage.length };
};
const blocks: Block[] = [
  { kind: 'heading', span: at('Experience') },
  { kind: 'entry', span: at('Finance lead, Deccan Foods') },
  { kind: 'bullet', span: at('Closed the month in five days with SAP FI.') },
];
const evidence = (label: string, ...passages: string[]): EvidenceView => ({
  label,
  detail: 'Level 3 asked, 3 found',
  spans: passages.map(at),
});

describe('a résumé with its evidence', () => {
  it('marks the passages of each factor and puts a note where the first one begins', () => {
    const [, entry, bullet] = annotate(text, blocks, [
      { factor: 'required_skills', evidence: [evidence('Month-end close', 'Closed the month', 'SAP FI')] },
      { factor: 'role_similarity', evidence: [evidence('Finance lead', 'Finance lead')] },
    ]);
    expect(bullet?.pieces.map((piece) => [piece.text, piece.factors])).toEqual([
      ['Closed the month', ['required_skills']],
      [' in five days with ', []],
      ['SAP FI', ['required_skills']],
      ['.', []],
    ]);
    expect(bullet?.notes.map(({ label }) => label)).toEqual(['Month-end close']);
    expect(entry?.notes).toEqual([
      { factor: 'role_similarity', label: 'Finance lead', detail: 'Level 3 asked, 3 found' },
    ]);
  });

  it('marks only the heading of an entry that a factor rests on as a whole', () => {
    const entry = { start: at('Finance lead').start, end: text.length };
    const annotated = annotate(text, blocks, [
      { factor: 'relevant_experience', evidence: [{ label: 'Finance lead', detail: '', spans: [entry] }] },
    ]);
    expect(annotated.map(({ pieces }) => pieces.map(({ factors }) => factors.length))).toEqual([
      [0],
      [1],
      [0],
    ]);
  });

  it('shows what the mask blocked out as hidden, and a bullet as a bullet', () => {
    const masked = '• Managed by •••••• •••••••';
    const [block] = annotate(masked, [{ kind: 'bullet', span: { start: 0, end: masked.length } }], []);
    expect(block?.pieces.map(({ text, hidden }) => [text, hidden])).toEqual([
      ['• Managed by ', false],
      ['•••••• •••••••', true],
    ]);
  });

  it('leaves one bullet to be drawn, however many the résumé wrote', () => {
    const pieces = (...texts: string[]) =>
      texts.map((text) => ({ text, factors: [], hidden: /^•{2,}$/.test(text) }));
    const shown = (...texts: string[]) =>
      withoutBullet(pieces(...texts))
        .map(({ text }) => text)
        .join('');
    expect(shown('• • Consolidate')).toBe('Consolidate');
    expect(shown('• ', '– IFRS', ' reporting')).toBe('IFRS reporting');
    expect(shown('-5 % of cost')).toBe('-5 % of cost');
    expect(shown('• ', '••••••', ' led it')).toBe('•••••• led it');
  });

  it('loses and doubles no letter, however the passages overlap', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: text.length }), fc.integer({ min: 0, max: text.length }))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const annotated = annotate(text, blocks, [
          { factor: 'required_skills', evidence: [{ label: 'A', detail: '', spans: spans.slice(0, 4) }] },
          { factor: 'domain', evidence: [{ label: 'B', detail: '', spans: spans.slice(4) }] },
        ]);
        annotated.forEach((block, index) => {
          const { start, end } = blocks[index]!.span;
          expect(block.pieces.map((piece) => piece.text).join('')).toBe(text.slice(start, end));
        });
      }),
    );
  });
});
