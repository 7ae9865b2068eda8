import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSkillRows } from './csv';
import { buildSkillIndex } from './skills';

const rows = readSkillRows(readFileSync('config/skills.csv', 'utf8'), 'config/skills.csv');
const index = buildSkillIndex(rows.map(({ skill }) => skill));
const named = (text: string): string[] => index.findInText(text).map(({ skillId }) => skillId);

describe('a phrase', () => {
  it.each([
    ['MS-Excel', 'microsoft-excel'],
    ['Excel', 'microsoft-excel'],
    ['Advance Excel', 'advanced-excel'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['c#', 'c-sharp'],
    ['.NET', 'dot-net'],
    ['ASP.Net Core', 'asp-net'],
    ['nodejs', 'node-js'],
    ['Node JS', 'node-js'],
    ['Java Script', 'javascript'],
    ['Power-BI', 'power-bi'],
    ['powerbi', 'power-bi'],
    ['Python 3.9', 'python'],
    ['SQL Server 2012', 'sql-server'],
    ['Tally Prime', 'tally'],
    ['Tally.ERP 9', 'tally'],
    ['SAP FI-CO', 'sap-fico'],
    ['S4 HANA', 'sap-s-4hana'],
    ['Adobe Photoshop CC 2020', 'adobe-photoshop'],
    ['knowledge of GST', 'gst'],
    ['GST filing', 'gst-filing'],
    ['GSTR-3B', 'gstr-3b'],
    ['HR Policies & Procedures', 'hr-policies'],
    ['Organizational skills', 'organisational-skills'],
    ['Financial Modeling', 'financial-modelling'],
    ['Good Communication Skills', 'communication'],
    ['• Team Handling', 'team-management'],
    ['E-Commerce', 'e-commerce'],
    ['Accounts Payables', 'accounts-payable'],
    ['Microsoft Office Suite (Word, Excel)', 'microsoft-office'],
  ])('%s is %s', (surface, id) => {
    expect(index.normalise(surface)?.id).toBe(id);
  });

  it.each(['', ' – ', 'gibberish', 'Head of nothing in particular', '2019', '(', 'react@example.com'])(
    '“%s” is no skill',
    (surface) => {
      expect(index.normalise(surface)).toBeNull();
    },
  );
});

describe('a text', () => {
  it('takes the longest name at a place and tells where it stands', () => {
    const text = 'Managed accounts payable & receivable, then the month-end close.';
    expect(index.findInText(text)).toEqual([
      {
        skillId: 'accounts-payable-and-receivable',
        surface: 'accounts payable & receivable',
        start: 8,
        end: 37,
      },
      { skillId: 'month-end-close', surface: 'month-end close', start: 48, end: 63 },
    ]);
  });

  it('reads Indian payroll', () => {
    expect(named('Payroll for 450 people incl. PF, ESI, PT and TDS on greytHR; issued Form 16.')).toEqual([
      'payroll-processing',
      'provident-fund',
      'esi',
      'professional-tax',
      'tds',
      'greythr',
      'form-16',
    ]);
  });

  it('reads a list of short names', () => {
    expect(named('Languages: C, C++, C#, Go, R, Java, .NET, ASP.NET, Node.js')).toEqual([
      'c',
      'c-plus-plus',
      'c-sharp',
      'go',
      'r',
      'java',
      'dot-net',
      'asp-net',
      'node-js',
    ]);
    expect(named('Word, Excel, Access, PowerPoint')).toEqual([
      'microsoft-word',
      'microsoft-excel',
      'microsoft-access',
      'microsoft-powerpoint',
    ]);
  });

  it('reads versions that are written onto the name', () => {
    expect(named('HTML5/CSS3, Python3, Java8, PHP7')).toEqual(['html', 'css', 'python', 'java', 'php']);
  });

  it.each([
    ['Built services in Go.', ['go']],
    ['Pivot tables in Excel for the board', ['pivot-tables', 'microsoft-excel']],
    ['Proficient in MS Word', ['microsoft-word']],
    ['React Native and Swift for iOS', ['react-native', 'swift', 'ios-development']],
  ])('takes an everyday word for a skill where its neighbours say so: %s', (text, ids) => {
    expect(named(text)).toEqual(ids);
  });

  it.each([
    'I excel at making teams go the extra mile and have access to word of mouth.',
    'Spring 2019. The swift response reacts well and sparks a notion of slack.',
    'Worked at American Express; express delivery from Monday to Friday.',
    'Experienced in design and in vision of the house.',
    'github.com/rahul, react@example.com, https://python.org/java',
    'Hyderabad, AP. San Jose, CA. Jane Doe.',
    'Under the leadership of the head of operations, in coordination with all teams',
    'Worked with cross teams in San Francisco on the access road',
  ])('leaves everyday words and addresses alone: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('keeps two names on two lines apart and joins a wrapped one', () => {
    expect(named('Skills\nExcel\nVBA\nPower BI')).toEqual(['microsoft-excel', 'vba', 'power-bi']);
    expect(named('responsible for statutory audit and bank\nreconciliation of six accounts')).toEqual([
      'statutory-audit',
      'bank-reconciliation',
    ]);
  });

  it('never overlaps and quotes the text, whatever the text', () => {
    const word = fc.constantFrom(
      'Excel',
      'GST',
      'returns',
      ',',
      '\n',
      'and',
      'Go',
      'C++',
      '.NET',
      '(',
      'é',
      '🙂',
      'Tally 9',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        let last = 0;
        for (const { surface, start, end } of index.findInText(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(surface);
          last = end;
        }
      }),
    );
  });
});

describe('the picker', () => {
  it.each([
    ['exc', 'microsoft-excel'],
    ['r', 'r'],
    ['gst', 'gst'],
    ['accounts pay', 'accounts-payable'],
    ['pay acc', 'accounts-payable'],
    ['photoshp', 'adobe-photoshop'],
    ['excle', 'microsoft-excel'],
    ['recrutment', 'recruitment'],
    ['node', 'node-js'],
  ])('“%s” offers %s', (query, id) => {
    expect(index.search(query, 5).map((skill) => skill.id)).toContain(id);
  });

  it('puts the exact name first and keeps to the limit', () => {
    expect(index.search('react', 3).map((skill) => skill.id)[0]).toBe('react');
    expect(index.search('a', 7)).toHaveLength(7);
    expect(index.search('  ', 7)).toEqual([]);
  });
});

it('gives neighbours in both directions', () => {
  for (const [id, others] of index.related) {
    for (const other of others) expect(index.related.get(other)).toContain(id);
  }
  expect(index.related.get('tally')).toContain('quickbooks');
  expect(index.broader.get('gst-filing')).toBe('gst');
});
