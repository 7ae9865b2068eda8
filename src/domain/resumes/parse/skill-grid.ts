import type { ParseCatalog } from './catalog';
import { cells } from './line';
import type { PlacedLine } from './text';

/** Cells with more than a name in them: lists, labels, levels. */
const NO_NAME = /[,;:|•·★☆●○%]|\d\s?\+?\s*(?:years?|yrs?)/i;

/** A row of more is no grid of skills: comparing its cells with those above would cost their product. */
const MAX_CELLS = 12;

interface Cell {
  text: string;
  start: number;
  x: number;
  right: number;
  /** How far off its place may be, in points. */
  slack: number;
}

function cellsOf(line: PlacedLine): Cell[] {
  let at = 0;
  return cells(line).flatMap((text, index) => {
    const start = at;
    at += text.length + 1;
    const [x, right] = [line.cellX[index] ?? line.x, line.cellRight[index] ?? line.right];
    const perCharacter = (right - x) / Math.max(text.length, 1);
    // A wide space parts two cells that stand close together; where the second begins is reckoned by its letters.
    const cuts = [
      0,
      ...line.breaks.flatMap((cut) => (cut > start && cut < at - 1 ? [cut - start] : [])),
      text.length,
    ];
    return cuts.slice(1).map((end, part): Cell => {
      const from = (cuts[part] ?? 0) + (part === 0 ? 0 : 1);
      return {
        text: text.slice(from, end),
        start: start + from,
        x: x + from * perCharacter,
        right: x + end * perCharacter,
        slack: cuts.length > 2 ? 14 : 4,
      };
    });
  });
}

const isBelow = (above: Cell, cell: Cell): boolean =>
  [above.x - cell.x, above.right - cell.right, (above.x + above.right - cell.x - cell.right) / 2].some(
    (distance) => Math.abs(distance) < Math.max(above.slack, cell.slack),
  );

/** Whether two halves are one name that the taxonomy knows, and are not two known names. */
function isOneName(first: string, second: string, catalog: ParseCatalog): boolean {
  const whole = catalog.normaliseSkill(`${first} ${second}`);
  if (whole === null || NO_NAME.test(first + second)) return false;
  return catalog.normaliseSkill(second) === null || catalog.normaliseSkill(first) === null;
}

const alone = (line: PlacedLine, cell: Cell): PlacedLine => ({
  ...line,
  text: cell.text,
  start: line.start + cell.start,
  end: line.start + cell.start + cell.text.length,
  x: cell.x,
  right: cell.right,
  cellX: [cell.x],
  cellRight: [cell.right],
  breaks: [],
  styles: [],
});

/**
 * Rows of a grid whose narrow cells broke names over two rows ("Spring ⇥ Unit" above "Boot ⇥ Testing"): each cell a line of
 * its own, the broken names joined. Rows in which nothing was broken stay as they are.
 */
export function joinGrid(lines: readonly PlacedLine[], catalog: ParseCatalog): PlacedLine[] {
  const out: PlacedLine[] = [];
  let open: { line: PlacedLine; cells: Cell[] } | null = null;
  const flush = () => {
    if (open) out.push(open.line);
    open = null;
  };
  for (const line of lines) {
    const own = cellsOf(line);
    const above: { line: PlacedLine; cells: Cell[] } | null = open;
    const wraps =
      above !== null &&
      above.cells.length > 1 &&
      Math.max(above.cells.length, own.length) <= MAX_CELLS &&
      // Without measured places no cell is known to stand below another.
      above.line.cellX.length > 0 &&
      line.cellX.length > 0 &&
      line.gap < 0.9 &&
      line.page === above.line.page &&
      !line.bullet;
    const halves = wraps
      ? own.flatMap((cell) => {
          const top = above.cells.find(
            (other) => isBelow(other, cell) && isOneName(other.text, cell.text, catalog),
          );
          return top ? [{ top, cell }] : [];
        })
      : [];
    if (!above || halves.length === 0) {
      flush();
      open = { line, cells: own };
      continue;
    }
    const joined = (cell: Cell) => {
      const half = halves.find(({ top }) => top === cell);
      const single = alone(above.line, cell);
      return half ? { ...single, text: `${cell.text} ${half.cell.text}` } : single;
    };
    out.push(...above.cells.map(joined));
    const rest = own.filter((cell) => !halves.some((half) => half.cell === cell));
    open = null;
    out.push(...rest.map((cell) => alone(line, cell)));
  }
  flush();
  return out;
}
