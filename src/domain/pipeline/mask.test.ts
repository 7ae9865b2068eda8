import { describe, expect, it } from 'vitest';
import type { ParsedResume, Span } from '@/domain/resumes/schema';
import { maskOf, maskResumeText } from './mask';

const spanOf = (text: string, passage: string): Span => {
  const start = text.indexOf(passage);
  if (start < 0) throw new Error(`“${passage}” is not in the text.`);
  return { start, end: start + passage.length };
};

const resumeOf = (text: string, rest: Partial<ParsedResume> = {}): ParsedResume => ({
  parserVersion: '0',
  text,
  pages: 1,
  blocks: [],
  name: null,
  email: null,
  phone: null,
  location: null,
  skills: [],
  experience: [],
  education: [],
  languages: [],
  licences: [],
  totalMonths: null,
  ...rest,
});

describe('the mask of a person', () => {
  it.each([
    ['Meera Joshi', 'Meera'],
    ['MEERA JOSHI', 'JOSHI'],
    ['Meera’s own practice', 'Meera'],
    ['Ms. Meera', 'Ms'],
    ['see meerajoshi.dev', 'meerajoshi'],
    ['joshimeera on the web', 'joshimeera'],
    ['write to meera.j@people.example', 'people.example'],
    ['mj [at] people [dot] example', 'people'],
    ['https://folio.example/mj', 'folio'],
    ['in.linkedin.com/in/mj-accounts', 'mj-accounts'],
    ['folio.io/mj', 'folio'],
    ['LinkedIn: mj-accounts', 'mj-accounts'],
    ['+91 98200 12345', '12345'],
    ['Ph: 9123 4567', '4567'],
    ['Accounts lead | DOB: 12/03/1990', '1990'],
    ['Marital status: Married', 'Married'],
    ['D/O Ramesh Kulkarni', 'Ramesh'],
    ['Gender: Female', 'Female'],
    ['PAN ABCPJ1234K', 'ABCPJ1234K'],
    ['1234 5678 9012', '9012'],
    ['Passport M1234567', 'M1234567'],
    ['Meera (she/her)', 'she'],
    ['a maternity break', 'maternity'],
  ])('blocks out of “%s” the “%s”, in place', (text, hidden) => {
    const masked = maskOf(['Meera Joshi', null])(text);
    expect(masked).not.toContain(hidden);
    expect(masked).toHaveLength(text.length);
  });

  it.each([
    'Reconciled 1,200 invoices a month; saved ₹ 12,00,000 in 2021',
    'Accountant, Nandi Stationers, 01/2019 – 03/2021',
    '2019-2021 2022-2024',
    'Mobile developer 2019 - 2021',
    'ASP.NET/C#, Node.js/Express, SAP S/4HANA, Tally ERP 9',
    'B.Com/MBA, CA/CS',
    'MS Excel, MS (Computer Science)',
  ])('leaves “%s” as it is', (text) => {
    expect(maskOf(['Meera Joshi'])(text)).toBe(text);
  });

  it('keeps the length of letters beyond the first plane', () => {
    const text = '𝐌𝐉 m@people.example 𝐌';
    expect(maskOf(['𝐌𝐉'])(text)).toHaveLength(text.length);
  });

  it('leaves a person without a name readable', () => {
    expect(maskOf([null, undefined, ''])('Accountant in Pune')).toBe('Accountant in Pune');
  });
});

describe('a masked résumé', () => {
  const text = [
    'M E E R A  J O S H I',
    'meera joshi AT people example',
    'Experience',
    'Accountant, Nandi Stationers, 2016 – 2021',
    'Education',
    'B.Com, University of Pune, 2008–11',
    'Class XII 2008',
    'Skills',
    'Tally since 2016',
    'Diploma in Taxation, 2014',
  ].join('\n');
  const heading = (line: string) => ({ kind: 'heading' as const, span: spanOf(text, line) });
  const masked = maskResumeText(
    resumeOf(text, {
      name: { value: 'Meera Joshi', confidence: 1, span: spanOf(text, 'M E E R A  J O S H I') },
      email: { value: 'x@y.example', confidence: 1, span: spanOf(text, 'meera joshi AT people example') },
      blocks: [heading('Experience'), heading('Education'), heading('Skills')],
      education: [
        {
          school: null,
          degree: 'Diploma in Taxation',
          start: null,
          end: '2014',
          span: spanOf(text, 'Diploma in Taxation, 2014'),
          confidence: 1,
        },
      ],
    }),
    maskOf(['Meera Joshi']),
  );
  const lines = masked.split('\n');

  it('blocks out what was read as name and mail, whatever its spelling', () => {
    expect(lines[0]).toBe('• • • • •  • • • • •');
    expect(lines[1]).not.toMatch(/[\p{L}]/u);
    expect(masked).toHaveLength(text.length);
  });

  it('hides years of education, under its heading and in entries, and keeps those of work', () => {
    expect(lines[3]).toBe('Accountant, Nandi Stationers, 2016 – 2021');
    expect(lines[5]).toBe('B.Com, University of Pune, ••••–••');
    expect(lines[6]).toBe('Class XII ••••');
    expect(lines[8]).toBe('Tally since 2016');
    expect(lines[9]).toBe('Diploma in Taxation, ••••');
  });
});
