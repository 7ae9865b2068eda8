import { describe, expect, it } from 'vitest';
import { plainLine, type Line } from './line';
import { toSections, waysIn } from './sections';

const line = (text: string, over: Partial<Line> = {}) => plainLine(text, { gap: 0.4, ...over });
const heading = (text: string) => line(text, { bold: true, gap: 1 });
const kinds = (lines: Line[]) =>
  toSections(lines).map((section) => [section.kind, section.lines.map(({ text }) => text)]);

describe('toSections', () => {
  const job = [heading('EXPERIENCE'), line('Payroll Lead, Mulberry Components'), line('Ran monthly payroll')];

  it('keeps a column that opens with contact details apart from the section before it', () => {
    const column = [
      line('Pune, India', { gap: 9, x: 400 }),
      line('asha@example.in'),
      line('+91 98220 11122'),
    ];
    expect(kinds([line('Asha Rao'), ...job, ...column])).toEqual([
      ['top', ['Asha Rao']],
      ['experience', ['Payroll Lead, Mulberry Components', 'Ran monthly payroll']],
      ['contact', ['Pune, India', 'asha@example.in', '+91 98220 11122']],
    ]);
  });

  it('opens the head of the page anew at the name in the largest type', () => {
    const aside = [heading('SKILLS'), line('Tally'), line('Asha Rao', { size: 24 }), line('Pune, India')];
    expect(kinds([...aside, ...job]).map(([kind, texts]) => [kind, texts?.[0]])).toContainEqual([
      'top',
      'Asha Rao',
    ]);
  });

  it('goes on with a section after the foot of its page', () => {
    const foot = line('98220 11122 | asha@example.in', { gap: 9 });
    const next = line('Closed the books', { gap: 9, page: 2 });
    expect(kinds([line('Asha Rao'), ...job, foot, next]).slice(1)).toEqual([
      ['experience', ['Payroll Lead, Mulberry Components', 'Ran monthly payroll']],
      ['contact', ['98220 11122 | asha@example.in']],
      ['experience', ['Closed the books']],
    ]);
  });

  it('leaves referees their addresses when the page ends between them', () => {
    const referee = [line('Dr Kulkarni, 98220 11122, k@example.org', { gap: 9, page: 2 })];
    const sections = kinds([...job, heading('REFERENCES'), line('Prof. Rane'), ...referee]);
    expect(sections.map(([kind]) => kind)).toEqual(['top', 'experience', 'references']);
  });
});

describe('waysIn', () => {
  it.each([
    ['asha@example.in | +91 98220 11122', 2],
    ['linkedin.com/in/asha', 1],
    ['2010-07-01 - 2014-05-01', 0],
    ['Jaipur, Rajasthan', 0],
  ])('%s → %i', (text, count) => {
    expect(waysIn(text)).toBe(count);
  });
});
