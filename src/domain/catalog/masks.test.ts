import { readFileSync } from 'node:fs';
import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildMaskTable,
  MASK_FIELDS,
  MASK_RULES,
  MASK_SURFACES,
  maskFileSchema,
  maskValue,
  type MaskRule,
} from './masks';

const file = maskFileSchema.parse(JSON.parse(readFileSync('config/mask_data.json', 'utf8')));
const table = buildMaskTable(file);
const context = {
  token: 'Candidate P-14',
  cityOf: (address: string) => (address.includes('Pune') ? 'Pune' : null),
};
const mask = (rule: MaskRule, value: string) => maskValue(rule, value, context);

describe('the table', () => {
  test('names every field once, with a rule on every surface', () => {
    expect(file.fields.map(({ field }) => field).sort()).toEqual([...MASK_FIELDS].sort());
    for (const { rules } of file.fields) expect(Object.keys(rules).sort()).toEqual([...MASK_SURFACES].sort());
  });

  test('says nowhere but in an export who someone is', () => {
    for (const surface of ['log', 'blind_review', 'pre_shortlist'] as const) {
      for (const field of [
        'name',
        'photo',
        'email',
        'phone',
        'birth_date',
        'pronouns',
        'family_lines',
      ] as const) {
        expect([field, surface, table.ruleFor(field, surface)]).not.toContain('keep');
      }
    }
  });

  test('hides employers and colleges only when a review asks for it', () => {
    expect(table.optionalFields.map(({ field }) => field)).toEqual(['employer', 'college']);
    expect(table.ruleFor('college', 'blind_review')).toBe('keep');
    expect(table.ruleFor('college', 'blind_review', new Set(['college']))).toBe('placeholder');
    expect(table.ruleFor('college', 'log', new Set(['college']))).toBe('drop');
  });

  test('drops a field that the file leaves out', () => {
    expect(buildMaskTable({ ...file, fields: [] }).ruleFor('employer', 'export')).toBe('drop');
  });
});

describe('maskValue', () => {
  test.each([
    ['keep', 'Pune', 'Pune'],
    ['drop', 'Pune', null],
    ['placeholder', 'Sahyadri Foods', '[hidden]'],
    ['initials', 'Ananya  raghavan', 'A. R.'],
    ['initials', "Seán O'Brien-Shah", 'S. O.'],
    ['initials', '123', null],
    ['token', 'Ananya Raghavan', 'Candidate P-14'],
    ['last_4', '+91 98200 43210', '•••• 3210'],
    ['last_4', '3210', null],
    ['domain_only', 'ananya@Mail.example', '•••@mail.example'],
    ['domain_only', 'https://www.linkedin.com/in/ananya?x=1', 'linkedin.com'],
    ['domain_only', 'github.com/ananya', 'github.com'],
    ['domain_only', 'ananya', null],
    ['city_only', 'Flat 3, MG Road, Pune 411001', 'Pune'],
    ['city_only', 'Flat 3, MG Road', null],
    ['year_drop', 'B.Com, Pune University, 2009', 'B.Com, Pune University'],
    ['year_drop', 'B.Com (2006–2009), Pune', 'B.Com, Pune'],
    ['year_drop', 'MBA, Jun 2014 - May 2016', 'MBA'],
    ['year_drop', 'CA Final 11/2012', 'CA Final'],
    ['year_drop', 'Class of 2009-10', 'Class of'],
    ['year_drop', '2009', null],
  ] as const)('%s of %s', (rule, value, shown) => {
    expect(mask(rule, value)).toBe(shown);
  });

  test('no year of this or the last century survives year_drop', () => {
    assert(
      property(
        constantFrom('1999', '2009', '2016-17', 'May 2011', '01/2003', '2001-2004'),
        string({ maxLength: 12 }),
        (year, text) => {
          expect(mask('year_drop', `${text} ${year}`) ?? '').not.toMatch(/\b(19|20)\d{2}\b/);
        },
      ),
    );
  });

  test('a rule other than keep never gives the value itself back for an identity', () => {
    const identity = 'ananya.raghavan@mail.example';
    for (const rule of MASK_RULES.filter((rule) => rule !== 'keep' && rule !== 'year_drop')) {
      expect([rule, mask(rule, identity)]).not.toContain(identity);
    }
  });
});
