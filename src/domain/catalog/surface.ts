/** A word of a text: its folded form, and where it stands in the original (UTF-16 offsets, end exclusive). */
export interface Token {
  word: string;
  start: number;
  end: number;
}

// A word may be ".net", may end in "++", "+" or "#" ("C++", "Security+", "C#"); apostrophes inside it stay.
const WORD =
  /\.net(?![\p{L}\p{N}])|\p{L}[\p{L}\p{N}]*(?:['’]\p{L}+)*(?:\+\+?(?![\p{L}\p{N}+])|#(?![\p{L}\p{N}]))?|\p{N}[\p{L}\p{N}]*|&/giu;

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/is(ations?|ational|ing|ed|es?|er|ers)$/, 'iz$1'],
  [/ys(es?|ed|ing|er|ers)$/, 'yz$1'],
  [/our(s|ed|ing|al)?$/, 'or$1'],
  [/ell(ing|ed|er|ers|or|ors)$/, 'el$1'],
  [/tre(s?)$/, 'ter$1'],
  [/ogue(s?)$/, 'og$1'],
  [/([^l])l(ments?)$/, '$1ll$2'],
];
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['&', 'and'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['licence', 'license'],
  ['licences', 'licenses'],
  ['jewellery', 'jewelry'],
  ['paediatric', 'pediatric'],
  ['paediatrics', 'pediatrics'],
  ['anaesthesia', 'anesthesia'],
  ['gynaecology', 'gynecology'],
  ['orthopaedic', 'orthopedic'],
  ['orthopaedics', 'orthopedics'],
  ['aluminium', 'aluminum'],
  ['fibre', 'fiber'],
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['tyres', 'tires'],
  ['cheque', 'check'],
  ['cheques', 'checks'],
]);

/** One spelling for British and American forms: the result is a key to compare by, not a word to show. */
function fold(raw: string): string {
  const word = raw
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  const whole = WHOLE.get(word);
  if (whole !== undefined) return whole;
  if (word.length > 4) {
    for (const [ending, to] of ENDINGS) if (ending.test(word)) return word.replace(ending, to);
  }
  return word;
}

/** The words of a text in order. "C++", "C#", ".NET" stay whole, "&" becomes "and"; all other marks separate. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(WORD)) {
    const raw = found[0];
    tokens.push({ word: fold(raw), start: found.index, end: found.index + raw.length });
  }
  return tokens;
}

/** The singular of a folded word where that is plain ("invoices" → "invoice", "policies" → "policy"). */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The folded words of a name, in the singular where it has several ("MS Excel Macros" → ms, excel, macro). */
export function surfaceWords(surface: string): string[] {
  const words = tokenise(surface).map((token) => token.word);
  return words.length > 1 ? words.map(singular) : words;
}

/** The key under which two spellings of one name are equal: its words without spaces. */
export const surfaceKey = (surface: string): string => surfaceWords(surface).join('');
