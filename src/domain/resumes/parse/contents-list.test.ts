import { describe, expect, it } from 'vitest';
import { withoutContents } from './contents-list';
import { plainLine } from './line';

const left = (...texts: string[]) =>
  withoutContents(texts.map((text) => plainLine(text, { bullet: text.startsWith('•') }))).map(
    ({ text }) => text,
  );

const page = [
  'Asha Rao',
  'Summary',
  'Runs payroll',
  'Experience',
  'Clerk, Acme',
  'Skills',
  'Tally',
  'Education',
  'B.Com.',
];

describe('withoutContents', () => {
  it('leaves out a list of the sections above them', () => {
    expect(left('• Summary', '• Experience', '• Skills', '• Education', ...page)).toEqual(page);
  });

  it('keeps headings that do not come again, and a page without a list', () => {
    expect(left(...page)).toEqual(page);
    const empty = ['Asha Rao', 'Summary', 'Experience', 'Skills', 'Education', 'B.Com.'];
    expect(left(...empty)).toEqual(empty);
  });
});
