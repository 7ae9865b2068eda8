import { describe, expect, it } from 'vitest';
import { placePassages } from './place-passages';

const at = (text: string, passage: string, nth = 0) => {
  let start = text.indexOf(passage);
  for (let index = 0; index < nth; index += 1) start = text.indexOf(passage, start + 1);
  return { key: 'found', span: { start, end: start + passage.length } };
};
const marked = (pages: readonly (readonly string[])[], ...args: Parameters<typeof placePassages>) =>
  placePassages(...args).map(({ page, item, span }) => [
    page,
    item,
    (pages[page]?.[item] ?? '').slice(span.start, span.end),
  ]);
const place = (pages: readonly (readonly string[])[], text: string, ...passages: ReturnType<typeof at>[]) =>
  marked(pages, pages, text, passages);

describe('placing passages in the text layer', () => {
  it('finds a passage whatever the layer does with spaces, capitals, ligatures and broken words', () => {
    const text = 'Filed GST returns for 40 offices\nMonth-end closing';
    const pages = [
      ['  •  Filed  G', 'ST returns for 40 o', 'ﬃ', 'ces'],
      ['MONTH', '-', 'END CLOS', 'ING'],
    ];
    expect(place(pages, text, at(text, 'GST returns for 40 offices'))).toEqual([
      [0, 0, 'G'],
      [0, 1, 'ST returns for 40 o'],
      [0, 2, 'ﬃ'],
      [0, 3, 'ces'],
    ]);
    expect(place(pages, text, at(text, 'Month-end'))).toEqual([
      [1, 0, 'MONTH'],
      [1, 2, 'END'],
    ]);
  });

  it('takes the occurrence with the same words around it, and a whole word before a part of one', () => {
    const text = 'Skills: Tally, Excel\nNandi Stationers\nKept the books in Tally for three shops';
    const pages = [['Kept the books in Tally for three shops'], ['Skills: Tally, Excel'], ['MySQL and SQL']];
    expect(place(pages, text, at(text, 'Tally'))).toEqual([[1, 0, 'Tally']]);
    expect(place(pages, text, at(text, 'Tally', 1))).toEqual([[0, 0, 'Tally']]);
    const [[, , word], ...others] = place(pages, 'SQL', at('SQL', 'SQL')) as [[number, number, string]];
    expect([word, others.length]).toEqual(['SQL', 0]);
    expect(placePassages(pages, 'SQL', [at('SQL', 'SQL')])[0]!.span.start).toBe('MySQL and '.length);
  });

  it('marks the parts of a passage that another order of columns tears apart', () => {
    const text = 'Accountant, Nandi Stationers 2019 – 2022';
    const pages = [['2019 – 2022', 'Accountant', 'Pune', 'Nandi Stationers']];
    expect(place(pages, text, at(text, text))).toEqual([
      [0, 1, 'Accountant'],
      [0, 3, 'Nandi Stationers'],
      [0, 0, '2019 – 2022'],
    ]);
  });

  it('leaves out what does not stand in the file', () => {
    expect(place([['Payroll for 200 people']], 'Tally', at('Tally', 'Tally'))).toEqual([]);
    expect(place([[]], '', at('', ''))).toEqual([]);
  });
});
