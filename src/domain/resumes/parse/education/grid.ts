import { cells } from '../line';
import type { PlacedLine } from '../text';
import { namesDegree, SCHOOL } from './words';

interface Cell {
  text: string;
  start: number;
  x: number;
}

function cellsOf(line: PlacedLine): Cell[] {
  let start = 0;
  return cells(line).map((text, index) => {
    const cell = { text, start, x: line.cellX[index] ?? line.x };
    start += text.length + 1;
    return cell;
  });
}

/** What every cell of a line names, where entries stand side by side: a school, or a degree. */
function kindOf(line: PlacedLine): 'school' | 'degree' | null {
  const row = cells(line);
  if (row.length < 2 || line.cellX.length !== row.length) return null;
  if (row.every((text) => SCHOOL.test(text))) return 'school';
  return row.every((text) => namesDegree(text)) ? 'degree' : null;
}

/** Reads entries that stand side by side one after the other: each column of such a block from its top to its foot. */
export function unGrid(lines: readonly PlacedLine[]): PlacedLine[] {
  const out: PlacedLine[] = [];
  for (let from = 0; from < lines.length;) {
    const head = lines[from];
    if (!head) break;
    let to = from + 1;
    const kind = kindOf(head);
    if (kind) {
      const isUnder = (line: PlacedLine) =>
        cellsOf(line).every((cell) => head.cellX.some((x) => Math.abs(x - cell.x) < 4));
      const holdsColumns = (line: PlacedLine) => cells(line).length > 1 || line.x > head.x + 20;
      while (to < lines.length && isUnder(lines[to] ?? head) && kindOf(lines[to] ?? head) !== kind) to += 1;
      const block = lines.slice(from, to);
      if (block.slice(1).some(holdsColumns)) {
        for (const x of head.cellX) {
          out.push(
            ...block.flatMap((line) =>
              cellsOf(line)
                .filter((cell) => Math.abs(cell.x - x) < 4)
                .map((cell): PlacedLine => ({
                  ...line,
                  text: cell.text,
                  x,
                  cellX: [x],
                  cellRight: [],
                  breaks: [],
                  styles: [],
                  start: line.start + cell.start,
                  end: line.start + cell.start + cell.text.length,
                })),
            ),
          );
        }
        from = to;
        continue;
      }
    }
    out.push(...lines.slice(from, to));
    from = to;
  }
  return out;
}
