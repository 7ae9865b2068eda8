import type { Chunk, Row } from './rows';

/** Baselines nearer than this many sizes cannot be lines of one paragraph: cells of one table row stand at half steps. */
const HALF_STEP = 0.95;

const overlaps = (a: Chunk, b: Chunk): boolean => a.x < b.right && b.x < a.right;

/** Chunks by the columns in which they stand one below the other. */
function byColumn(chunks: readonly Chunk[]): Chunk[][] {
  const columns: Chunk[][] = [];
  for (const chunk of chunks) {
    const touched = columns.filter((column) => column.some((other) => overlaps(other, chunk)));
    const [first, ...others] = touched;
    if (!first) {
      columns.push([chunk]);
      continue;
    }
    first.push(chunk, ...others.flat());
    for (const other of others) columns.splice(columns.indexOf(other), 1);
  }
  return columns;
}

/** The lines of one cell as one chunk. */
function joined(cell: readonly Chunk[]): Chunk {
  return cell
    .toSorted((a, b) => b.y - a.y || a.x - b.x)
    .reduce((above, below) => {
      // A word that the cell's edge broke goes on without its hyphen.
      const broken = /\p{Ll}-$/u.test(above.text) && /^\p{Ll}/u.test(below.text);
      const head = broken ? above.text.slice(0, -1) : `${above.text} `;
      const offset = head.length;
      return {
        ...above,
        text: head + below.text,
        x: Math.min(above.x, below.x),
        right: Math.max(above.right, below.right),
        size: Math.max(above.size, below.size),
        styles: [
          ...above.styles,
          ...below.styles.map((run) => ({ ...run, start: run.start + offset, end: run.end + offset })),
        ],
        spaces: [...above.spaces, ...below.spaces.map((space) => ({ ...space, at: space.at + offset }))],
      };
    });
}

/** One row of cells, if that is what the rows are: three columns or more, one of them with lines a full step apart. */
function asTableRow(rows: readonly Row[]): Row | null {
  const [top] = rows;
  if (!top || rows.length < 2) return null;
  const columns = byColumn(rows.flatMap((row) => row.chunks));
  const apart = columns.every((column) =>
    column.every((chunk) =>
      column.every(
        (other) => other === chunk || !overlaps(chunk, other) || Math.abs(other.y - chunk.y) >= chunk.size,
      ),
    ),
  );
  const wrapped = columns.some((column) => column.length > 1);
  if (columns.length < 3 || !apart || !wrapped) return null;
  const chunks = columns.map(joined).sort((a, b) => a.x - b.x);
  return { y: top.y, size: Math.max(...chunks.map((chunk) => chunk.size)), chunks };
}

/** Puts together the rows of tables whose cells are set in the middle of their height, so that their baselines differ. */
export function mergeCells(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  let from = 0;
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    if (next && row.y - next.y < HALF_STEP * Math.min(row.size, next.size)) return;
    const cluster = rows.slice(from, index + 1);
    const merged = asTableRow(cluster);
    out.push(...(merged ? [merged] : cluster));
    from = index + 1;
  });
  return out;
}
