import {
  AlignmentType,
  BorderStyle,
  Document,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import type { Person } from '../../schema';

/** Usable width of an A4 page with 2 cm margins, in twentieths of a point. */
export const PAGE_WIDTH = 9638;
const BULLETS = 'bullets';

/** "#1f4e79" as Word wants it. */
export const ink = (accent: string): string => accent.slice(1).toUpperCase();
export const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ text, ...options });
export const line = (text: string, options: IRunOptions = {}, paragraph: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ children: [run(text, options)], ...paragraph });
export const bullet = (text: string): Paragraph =>
  new Paragraph({
    children: [run(text)],
    numbering: { reference: BULLETS, level: 0 },
    spacing: { after: 30 },
  });

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const RULED = { top: LINE, bottom: LINE, left: LINE, right: LINE };
export const UNRULED = { top: NONE, bottom: NONE, left: NONE, right: NONE };

export interface CellContent {
  children: (Paragraph | Table)[];
  fill?: string;
}

/** A table of fixed column widths (twentieths of a point), ruled or with no lines at all. */
export function table(widths: number[], rows: CellContent[][], ruled: boolean): Table {
  const edges = ruled ? RULED : UNRULED;
  const inner = ruled ? LINE : NONE;
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...edges, insideHorizontal: inner, insideVertical: inner },
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            ({ children, fill }, i) =>
              new TableCell({
                children,
                borders: edges,
                width: { size: widths[i] ?? 0, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: 110, right: 110 },
                columnSpan: cells.length < widths.length ? widths.length : 1,
                ...(fill ? { shading: { fill } } : {}),
              }),
          ),
        }),
    ),
  });
}

/** An A4 document with one bullet list style and the given body font. */
export function wordDocument(
  person: Person,
  font: string,
  halfPoints: number,
  section: ISectionOptions,
): Document {
  return new Document({
    title: `${person.name}, résumé`,
    creator: person.name,
    lastModifiedBy: person.name,
    styles: { default: { document: { run: { font, size: halfPoints } } } },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 220 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        ...section,
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
      },
    ],
  });
}
