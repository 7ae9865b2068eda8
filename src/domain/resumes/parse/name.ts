import { headingKind } from './headings';
import { partedText } from './line';
import { organisationScore } from './organisations';
import { titleScore } from './titles';
import { spanIn, type PlacedLine, type PlacedSection } from './text';
import type { Found } from './contact';

const DOCUMENT_TITLE =
  /^(?:(?:my|sample|functional|professional|updated|new)\s+)*(?:curriculum\s*vitae|resume|résumé|cv|c\.\s?v\.?|bio\s?-?\s?data|portfolio)(?:\s*(?:sample|of|for|-|–|:)?)*/iu;
const LABEL =
  /^(?:full\s+|candidate(?:'s)?\s+|applicant(?:'s)?\s+)?name(?:\s+of\s+(?:the\s+)?(?:candidate|applicant))?\s*(?:\t|[:\-–])[\s:\t–-]*/i;
const HONORIFIC = /^(?:mr|mrs|ms|miss|dr|prof|er|ca|shri|smt|md|adv|capt|col)\.?\s+(?=\p{L}{2})/iu;
const CREDENTIALS =
  /(?:[\s,]+(?:\(?(?:ph\.?\s?d|mba|m\.?d|pmp|cpa|ca|cfa|acca|msc|m\.sc|bsc|b\.sc|b\.?e|b\.?tech|m\.?tech|ms|m\.s|ba|ma|rn|bsn|msn|lpn|csm|cspo|psm|fcca|frm|esq|jr|sr|ii|iii|iv|cissp|shrm(?:-s?cp)?|sphr|phr|pe|eit|aia|itil|aws|mca|bca|b\.?com|m\.?com|llb|llm|he\/him|she\/her|they\/them)\)?)\.?)+$/iu;
const NAME_SHAPE =
  /^\p{L}[\p{L}\p{M}'’.-]*(?:\s+(?:\p{L}\.?|\(?["“]?[\p{L}\p{M}][\p{L}\p{M}'’.-]+["”]?\)?)){0,5}$/u;
const PARTICLES =
  /^(?:de|da|dos|das|del|della|di|van|von|der|den|ten|bin|binti|bint|al|el|la|le|du|y|e|ibn|st|mac|o)$/i;
const NEVER =
  /\b(?:address|phone|mobile|email|e-mail|linkedin|github|website|skills?|experience|education|objective|summary|profile|contact|page|confidential|university|college|institute|school|street|road|nagar|male|female|married|single|indian|nationality|gender|status|about|present|january|february|march|april|june|july|august|september|october|november|december|certified|certification|python|java|sql|html|excel|english|hindi|spanish|french|german)\b/i;

interface Candidate {
  value: string;
  line: PlacedLine;
  start: number;
  end: number;
  score: number;
}

/** Share of the name's words that the e-mail's local part spells, abbreviates to an initial, or contains. */
function mailAgreement(name: string, email: string | null): number {
  const local = (email?.split('@')[0] ?? '').replace(/\d+/g, '');
  if (local === '') return 0;
  const fold = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[łŁ]/g, 'l')
      .replace(/[øØ]/g, 'o')
      .toLowerCase()
      .replace(/[^\p{L}]/gu, '');
  const mail = fold(local);
  const words = name
    .split(/[\s.]+/)
    .map(fold)
    .filter((word) => word.length > 1);
  if (words.length === 0) return 0;
  const hits = words.filter((word) => mail.includes(word)).length;
  const initials = words.map((word) => word.charAt(0)).join('');
  const partial =
    hits === 0 &&
    (mail.startsWith(initials) || words.some((word) => word.length > 4 && mail.includes(word.slice(0, 4))));
  return partial ? 0.4 : hits / words.length;
}

