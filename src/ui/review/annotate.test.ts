import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceView, FactorView } from '@/domain/pipeline/schema/explanation';
import type { Block } from '@/domain/resumes/schema';
import type { Factor } from '@/domain/scoring/schema';
import { annotate, notesOf, withoutBullet } from '@/ui/review/annotate';
import { factorPoints } from '@/ui/review/factor-points';

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
  it('marks the passages of each factor and notes a finding where the first one begins', () => {
    const [, entry, bullet] = annotate(text, blocks, [
      { factor: 'required_skills', evidence: [evidence('Month-end close', 'Closed the month', 'SAP FI')] },
      { factor: 'role_similarity', evidence: [evidence('Finance lead', 'Finance lead')] },
    ]);
    expect(bullet?.pieces.map((piece) => [piece.text, piece.findings.map(({ factor }) => factor)])).toEqual([
      ['Closed the month', ['required_skills']],
      [' in five days with ', []],
      ['SAP FI', ['required_skills']],
      ['.', []],
    ]);
    expect(bullet?.findings).toEqual([
      { factor: 'required_skills', detail: 'Month-end close: level 3 asked, 3 found' },
    ]);
    expect(entry?.findings).toEqual([{ factor: 'role_similarity', detail: null }]);
  });

  it('notes what a factor finds in a list of lines where it begins, and anew after a heading', () => {
    const list = 'Skills\nIFRS\nAudit\nSAP FI\nTools\nExcel';
    const lines = list.split('\n');
    const starts = lines.map((line) => list.indexOf(line));
    const listed: Block[] = lines.map((line, index) => ({
      kind: index === 0 || line === 'Tools' ? 'heading' : 'text',
      span: { start: starts[index]!, end: starts[index]! + line.length },
    }));
    const skill = (name: string): EvidenceView => ({
      label: name,
      detail: 'Asked',
      spans: [listed[lines.indexOf(name)]!.span],
    });
    const [, ifrs, audit, sap, , excel] = annotate(list, listed, [
      { factor: 'required_skills', evidence: [skill('IFRS'), skill('SAP FI'), skill('Excel')] },
    ]);
    expect(ifrs?.findings.map(({ detail }) => detail)).toEqual(['IFRS: asked', 'SAP FI: asked']);
    expect([audit, sap].map((block) => block?.findings)).toEqual([[], []]);
    expect(sap?.pieces[0]?.findings).toHaveLength(1);
    expect(excel?.findings).toHaveLength(1);
  });

  it('says what factors found at one place once a factor, under its name and points', () => {
    const view = (factor: Factor, label: string, phrase: string, contribution: number): FactorView => ({
      factor,
      label,
      phrase,
      contribution,
      weight: 50,
      low: 0,
      expected: 0,
      high: 0,
      unknown: [],
      evidence: [],
    });
    const factors = factorPoints([
      view('role_similarity', 'Role similarity', 'Near title', 1_120),
      view('required_skills', 'Must-have skills', '2 of 2', 4_000),
    ]);
    const role = { factor: 'role_similarity', detail: null } as const;
    const skill = (detail: string) => ({ factor: 'required_skills' as const, detail });
    expect(notesOf([role, skill('IFRS: found'), role, skill('SAP: found')], factors)).toEqual([
      {
        factor: 'required_skills',
        title: 'Must-have skills 40.0 of 50',
        lines: ['IFRS: found', 'SAP: found'],
      },
      { factor: 'role_similarity', title: 'Role similarity 11.2 of 50', lines: ['Near title'] },
    ]);
    expect(notesOf([], factors)).toEqual([]);
    const again = notesOf(
      [
        { ...role, again: true },
        { ...skill('GST: found'), again: true },
      ],
      factors,
    );
    expect(again.map(({ lines }) => lines)).toEqual([['GST: found'], []]);
  });

  it('marks only the heading of an entry that a factor rests on as a whole', () => {
    const entry = { start: at('Finance lead').start, end: text.length };
    const annotated = annotate(text, blocks, [
      { factor: 'relevant_experience', evidence: [{ label: 'Finance lead', detail: '', spans: [entry] }] },
    ]);
    expect(annotated.map(({ pieces }) => pieces.map(({ findings }) => findings.length))).toEqual([
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
      texts.map((text) => ({ text, findings: [], hidden: /^•{2,}$/.test(text) }));
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
