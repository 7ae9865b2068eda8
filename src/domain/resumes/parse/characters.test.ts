import { describe, expect, it } from 'vitest';
import { bulletLength, cleanLine, spellCork } from './characters';

describe('cleanLine', () => {
  it.each([
    ['spells ligatures out', 'Oﬃce ﬁnance ﬂow', 'Office finance flow'],
    ['makes a leading private-use glyph a bullet', '\uF0B7 Ran payroll', '• Ran payroll'],
    ['drops icons inside a line', 'asha@example.in \uF095 98220 11111', 'asha@example.in 98220 11111'],
    ['drops what cannot be seen', 'A\u200Bsha\u00AD R\u202Eao\u0000', 'Asha Rao'],
    ['keeps tabs, which part cells', '  Acme   Ltd \t 2020 ', 'Acme Ltd\t2020'],
    ['composes accents', 'Jose\u0301', 'José'],
    ['puts loose accents on their letters', 'J¨urgen, Universit´e du Rhˆone', 'Jürgen, Université du Rhône'],
    ['puts an accent on the letter before it where none follows', 'Ju¨rgen', 'Jürgen'],
    ['spells TeX’s logo', 'Rails • LAT X, LATEX, L ATEX', 'Rails • LaTeX, LaTeX, LaTeX'],
    ['leaves an accent that stands for an apostrophe', 'Master´s', 'Master´s'],
  ])('%s', (_, raw, clean) => {
    expect(cleanLine(raw)).toBe(clean);
  });
});

describe('spellCork', () => {
  it('spells the bare codes of bitmap fonts out', () => {
    expect(Array.from('Whit\u001celd 2016\u00152018', spellCork).join('')).toBe('Whitfield 2016–2018');
  });
});

describe('bulletLength', () => {
  it.each([
    ['• Led a team', 2],
    ['- Led a team', 2],
    ['➢ Led a team', 2],
    ['o Led a team', 2],
    ['-5 degrees', 0],
    ['office work', 0],
  ])('%s', (text, length) => {
    expect(bulletLength(text)).toBe(length);
  });
});
