import { findDates } from '../dates';
import { waysIn } from '../sections';
import type { Line } from '../line';
import { toFlows, type Flow } from './columns';
import { readPdf, type PdfFailure } from './document';
import { toLines } from './lines';
import { toRows } from './rows';

export type PdfLines =
  { ok: true; lines: Line[]; pages: number; links: string[] } | { ok: false; reason: PdfFailure };

interface PlacedFlow extends Flow {
  page: number;
}

/** Columns that go on over the page are read through before the next column begins. */
function acrossPages(pages: readonly PlacedFlow[][]): PlacedFlow[] {
  const ordered: PlacedFlow[] = [];
  let open: PlacedFlow[] = [];
  for (const flows of pages) {
    const columns = flows.filter((flow) => flow.column > 0);
    const sameColumns =
      open.length === 2 &&
      columns.length === 2 &&
      open.every((flow, index) => Math.abs(flow.left - (columns[index]?.left ?? 0)) < 12);
    const leading = flows[0];
    if (sameColumns && leading === columns[0]) {
      const [left, right] = open;
      const [nextLeft, nextRight] = columns;
      const at = right ? ordered.indexOf(right) : -1;
      if (left && right && nextLeft && nextRight && at >= 0) {
        ordered.splice(at, 0, nextLeft);
        ordered.push(nextRight, ...flows.slice(2));
        open = flows.length === 2 ? [nextLeft, nextRight] : [];
        continue;
      }
    }
    const first = open[0];
    const second = open[1];
    if (first && second && leading && leading.column === 0 && Math.abs(leading.left - first.left) < 12) {
      // The left column goes on across the next page: the sidebar beside it comes first.
      const at = ordered.indexOf(first);
      const after = ordered.indexOf(second);
      if (at >= 0 && after === at + 1 && second.right - second.left < first.right - first.left) {
        ordered.splice(at, 2, second, first);
      }
    }
    ordered.push(...flows);
    open = columns.length === 2 && flows.at(-1) === columns[1] ? columns : [];
  }
  return ordered;
}

const PAGE_MARK = /^(page\s*)?\d{1,2}(\s*(of|\/|\|)\s*\d{1,2})?$|^page\s*\d+|\bpage \d+ of \d+\b/i;

/** Lines this near to the first or last of a page may be its running head or foot. */
const EDGE_LINES = 3;

interface PageEdges {
  atEdge: ReadonlySet<Line>;
  /** Lines that are alike but for their numbers. */
  alike: (line: Line) => readonly Line[];
}

function pageEdges(lines: readonly Line[]): PageEdges {
  const key = (line: Line) => line.text.replace(/\d+/g, '#');
  const pages = Map.groupBy(lines, ({ page }) => page);
  const kinds = Map.groupBy(lines, key);
  const atEdge = [...pages.values()].flatMap((own) =>
    own.filter((_, index) => index < EDGE_LINES || index >= own.length - EDGE_LINES),
  );
  return { atEdge: new Set(atEdge), alike: (line) => kinds.get(key(line)) ?? [] };
}

/** Page numbers, and lines at the edge of most pages with nothing but the number changed. */
function isRunning(line: Line, edges: PageEdges, pages: number): boolean {
  if (!edges.atEdge.has(line)) return false;
  if (PAGE_MARK.test(line.text) && line.text.length < 60) return true;
  if (pages < 2) return false;
  const same = edges.alike(line).filter((other) => Math.abs(other.x - line.x) < 40);
  if (same.length < 2 || !same.every((other) => edges.atEdge.has(other))) return false;
  const onPages = new Set(same.map((other) => other.page));
  const numbered = same.every((other) => new RegExp(`\\b${other.page}\\b`).test(other.text));
  const dated = findDates(line.text).some((range) => !range.single);
  return onPages.size > pages / 2 && !dated && (numbered || (line.page > 1 && /[\d@]/.test(line.text)));
}

/** Blank lines above what stands at the foot of a page. */
const FOOT_GAP = 1.5;

/** Contact details that end a page, set apart from what ends above them, open anew. */
function apartFromFoot(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => {
    const ends = lines[index + 1]?.page !== line.page && lines[index - 1]?.page === line.page;
    const contact = waysIn(line.text) > 0 && line.gap >= FOOT_GAP && line.gap < 8;
    return ends && contact ? { ...line, gap: 9 } : line;
  });
}

/** PDF bytes to lines in reading order, with the mail and telephone links of the first page. */
export async function pdfLines(bytes: Uint8Array): Promise<PdfLines> {
  const content = await readPdf(bytes);
  if (!content.ok) return content;
  const flows = content.pages.map((page, index) =>
    toFlows(toRows(page.glyphs)).map((flow): PlacedFlow => ({ ...flow, page: index + 1 })),
  );
  const all = acrossPages(flows).flatMap((flow) => toLines(flow, flow.page));
  const edges = pageEdges(all);
  const lines = all.filter((line) => !isRunning(line, edges, content.pages.length));
  return { ok: true, lines: apartFromFoot(lines), pages: content.pages.length, links: content.mailLinks };
}
