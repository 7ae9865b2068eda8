import type { ParsedResume } from '../schema';
import { labelLength } from './skill-items';
import { headingKind } from './headings';
import { spanIn, type PlacedLine, type PlacedSection } from './text';

type Language = ParsedResume['languages'][number];

/** Names in English (and a few in the language itself) by ISO 639 code. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'english|anglais|englisch|inglés|ingles',
  hi: 'hindi',
  bn: 'bengali|bangla',
  te: 'telugu',
  mr: 'marathi',
  ta: 'tamil',
  ur: 'urdu',
  gu: 'gujarati|gujrati|gujarathi',
  kn: 'kannada|kannad',
  ml: 'malayalam',
  or: 'odia|oriya',
  pa: 'punjabi|panjabi',
  as: 'assamese',
  ne: 'nepali',
  si: 'sinhala|sinhalese',
  sd: 'sindhi',
  ks: 'kashmiri',
  sa: 'sanskrit',
  kok: 'konkani',
  mai: 'maithili',
  bho: 'bhojpuri',
  fr: 'french|français|francais|französisch',
  de: 'german|deutsch|allemand',
  es: 'spanish|español|castilian|spanisch|espagnol',
  pt: 'portuguese|português',
  it: 'italian|italiano|italienisch|italien',
  nl: 'dutch|nederlands',
  sv: 'swedish|svenska',
  no: 'norwegian|norsk',
  da: 'danish|dansk',
  fi: 'finnish|suomi',
  pl: 'polish|polski|polnisch',
  cs: 'czech',
  sk: 'slovak',
  sl: 'slovenian|slovene',
  hu: 'hungarian|magyar',
  ro: 'romanian',
  bg: 'bulgarian',
  el: 'greek',
  tr: 'turkish|türkçe',
  ru: 'russian|russisch|русский',
  uk: 'ukrainian',
  sr: 'serbian',
  hr: 'croatian',
  bs: 'bosnian',
  sq: 'albanian',
  lt: 'lithuanian',
  lv: 'latvian',
  et: 'estonian',
  ar: 'arabic',
  he: 'hebrew',
  fa: 'persian|farsi',
  ps: 'pashto',
  zh: 'chinese|mandarin|mandarin chinese|cantonese|putonghua',
  ja: 'japanese',
  ko: 'korean',
  th: 'thai',
  vi: 'vietnamese',
  id: 'indonesian|bahasa indonesia|bahasa',
  ms: 'malay|bahasa melayu',
  tl: 'tagalog|filipino',
  my: 'burmese',
  km: 'khmer',
  lo: 'lao',
  mn: 'mongolian',
  sw: 'swahili|kiswahili',
  am: 'amharic',
  af: 'afrikaans',
  zu: 'zulu',
  yo: 'yoruba',
  ig: 'igbo',
  ha: 'hausa',
  ga: 'irish',
  cy: 'welsh',
  ca: 'catalan',
  eu: 'basque',
  gl: 'galician',
  is: 'icelandic',
  la: 'latin',
  hy: 'armenian',
  ka: 'georgian',
  kk: 'kazakh',
  uz: 'uzbek',
  az: 'azerbaijani',
  be: 'belarusian',
};
const CODE: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
);
const ANY = new RegExp(
  `(?<![\\p{L}])(?:${[...CODE.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}])`,
  'giu',
);

const LEVELS: readonly (readonly [RegExp, NonNullable<Language['level']>])[] = [
  [/native|mother\s?tongue|bilingual|first language|muttersprache|langue maternelle|nativo/i, 'C2'],
  [
    /fluent|full professional|fluency|proficient|advanced|expert|excellent|courant|fließend|verhandlungssicher/i,
    'C1',
  ],
  [/professional working|professional|upper[- ]intermediate|business|very good|good/i, 'B2'],
  [/intermediate|conversational|conversation|working|moderate|limited working|pre-intermediate/i, 'B1'],
  [/elementary|basic|basics|beginner|limited|learning|school|novice/i, 'A2'],
];

/** Whether the whole text is the name of a human language. */
export function isLanguageName(text: string): boolean {
  return CODE.has(text.trim().toLowerCase());
}

function levelIn(text: string): Language['level'] {
  const cefr = /\b([ABC][12])\b/i.exec(text)?.[1]?.toUpperCase();
  if (cefr !== undefined) return cefr as Language['level'];
  return LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function fromLine(line: PlacedLine, next: PlacedLine | undefined): Language[] {
  const hits = [...line.text.matchAll(ANY)];
  return hits.flatMap((hit, index): Language[] => {
    const code = CODE.get(hit[0].toLowerCase());
    if (code === undefined) return [];
    const end = hit.index + hit[0].length;
    const before = line.text.slice(
      hits[index - 1] ? (hits[index - 1]?.index ?? 0) + (hits[index - 1]?.[0].length ?? 0) : 0,
      hit.index,
    );
    const after = line.text.slice(end, hits[index + 1]?.index ?? line.text.length);
    const beside =
      levelIn(after.split(/[,;|•]/)[0] ?? '') ??
      (/\b(?:in|of|:)?\s*$/i.test(before) ? levelIn(before.split(/[,;|•)]/).at(-1) ?? '') : null);
    const alone =
      hits.length === 1 &&
      after.trim() === '' &&
      next !== undefined &&
      [...next.text.matchAll(ANY)].length === 0 &&
      next.text.length < 40;
    return [
      { code, level: beside ?? (alone ? levelIn(next.text) : null), span: spanIn(line, hit.index, end) },
    ];
  });
}

/** Spoken languages with their level, from sections and lines that are about languages. */
export function readLanguages(sections: readonly PlacedSection[]): Language[] {
  const found = sections.flatMap((section) =>
    section.lines.flatMap((line, index) => {
      const label = line.text.slice(0, labelLength(line.text)).replace(/[:\s]+$/, '');
      const about =
        section.kind === 'languages' ||
        (label !== '' && headingKind(label.replace(/^[^\p{L}]+/u, '')) === 'languages') ||
        /^\W*languages?(?:\s+(?:known|spoken|skills?))?\s*[\t:–-]/i.test(line.text);
      return about ? fromLine(line, section.lines[index + 1]) : [];
    }),
  );
  const seen = new Set<string>();
  return found.filter(({ code }) => !seen.has(code) && seen.add(code));
}
