import { describe, expect, it } from 'vitest';
import { asName, findName } from './name';
import { plainLine } from './line';
import { textLines } from './plain';
import { readingOf } from './text';

const find = (text: string, email: string | null = null) =>
  findName(readingOf(textLines(text)).sections, email, 10)?.value ?? null;

describe('asName', () => {
  it.each([
    ['CURRICULUM VITAE OF ASHA RAO', 'ASHA RAO'],
    ['Name : Asha Rao', 'Asha Rao'],
    ['Dr. Asha Rao, PMP, MBA', 'Asha Rao'],
    ["I'm Asha Rao.", 'Asha Rao'],
    ['Jan van der Berg', 'Jan van der Berg'],
    ['Zoë O’Hara', 'Zoë O’Hara'],
  ])('%s', (text, name) => {
    expect(asName(text)).toBe(name);
  });

  it.each([
    'Work Experience',
    'Curriculum Vitae',
    'asha@example.in',
    'Flat 12, Pune',
    'Ran the payroll team',
  ])('%s is none', (text) => {
    expect(asName(text)).toBeNull();
  });
});

describe('findName', () => {
  it('takes the first name-like line, not the trade below it', () => {
    expect(find('Asha Rao\nSenior Payroll Executive\nasha@example.in')).toBe('Asha Rao');
    expect(find('RESUME\nMeera Nair | Data Engineer')).toBe('Meera Nair');
  });

  it('trusts the e-mail address over the order', () => {
    expect(find('Harbour Lane\nAsha Rao', 'asha.rao@example.in')).toBe('Asha Rao');
    expect(find('Etta\nChicago', 'etta@example.com')).toBe('Etta');
  });

  it('takes no country code, and parts a name from the title glued to it where the address spells it', () => {
    expect(find('IN\nAsha Rao\nasha.rao@example.in', 'asha.rao@example.in')).toBe('Asha Rao');
    expect(find('Asha RaoNurse\nasha.rao@example.in', 'asha.rao@example.in')).toBe('Asha Rao');
  });

  it('reads the label of a table of personal details', () => {
    expect(find('Position\tNurse\nName\tAsha Rao\nPhone\t98220 11122')).toBe('Asha Rao');
  });

  it('joins a name set over two lines in large type', () => {
    const lines = [
      plainLine('Asha', { size: 40, gap: 9 }),
      plainLine('Venkatesan', { size: 40 }),
      plainLine('Office Manager', { size: 11 }),
    ];
    expect(findName(readingOf(lines).sections, 'ashav@example.in', 11)?.value).toBe('Asha Venkatesan');
    const apart = [lines[0], plainLine('+91 98220 11122', { size: 9 }), lines[1], lines[2]].flatMap(
      (line) => line ?? [],
    );
    expect(findName(readingOf(apart).sections, 'ashav@example.in', 11)?.value).toBe('Asha Venkatesan');
    const beside = [lines[0], plainLine('Venkatesan\tPune, India', { size: 40 }), lines[2]].flatMap(
      (line) => line ?? [],
    );
    expect(findName(readingOf(beside).sections, 'ashav@example.in', 11)?.value).toBe('Asha Venkatesan');
  });
});
