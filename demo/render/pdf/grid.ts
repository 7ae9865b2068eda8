import type { Flow, TextLook } from './flow';

export interface Cell {
  lines: { text: string; look: TextLook; bullet?: boolean }[];
  fill?: string;
}

const PAD = 5;
const BULLET = 10;

function cellHeight(flow: Flow, cell: Cell, width: number): number {
  return cell.lines.reduce(
    (sum, line) => sum + flow.height(line.text, line.look, width - 2 * PAD - (line.bullet ? BULLET : 0)),
    2 * PAD,
  );
}

/** Draws one bordered row of a table; `widths` are points. A row that does not fit goes to the next page whole. */
export function gridRow(flow: Flow, widths: readonly number[], cells: readonly Cell[], border: string): void {
  const height = Math.max(...cells.map((cell, i) => cellHeight(flow, cell, widths[i] ?? 0)));
  flow.need(height);
  flow.resume();
  const { doc } = flow;
  let x = flow.box.x;
  for (const [i, cell] of cells.entries()) {
    const width = widths[i] ?? 0;
    if (cell.fill) doc.rect(x, flow.y, width, height).fill(cell.fill);
    doc.rect(x, flow.y, width, height).lineWidth(0.6).strokeColor(border).stroke();
    let y = flow.y + PAD;
    for (const { text, look, bullet } of cell.lines) {
      const indent = bullet ? BULLET : 0;
      const options = { width: width - 2 * PAD - indent, lineGap: look.leading ?? 1.5 };
      const lineHeight = flow.height(text, look, options.width);
      doc.fillColor(look.color ?? '#1a1a1a');
      if (bullet) doc.text('•', x + PAD, y, { width: BULLET });
      doc.text(text, x + PAD + indent, y, { ...options, align: look.align ?? 'left' });
      y += lineHeight;
    }
    x += width;
  }
  flow.y += height;
}
