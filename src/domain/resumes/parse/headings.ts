import { bulletLength } from './characters';
import {
  HEAD_NOUNS,
  HEADING_MODIFIERS,
  HEADING_PHRASES,
  SECTION_KINDS,
  type SectionKind,
} from './heading-words';

const PHRASES: ReadonlyMap<string, SectionKind> = new Map(
  SECTION_KINDS.flatMap((kind) =>
    (HEADING_PHRASES[kind]?.split(',') ?? []).map((phrase) => [squash(phrase), kind] as const),
  ),
);

/** Nouns that make a heading of whatever stands before them ("Bartending Experience"), not the name of a firm. */
const OPEN_NOUNS: ReadonlySet<string> = new Set(
  'experience experiences employment internships skills education projects qualifications certifications competencies awards'.split(
    ' ',
  ),
);

/** Letters only, lower case, accents off: "W O R K  History:" and "Work history" become the same. */
export function squash(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}]/gu, '');
}

/** No heading is as long, whatever its brackets hold; a longer line is not looked at. */
const MAX_HEADING = 200;

function trimmed(text: string): string {
  return text
    .slice(bulletLength(text))
    .replace(/^(?:\(?(?:\d{1,2}|[ivx]{1,4})[.)]\s+)/i, '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\s:._|~=\-–—*#•]+$/u, '')
    .replace(/^[\s_|~=\-–—*#]+/u, '');
}

/**
 * The kind of section that the line opens, if it reads as a heading by its words alone.
 * `styled` (bold, larger, capitals, heading style) also admits any short line that ends in a head noun.
 */
export function headingKind(line: string, styled = false): SectionKind | null {
  if (line.length > MAX_HEADING) return null;
  // "Work Experience (5)": some pages count what is below.
  const counted = line.replace(/\s*\(\d{1,2}\)$/, '');
  if (/\([^)]*\d/.test(counted)) return null;
  const text = trimmed(counted);
  if (text.length < 2 || text.length > 60 || /[\d@,;?!]|\.\s/u.test(text)) {
    const plain = text.replace(/,/g, ' ');
    if (!styled || text.length > 60 || /[\d@;?!]/u.test(text)) return null;
    return PHRASES.get(squash(plain)) ?? byNouns(plain, styled);
  }
  return PHRASES.get(squash(text)) ?? byNouns(text, styled);
}

function byNouns(text: string, styled: boolean): SectionKind | null {
  const words = text
    .toLowerCase()
    .replace(/[&/+]/g, ' and ')
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  if (words.length < 2 || words.length > 7) return null;
  const nouns = words.filter((word) => HEAD_NOUNS.has(word));
  const last = nouns.at(-1);
  if (last === undefined) return null;
  const known = words.every((word) => HEAD_NOUNS.has(word) || HEADING_MODIFIERS.has(word));
  if (!known && !(styled && words.at(-1) === last && words.length <= 5 && OPEN_NOUNS.has(last))) return null;
  if (!known && !startsCapitalised(text)) return null;
  if (words.some((word) => word.startsWith('volunteer')) && !words.includes('work')) return 'volunteering';
  if (words.includes('project') || words.includes('projects')) return 'projects';
  const first = nouns.find((word) => word !== 'profile' && word !== 'summary') ?? last;
  return HEAD_NOUNS.get(words.includes('and') ? first : last) ?? null;
}

/** Every word of weight starts with a capital. */
function startsCapitalised(text: string): boolean {
  return text
    .split(/\s+/)
    .every((word) => /^[\p{Lu}\d&(/+-]/u.test(word) || /^(and|of|in|the|for|with|to)$/i.test(word));
}
