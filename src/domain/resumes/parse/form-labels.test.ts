import { describe, expect, it } from 'vitest';
import { joinFormLabels } from './form-labels';
import { plainLine } from './line';

const joined = (...texts: string[]) =>
  joinFormLabels(texts.map((text) => plainLine(text))).map(({ text }) => text);

describe('joinFormLabels', () => {
  it('joins the labels of a form with the values below them', () => {
    expect(
      joined(
        'Dates',
        'Feb 2025 - Till date',
        'Occupation or position held',
        'Ward Sister',
        'Name and address of employer',
        'Acme, Pune',
      ),
    ).toEqual([
      'Dates\tFeb 2025 - Till date',
      'Occupation or position held\tWard Sister',
      'Name and address of employer\tAcme, Pune',
    ]);
  });

  it('joins a small label with the larger value below it', () => {
    const form = ['Mobile:', '98220 11122', 'Email:', 'asha@example.in', 'Location:', 'Pune'].map(
      (text, index) => plainLine(text, { size: index % 2 === 0 ? 8 : 11 }),
    );
    expect(joinFormLabels(form).map(({ text }) => text)).toEqual([
      'Mobile\t98220 11122',
      'Email\tasha@example.in',
      'Location\tPune',
    ]);
  });

  it('leaves a single label, a label above a heading and labels in a row', () => {
    expect(joined('Designation', 'Nurse', 'Acme')).toEqual(['Designation', 'Nurse', 'Acme']);
    const empty = ['Phone', 'Email', 'City', 'Education', 'Role', 'Skills'];
    expect(joined(...empty)).toEqual(empty);
  });
});
