import { cells } from './line';
import type { PlacedLine } from './text';

const LEVEL =
  /^(?:(?:expert|master|advanced|intermediate|beginner|basic|proficient|novice|fluent|good|excellent|strong|competent|professional)(?:\s+(?:level|user))?|\d{1,3}\s?%|\d+\+?\s*(?:years?|yrs?)|[★☆●○•]+)$/i;
const LEVEL_TAIL = /[\s(—–-](?:expert|master|advanced|intermediate|beginner|basic|proficient|novice)\)?$/i;

const isLevel = (line: PlacedLine) => cells(line).every((cell) => LEVEL.test(cell.trim()));
const isList = (text: string) => /[,;|•·]/.test(text);

/** How a line is set, as far as it tells a label from what it labels. */
function setAlike(line: PlacedLine, other: PlacedLine): boolean {
  return (
    line.bold === other.bold &&
    Math.abs(line.size - other.size) < 0.6 &&
    Math.abs(line.x - other.x) < 4 &&
    line.italic === other.italic
  );
}

/** Set flush right or centred: where the lines begin tells nothing. */
const isRagged = (line: PlacedLine, next: PlacedLine): boolean =>
  Math.abs(line.right - next.right) < 3 || Math.abs(line.x + line.right - next.x - next.right) < 6;

/** Labels in the type of their lists, where short lines and lists take turns from the first line on, twice at least. */
function alternating(rows: readonly PlacedLine[]): PlacedLine[] {
  const isMany = (line: PlacedLine | undefined) => (line?.text.match(/[,;|•·]/g)?.length ?? 0) >= 2;
  const isShort = (line: PlacedLine) =>
    !line.bullet && !isList(line.text) && !/[:\t]/.test(line.text) && line.text.split(/\s+/).length <= 3;
  const found = rows.filter((line, index) => isShort(line) && isMany(rows[index + 1]));
  return found.length >= 2 && found[0] === rows[0] ? found : [];
}

/**
 * Lines of a section of skills that only name a group ("Databases" above "MySQL, Oracle"): short, without a list of
 * their own, set apart from the lines that follow, or given a level for the whole group.
 */
export function groupLabels(lines: readonly PlacedLine[]): Set<PlacedLine> {
  const labels = new Set<PlacedLine>();
  const rows = lines.filter((line) => !isLevel(line));
  rows.forEach((line, index) => {
    const next = rows[index + 1];
    if (!next || line.bullet || isList(line.text) || line.text.includes(':')) return;
    if (cells(line).some((cell) => cell.split(/\s+/).length > 5)) return;
    const stronger =
      (line.bold && !next.bold) ||
      line.size > next.size + 0.6 ||
      (next.x > line.x + 4 && cells(line).length === 1 && !isRagged(line, next));
    const levelled = LEVEL_TAIL.test(line.text) && !LEVEL_TAIL.test(next.text);
    const fresh = index === 0 || !setAlike(line, rows[index - 1] ?? line);
    const column = next.gap >= 8 && next.page === line.page;
    if (
      !column &&
      ((stronger && fresh) || (levelled && fresh) || (levelled && next.text.split(' ').length > 2))
    )
      labels.add(line);
  });
  for (const line of alternating(rows)) labels.add(line);
  for (const line of lines) if (isLevel(line)) labels.add(line);
  return labels;
}