/** Strips what stands around a name in its own piece of text; null when the rest cannot be a name. */
export function asName(text: string): string | null {
  const bare = text
    .replace(DOCUMENT_TITLE, '')
    .replace(/\s*(?:['’]s)?\s+(?:resume|résumé|cv|curriculum vitae)$/iu, '')
    .replace(LABEL, '')
    .replace(/^(?:hi[,!]?\s+)?(?:hello[,!]?\s+)?(?:i\s*['’]?\s*a?m|my name is)\s+/i, '')
    .replace(HONORIFIC, '')
    .replace(CREDENTIALS, '')
    .replace(/^[\s:–—|,•-]+|[\s:–—|,•-]+$/gu, '')
    .replace(/(?<=\p{L}{3})\.$/u, '')
    .trim();
  // "IN", "USA": a country or state of an address, seldom anybody's whole name.
  if (/^\p{Lu}{2,3}$/u.test(bare) && !LABEL.test(text)) return null;
  if (bare.length < 2 || bare.length > 60 || /\d|@/.test(bare) || !NAME_SHAPE.test(bare)) return null;
  const words = bare.split(/\s+/);
  const proper = words.every(
    (word) => /^["“(]?\p{Lu}/u.test(word) || PARTICLES.test(word) || /^[\p{Lo}]/u.test(word),
  );
  const lower = bare === bare.toLowerCase() && words.length >= 2 && words.length <= 3;
  if (!proper && !lower) return null;
  if (NEVER.test(bare) || headingKind(bare) !== null) return null;
  return bare;
}

/** Pieces of a line that may hold the name alone, with their offsets. */
function pieces(line: PlacedLine): { text: string; start: number }[] {
  const out: { text: string; start: number }[] = [{ text: line.text, start: 0 }];
  const parted = partedText(line);
  const separators = /\t|\s[|•·–—/]\s|\s-\s|,\s|\(|:\s/g;
  let from = 0;
  for (const match of parted.matchAll(separators)) {
    out.push({ text: parted.slice(from, match.index), start: from });
    from = match.index + match[0].length;
  }
  if (from > 0) out.push({ text: line.text.slice(from), start: from });
  return out;
}

function candidatesOf(
  line: PlacedLine,
  order: number,
  largest: number,
  body: number,
  email: string | null,
): Candidate[] {
  const labelled = LABEL.test(line.text);
  return pieces(line).flatMap(({ text, start }, index): Candidate[] => {
    const value = asName(text);
    if (value === null) return [];
    const words = value.split(/\s+/).length;
    const agreement = mailAgreement(value, email);
    const size = line.size >= largest - 0.5 ? 2.5 : line.size > body * 1.25 ? 1.5 : 0;
    let score = size + agreement * 3.5 - order * 0.22 + (line.bold ? 0.3 : 0) - (index > 0 ? 0.3 : 0);
    if (labelled) score += 3;
    if (words === 1) score -= agreement > 0.5 ? 0.6 : 1.8;
    if (words > 4) score -= 0.8;
    if (value === value.toLowerCase()) score -= 1.2;
    // "Emily Baker" at emily.baker@… is nobody's occupation.
    score -= titleScore(value) * (agreement > 0.9 && words > 1 ? 1 : 3.2);
    const organisation = organisationScore(value);
    if (organisation >= 0.8 && agreement < 0.9) score -= 2;
    const at = line.text.indexOf(value, start);
    return at < 0 ? [] : [{ value, line, start: at, end: at + value.length, score }];
  });
}

/** A name that lost the space before what stood beside it ("Asha RaoNurse"): only where the e-mail address spells it. */
function glued(line: PlacedLine, order: number, email: string | null): Candidate[] {
  return [...line.text.matchAll(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})/gu)].flatMap(({ index }): Candidate[] => {
    const value = asName(line.text.slice(0, index));
    if (value === null || !value.includes(' ') || mailAgreement(value, email) < 0.9) return [];
    const start = line.text.indexOf(value);
    return [{ value, line, start, end: start + value.length, score: 3.6 - order * 0.22 }];
  });
}

/** A name set over two lines in the same large type. */
function stacked(
  lines: readonly PlacedLine[],
  body: number,
): { value: string; first: PlacedLine; end: number; order: number }[] {
  return lines.flatMap((line, index) => {
    // Small contact details at the right may stand between the two.
    const next = lines.slice(index + 1, index + 4).find((other) => other.size > line.size * 0.7);
    if (!next || line.page !== next.page || line.size < body * 1.3 || Math.abs(line.size - next.size) > 1.5)
      return [];
    // Contact details may stand at the right of either line.
    const [above = '', below = ''] = [line, next].map((part) => part.text.split('\t')[0] ?? '');
    const value = line.text.includes('\t') && next.text.includes('\t') ? null : asName(`${above} ${below}`);
    const short = above.split(' ').length <= 2 && below.split(' ').length <= 2;
    return value !== null && short && titleScore(below) < 0.5
      ? [{ value, first: line, end: next.start + below.length, order: index }]
      : [];
  });
}

/** The person's name: where it stands, how large it is set, and whether the e-mail address agrees decide. */
export function findName(
  sections: readonly PlacedSection[],
  email: string | null,
  body: number,
): Found | null {
  const lines = sections
    .filter(
      (section) =>
        !['experience', 'education', 'references', 'projects', 'publications'].includes(section.kind),
    )
    // A sidebar may come before the head of the page: what stands under no heading is looked at first.
    .sort((a, b) => Number(b.kind === 'top') - Number(a.kind === 'top'))
    .flatMap((section) =>
      section.lines.filter(
        (line) =>
          line.page === 1 ||
          line.size > body * 1.9 ||
          section.kind === 'personal' ||
          section.kind === 'declaration',
      ),
    );
  const top = lines.slice(0, 40);
  const largest = Math.max(
    ...top.filter((line) => !DOCUMENT_TITLE.test(line.text)).map((line) => line.size),
    0,
  );
  const rest = lines.slice(40).filter((line) => LABEL.test(line.text));
  const candidates = [...top, ...rest].flatMap((line, order) =>
    candidatesOf(line, Math.min(order, 20), largest > body * 1.1 ? largest : Infinity, body, email),
  );
  top.slice(0, 12).forEach((line, order) => candidates.push(...glued(line, order, email)));
  for (const { value, first, end, order } of stacked(top, body)) {
    const agreement = mailAgreement(value, email);
    const score = 4.4 + agreement * 3.5 - order * 0.22 - (first.size >= largest - 1.5 ? 0 : 1);
    candidates.push({ value, line: first, start: 0, end: end - first.start, score });
  }
  const [best] = candidates.sort((a, b) => b.score - a.score);
  if (!best || best.score < -0.9) return null;
  const confidence = Math.max(0.3, Math.min(0.98, 0.45 + best.score * 0.09));
  return { value: best.value, confidence, span: spanIn(best.line, best.start, best.end) };
}
