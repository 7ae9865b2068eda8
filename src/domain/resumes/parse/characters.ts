const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'ft',
  ﬆ: 'st',
};

/** Characters that open a list item when they stand alone at the start of a line. */
export const BULLETS = '•●○◦▪▫■□◆◇►▶▸‣⁃∙·⦁➢➤➔✓✔❖★☆»';
const BULLET_START = new RegExp(`^\\s*(?:[${BULLETS}]+|[-–—*{](?=\\s)|o(?=\\s{1,4}[A-Z]))\\s*`, 'u');

/** What TeX's T1 fonts draw where others have controls; bitmap fonts in old files give the bare codes. */
const CORK = new Map(
  Object.entries({
    0x10: '“',
    0x11: '”',
    0x12: '„',
    0x15: '–',
    0x16: '—',
    0x1b: 'ff',
    0x1c: 'fi',
    0x1d: 'fl',
    0x1e: 'ffi',
    0x1f: 'ffl',
  }).map(([code, text]) => [String.fromCharCode(Number(code)), text] as const),
);

/** Dashes, quotes and ligatures for the control codes that stand for them in TeX's fonts. */
export const spellCork = (text: string): string => CORK.get(text) ?? text;

/** Accents that TeX's older fonts set as characters of their own, before the letter they belong to: "Universit´e". */
const ACCENTS: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  '¨': '\u0308',
  ˆ: '\u0302',
  '˜': '\u0303',
  ˇ: '\u030C',
};
const LOOSE_ACCENT = /([´`¨ˆ˜ˇ])((?<=[´`¨ˆ])[aeiouyAEIOUY]|(?<=˜)[anoANO]|(?<=ˇ)[cdenrstzCDENRSTZ])/gu;

/** Symbol and dingbat fonts put their bullets here; they carry no text. */
const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;
const PICTURES = /[\u{1F000}-\u{1FAFF}\u2600-\u26FF\u2702-\u27BF\uFE0F\u20E3]/gu;
// Controls, soft hyphens, zero-width marks, bidirectional overrides, stand-ins for what could not be shown.
const INVISIBLE = /[\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFFC\uFFFD]/gu;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;

/**
 * Cleans one line: ligatures spelt out, private-use glyphs and pictures dropped (a leading one becomes a bullet),
 * invisible characters removed, spaces plain and single. Tabs, which separate cells, survive.
 */
export function cleanLine(raw: string): string {
  const text = raw
    .replace(/[ﬀ-ﬆ]/gu, (character) => LIGATURES[character] ?? character)
    .replace(SPACES, ' ')
    .replace(/^\s*[\uE000-\uF8FF](?=\s*[^\s\uE000-\uF8FF])/u, '• ')
    .replace(PRIVATE_USE, ' ')
    .replace(PICTURES, ' ')
    .replace(LOOSE_ACCENT, (pair, accent: string, letter: string) => {
      const composed = `${letter}${ACCENTS[accent] ?? ''}`.normalize('NFC');
      return composed.length === 1 ? composed : pair;
    })
    .replace(/(?<=[aeiouyAEIOUY])([´`¨ˆ])(?=\p{Ll}{2})/gu, (accent: string) => ACCENTS[accent] ?? accent)
    .replace(/(?<!\p{L})L ?A ?T ?E? ?X(?!\p{L})/gu, 'LaTeX')
    .replace(INVISIBLE, (character) => (character === '\t' ? '\t' : character === '\n' ? ' ' : ''))
    .normalize('NFC');
  return text
    .replace(/(?<! ) *\t[ \t]*/g, '\t')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\t ]+|[\t ]+$/g, '');
}

/** Length of the bullet (with its space) that opens the line; 0 when none does. */
export function bulletLength(text: string): number {
  return BULLET_START.exec(text)?.[0].length ?? 0;
}
