import type { ParseCatalog } from './catalog';
import type { PlacedLine } from './text';

const SEPARATOR = /[,;|·•]/;

/** Whether a list goes on in the next line, in the middle of one of its items ("…, Due" over "diligence, …"). */
function isListWrapped(line: PlacedLine, next: PlacedLine, catalog: ParseCatalog): boolean {
  const beside = line.text.includes('\t');
  // The list may stand beside a label: then it goes on below its own beginning.
  const aligned = line.text.split('\t').length === 2 && Math.abs((line.cellX[1] ?? 0) - next.x) < 3;
  if (next.bullet || !SEPARATOR.test(line.text) || /[\t:]/.test(next.text) || (beside && !aligned))
    return false;
  if (line.bold !== next.bold || Math.abs(line.size - next.size) > 0.6 || next.gap > line.gap + 0.6)
    return false;
  const last =
    line.text
      .split(/[,;|·•\t]/)
      .at(-1)
      ?.trim() ?? '';
  const first = next.text.split(SEPARATOR)[0]?.trim() ?? '';
  if (last === '' || /[()]/.test(last + first) || last.length + first.length > 48) return false;
  const whole = catalog.normaliseSkill(`${last} ${first}`);
  if (whole === null) return /^\p{Ll}/u.test(first) && SEPARATOR.test(next.text) && /^\p{Lu}/u.test(last);
  if (catalog.normaliseSkill(last) === null) return true;
  return /^\p{Ll}/u.test(first) && catalog.normaliseSkill(first) === null;
}

/** What a wrapped name may not hold: separators and labels part items, so nothing was wrapped there. */
const PARTS = /[\t,;:|•·●▪]/;

/** Whether two lines of a narrow column are one name that the taxonomy knows ("Google Tag" over "Manager"). */
function isWrapped(line: PlacedLine, next: PlacedLine, catalog: ParseCatalog): boolean {
  if (next.bullet || line.page !== next.page || Math.abs(line.size - next.size) > 0.6) return false;
  if (line.bold !== next.bold || next.gap > line.gap + 0.6 || (!line.bullet && Math.abs(line.x - next.x) > 3))
    return false;
  if (PARTS.test(line.text) || PARTS.test(next.text) || line.text.length + next.text.length > 48)
    return false;
  const whole = catalog.normaliseSkill(`${line.text} ${next.text}`);
  if (whole === null) return false;
  const [first, second] = [catalog.normaliseSkill(line.text), catalog.normaliseSkill(next.text)];
  return second === null || (first === null && whole !== second);
}

/**
 * Lines of a list with names joined that the column's width broke. A joined line keeps the place of its first part and
 * reaches to the end of its second.
 */
export function joinWrapped(lines: readonly PlacedLine[], catalog: ParseCatalog): PlacedLine[] {
  const joined: PlacedLine[] = [];
  let last: PlacedLine | null = null;
  for (const line of lines) {
    const before = joined.at(-1);
    if (
      before &&
      last &&
      (isListWrapped(before, line, catalog) || (last === before && isWrapped(before, line, catalog)))
    ) {
      joined[joined.length - 1] = { ...before, text: `${before.text} ${line.text}`, end: line.end };
    } else joined.push(line);
    last = line;
  }
  return joined;
}
