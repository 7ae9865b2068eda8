import { headingKind } from '@/domain/resumes/parse/headings';
import type { ParsedResume, Span } from '@/domain/resumes/schema';

const BLOCK = '•';
/** A year, or the range it begins: "2012", "2012–16", "'16". */
const YEARS = /(?<!\d)(?:19|20)\d{2}(?:[ \t]*[-–—/][ \t]*\d{2,4})?(?!\d)|['’]\d{2}(?!\d)/gu;

/** What tells who somebody is by its shape alone, per the `pre_shortlist` column of `config/mask_data.json`. */
const SHAPES: readonly RegExp[] = [
  // Mail, also as "asha (at) example (dot) com".
  /[^\s@<>()[\],;:|]+[ \t]?@[ \t]?[\w-]+(?:\.[\w-]+)+/giu,
  /[\w.+-]+[ \t]*[([{][ \t]*at[ \t]*[)\]}][ \t]*[\w-]+(?:[ \t]*(?:\.|[([{][ \t]*dot[ \t]*[)\]}])[ \t]*[\w-]+)+/giu,
  // Links, profiles and handles.
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /\b(?!(?:asp|ado|vb)\.net)(?:[\w-]+\.)*[\w-]{3,}\.(?:com|net|org|in|io|dev|me|co|info|app|xyz|page|site|tech|bio|link)\/\S+/giu,
  /\b(?:linkedin|github|gitlab|twitter|instagram|facebook|skype|telegram)\b(?:[ \t]+(?:id|profile|handle))?[ \t]*[:–-][ \t]*\S+/giu,
  // Lines of an Indian CV that are personal wherever they stand, up to the next column.
  /\b(?:date of birth|d\.?[ \t]?o\.?[ \t]?b\b\.?|birth[ \t]?(?:date|place)|born on|(?:father|mother|husband|wife|spouse)['’]?s?[ \t]+name|marital status|[sdwc]\/o|passport (?:no|number)|aadhaa?r|pan (?:no|number|card))[^\n|]*/giu,
  /\b(?:age|sex|gender|spouse|nationality|religion|caste|(?:permanent |present |current |home )?address)[ \t]*[:–-][^\n|]*/giu,
  /^[ \t•*-]*(?:age|sex|gender|spouse|nationality|religion|caste|permanent address|present address|address|residence)\b.*$/gimu,
  // Numbers of a PAN card and of an Indian passport; those of Aadhaar are as long as a telephone's.
  /\b[A-Z]{5}\d{4}[A-Z]\b|\b[A-Z]\d{7}\b/gu,
  /\b(?:phone|mobile|mob|tel|telephone|cell|contact|whatsapp|ph)\b[ \t.:()–-]*(?:no|number)?[ \t.:()–-]*\+?\d[\d \t()./-]{4,}\d/giu,
  // Pronouns, gender, family.
  /\b(?:he\/him|she\/her|they\/them)(?:\/\w+)?\b|\((?:he|she|they)\b[^)]{0,20}\)/giu,
  /\b(?:fe)?male\b|\b(?:maternity|paternity|housewife|married|unmarried|divorced|widow(?:ed)?|mother of|father of)\b/giu,
  /\b(?:Mrs|Smt|Shri|Kumari)\b\.?/gu,
];
/** A title before what is blocked out by then. */
const TITLE = /\b(?:Mr|Ms|Miss|Dr)\b\.?(?=\s+•)/gu;
const NUMBERS = /\+?\d[\d \t()./–-]{6,}\d/gu;

/** Nine digits and more that are no list of months and years. */
const isPhone = (text: string): boolean =>
  text.replace(/\D/g, '').length >= 9 &&
  (text.startsWith('+') ||
    !(text.match(/\d+/g) ?? []).every((part) => /^(?:(?:19|20)\d{2}|\d{1,2})$/.test(part)));

/** Blocks out letters and digits and keeps the length, so that every span of the résumé still points at its passage. */
const blockOut = (passage: string): string =>
  passage.replace(/[\p{L}\p{M}\p{N}@+]/gu, (char) => BLOCK.repeat(char.length));

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds every word of the names, and the words written as one ("ashapillai"); null when there is nothing to find. */
const patternOf = (names: readonly (string | null | undefined)[]): RegExp | null => {
  const lists = names.map((name) =>
    (name ?? '').split(/[^\p{L}\p{M}]+/u).filter((word) => Array.from(word).length > 1),
  );
  const words = [...new Set(lists.flat())].map(escape);
  if (words.length === 0) return null;
  const joined = lists
    .filter((list) => list.length > 1)
    .flatMap((list) => [list.join(''), `${list[0]}${list.at(-1)}`, `${list.at(-1)}${list[0]}`])
    .map(escape);
  const whole = `(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`;
  return new RegExp([...joined, whole].join('|'), 'giu');
};

/**
 * The mask of one person: blocks out their names and whatever tells who somebody is by its shape. Same length as the input.
 * `names` are all that are known of the person; null ones are left out.
 */
export const maskOf = (names: readonly (string | null | undefined)[]): ((text: string) => string) => {
  const pattern = patternOf(names);
  return (text) => {
    const shaped = SHAPES.reduce((masked, shape) => masked.replace(shape, blockOut), text).replace(
      NUMBERS,
      (found) => (isPhone(found) ? blockOut(found) : found),
    );
    return (pattern === null ? shaped : shaped.replace(pattern, blockOut)).replace(TITLE, blockOut);
  };
};

/** Passages about education: the entries that were read, and what stands under such a heading. */
const educationOf = ({ text, blocks, education }: ParsedResume): Span[] => {
  const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => span);
  const sections = headings.flatMap((span, index): Span[] =>
    headingKind(text.slice(span.start, span.end)) === 'education'
      ? [{ start: span.end, end: headings[index + 1]?.start ?? text.length }]
      : [],
  );
  return [...education.map(({ span }) => span), ...sections];
};

const within = (text: string, { start, end }: Span, change: (passage: string) => string): string =>
  text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);

/**
 * A résumé's text as an employer may see it before the person applied or was shortlisted: on top of the person's mask, the
 * passages read as name, mail and telephone, and years of education. Same length as the input.
 */
export const maskResumeText = (resume: ParsedResume, mask: (text: string) => string): string => {
  const contact = [resume.name, resume.email, resume.phone].flatMap((found) => found?.span ?? []);
  const hidden = contact.reduce((text, span) => within(text, span, blockOut), resume.text);
  const yearless = educationOf(resume).reduce(
    (text, span) => within(text, span, (passage) => passage.replace(YEARS, blockOut)),
    hidden,
  );
  return mask(yearless);
};
