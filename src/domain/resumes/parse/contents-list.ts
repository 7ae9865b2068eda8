import { bulletLength } from './characters';
import { headingKind } from './headings';
import type { Line } from './line';

/** Fewer headings in a row may be empty sections. */
const MIN_ITEMS = 4;

/**
 * Leaves out the list of its sections that a page from the web carries: headings in a row above everything, set alike, each of
 * which comes again below.
 */
export function withoutContents(lines: readonly Line[]): Line[] {
  const wordsOf = (line: Line) => line.text.slice(bulletLength(line.text)).trim().toLowerCase();
  const isItem = (line: Line | undefined) => line !== undefined && headingKind(line.text, line.bold) !== null;
  const from = lines.findIndex((line, index) => isItem(line) && isItem(lines[index + 1]));
  if (from < 0 || from > 12) return [...lines];
  let to = from;
  while (isItem(lines[to])) to += 1;
  const items = lines.slice(from, to);
  const below = new Set(lines.slice(to).map(wordsOf));
  const again = items.filter((line) => below.has(wordsOf(line))).length;
  const alike = items.every((line) => line.bullet === items[0]?.bullet && line.size === items[0]?.size);
  if (items.length < MIN_ITEMS || !alike || again < items.length / 2) return [...lines];
  return [...lines.slice(0, from), ...lines.slice(to)];
}
