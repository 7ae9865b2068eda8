import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { Span } from '../schema';
import { spanIn, type PlacedLine, type PlacedSection } from './text';

export interface Found {
  value: string;
  confidence: number;
  span: Span | null;
}

const EMAIL =
  /[\p{L}\d][\p{L}\d._%+'-]*\s?(?:@|\(at\)|\[at\])\s?(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\s?\.\s?)+\p{L}{2,24}(?![\p{L}\d])/giu;
const SURELY =
  /[\p{L}\d][\p{L}\d._%+'-]*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,24}(?![\p{L}\d])/giu;

/** Sections that speak of other people. */
const OTHERS: ReadonlySet<PlacedSection['kind']> = new Set(['references', 'publications']);

function inOrder(sections: readonly PlacedSection[]): { line: PlacedLine; own: boolean }[] {
  return sections.flatMap((section) =>
    section.lines.map((line) => ({ line, own: !OTHERS.has(section.kind) })),
  );
}

const WHOLE = new RegExp(`^${SURELY.source}$`, 'iu');
/** Ends after which no more letters are to be expected. */
const ENDED =
  /\.(?:com|net|org|edu|gov|info|biz|xyz|dev|app|tech|online|site|in|io|ai|me|uk|de|fr|us|ca|au|eu|es|it|pl|nl|ch|se|no|dk|fi|ie|nz|sg|my|np|lk|za|ke|ng|jp|br|mx)$/i;

/** The last letters of an address that its column cut off: "m", ".com", "com", "mple" after "example.exa". */
const isTail = (head: string, text: string) =>
  /^(?:[.@].*|[a-z]{2,3}\.[a-z]{2})$/.test(text) || (!ENDED.test(head) && /^[a-z]{1,8}$/.test(text));

/** An address broken over two lines of a narrow column: the rest stands alone on the next line. */
function joinBroken(lines: readonly PlacedLine[]): { value: string; span: Span } | null {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || /\s/.test(next.text)) continue;
    const head = /[\p{L}\d][\p{L}\d._%+'-]*@?[\p{L}\d.-]*$/u.exec(line.text)?.[0];
    if (head === undefined || !`${head}${next.text}`.includes('@')) continue;
    // What stands above a whole address is a name or a number, not its beginning.
    if (!/[._+\d@-]/.test(head) || (!/[._+@-]$/.test(head) && WHOLE.test(next.text))) continue;
    const whole = WHOLE.exec(head + next.text)?.[0];
    const complete = WHOLE.test(head) && !isTail(head, next.text);
    if (whole !== undefined && !complete) {
      return { value: whole, span: { start: line.end - head.length, end: next.end } };
    }
  }
  return null;
}

/**
 * The person's e-mail address, lower case. `links` are the file's own mailto targets, used when the page shows none.
 */
export function findEmail(sections: readonly PlacedSection[], links: readonly string[]): Found | null {
  const lines = inOrder(sections);
  const after = (line: PlacedLine) =>
    lines[lines.findIndex((entry) => entry.line === line) + 1]?.line.text ?? '';
  for (const [pattern, confidence] of [
    [SURELY, 0.98],
    [EMAIL, 0.85],
  ] as const) {
    for (const own of [true, false]) {
      for (const { line } of lines.filter((entry) => entry.own === own)) {
        const match = line.text.matchAll(pattern).next().value;
        if (!match) continue;
        const cutOff = match.index + match[0].length === line.text.length && isTail(match[0], after(line));
        const broken = cutOff ? joinBroken(lines.map((entry) => entry.line)) : null;
        if (broken) return { value: broken.value.toLowerCase(), confidence: 0.8, span: broken.span };
        const value = match[0]
          .replace(/\s/g, '')
          .replace(/[([]at[)\]]/i, '@')
          .toLowerCase();
        return {
          value,
          confidence: own ? confidence : 0.6,
          span: spanIn(line, match.index, match.index + match[0].length),
        };
      }
    }
  }
  const broken = joinBroken(lines.map((entry) => entry.line));
  if (broken) return { value: broken.value.toLowerCase(), confidence: 0.8, span: broken.span };
  const link = links.find((target) => /^mailto:/i.test(target));
  const address = link && decodeLink(link.slice('mailto:'.length).split('?')[0] ?? '');
  return address && WHOLE.test(address)
    ? { value: address.toLowerCase(), confidence: 0.8, span: null }
    : null;
}

function decodeLink(target: string): string {
  try {
    return decodeURIComponent(target).trim();
  } catch {
    return target.trim();
  }
}

const NUMBER = /(?<![\d.,/\p{L}@_-])(?:\+|00)?\(?\+?\d[\d\s().\-–—/·]{5,22}\d(?![\d\p{L}@_]|[.,]\d)/gu;
const LABEL =
  /(?:phone|mobile|mob|cell|tel|telephone|contact|ph|call|whats\s?app|handy|m|p|t|h|c)\s*(?:no|number|nos|#)?\s*\.?\s*[:.\-–|#]?\s*(?:no\.?)?\s*[:.-]?\s*\(?\+?$/i;
const NOT_PHONE =
  /(?:passport|aadhaar|aadhar|pan|zip|pin\s?code|licen[cs]e|id|isbn|doi|account|roll|reg(?:istration)?|fax|gpa|cgpa|dob|birth)\b[^\d]{0,20}$/i;

interface PhoneCandidate {
  raw: string;
  line: PlacedLine;
  index: number;
  score: number;
}

function looksLikeDates(raw: string): boolean {
  return (
    /^(?:19|20)\d{2}\D+(?:19|20)\d{2}$/.test(raw) ||
    /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})/.test(raw) ||
    /^(?:\d{1,2}[-/.])?(?:19|20)\d{2}\s*[-–—]\s*(?:\d{1,2}[-/.])?(?:19|20)?\d{2}$/.test(raw) ||
    /^(?:19|20)\d{2}[-/.]\d{1,2}/.test(raw)
  );
}

function phoneCandidates(sections: readonly PlacedSection[]): PhoneCandidate[] {
  const ranked = new Map<PlacedSection['kind'], number>([
    ['top', 3],
    ['contact', 3],
    ['personal', 2],
    ['summary', 1],
    ['other', 1],
    ['references', -4],
  ]);
  return sections.flatMap((section) =>
    section.lines.flatMap((line) =>
      [...line.text.matchAll(NUMBER)].flatMap((match): PhoneCandidate[] => {
        const raw = match[0];
        const digits = raw.replace(/\D/g, '');
        const before = line.text.slice(0, match.index);
        if (digits.length < 7 || digits.length > 15 || looksLikeDates(raw) || NOT_PHONE.test(before))
          return [];
        const labelled = LABEL.test(before);
        const score =
          (ranked.get(section.kind) ?? 0) +
          (labelled ? 3 : 0) +
          (raw.startsWith('+') ? 1.5 : 0) +
          (digits.length >= 10 && digits.length <= 13 ? 1.5 : 0) +
          (line.text.includes('@') ? 1 : 0);
        return score > 1.5 ? [{ raw, line, index: match.index, score }] : [];
      }),
    ),
  );
}

/** The country whose numbers are written this way, where the writing tells. */
function countryOf(raw: string, home: string | null): CountryCode {
  const digits = raw.replace(/\D/g, '');
  if (home !== null && /^[A-Z]{2}$/.test(home)) return home as CountryCode;
  if (/^\(?\d{3}\)?[-.\s–]+\d{3}[-.\s–]+\d{4}$/.test(raw) || /^1\d{10}$/.test(digits)) return 'US';
  return 'IN';
}

/** The person's telephone number: E.164 when a validator accepts it, else the digits with a leading + kept. */
export function findPhone(
  sections: readonly PlacedSection[],
  home: string | null,
  links: readonly string[],
): Found | null {
  const [best] = phoneCandidates(sections).sort((a, b) => b.score - a.score || a.line.start - b.line.start);
  const link = links.find((target) => /^tel:/i.test(target))?.slice('tel:'.length);
  const raw = best?.raw ?? (link === undefined ? undefined : decodeLink(link));
  if (raw === undefined) return null;
  const spaced = raw.replace(/[–—·]/g, '-');
  const countries = [countryOf(spaced, home), countryOf(spaced, null)];
  const parsed = countries
    .map((country) => parsePhoneNumberFromString(spaced, country))
    .find((number) => number?.isPossible() && number.isValid());
  const plain = (/^\s*\(?\+/.test(raw) ? '+' : '') + raw.replace(/\D/g, '');
  const strong = best !== undefined && best.score >= 4;
  return {
    value: parsed?.number ?? plain,
    confidence: (parsed ? 0.95 : 0.75) - (strong ? 0 : 0.25),
    span: best ? spanIn(best.line, best.index, best.index + best.raw.length) : null,
  };
}
