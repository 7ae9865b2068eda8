import { headingKind } from '../headings';

const MONTH = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;
const DATE =
  /\b(19|20)\d{2}\b|\b\d{1,2}[/.-]\d{2,4}\b|'\d{2}\b|\b20XX\b|\b(present|current|till date|ongoing)\b/i;
const PLACE =
  /^(remote|hybrid|on-?site|[\p{Lu}][\p{L} .'-]{1,24},\s*(?:[A-Z]{2}|[\p{Lu}][\p{L} .'-]{2,20}))\.?$/u;

/**
 * What a piece of a row looks like on its own: a section heading, an aside that stands beside an entry (dates, a place,
 * a label), or text.
 */
export function cellKind(text: string): 'heading' | 'aside' | 'text' {
  const trimmed = text.trim();
  if (headingKind(trimmed) !== null) return 'heading';
  if (trimmed.length <= 32 && (DATE.test(trimmed) || MONTH.test(trimmed) || PLACE.test(trimmed)))
    return 'aside';
  if (trimmed.length <= 24 && /[:：]$/u.test(trimmed)) return 'aside';
  if (/^[:：]/u.test(trimmed)) return 'aside';
  return 'text';
}
