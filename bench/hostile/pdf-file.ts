import { deflateSync } from 'node:zlib';

/** One object's bytes, without its number. */
export type PdfObject = string | Buffer;

export const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A stream object; `length` may lie. */
export function stream(data: Uint8Array, dictionary = '', length = data.length): Buffer {
  return Buffer.concat([
    latin(`<< /Length ${length} ${dictionary} >>\nstream\n`),
    data,
    latin('\nendstream'),
  ]);
}

export const flate = (data: Uint8Array, dictionary = ''): Buffer =>
  stream(deflateSync(data, { level: 9 }), `/Filter /FlateDecode ${dictionary}`);

/** A literal string, brackets and backslashes escaped. */
export const literal = (text: string): string =>
  `(${text.replace(/[\\()]/g, String.raw`\$&`).replace(/\n/g, String.raw`\n`)})`;

/** Content that shows lines in Helvetica, headings (all capitals) bold. */
export function textContent(lines: readonly string[], operators = ''): string {
  const shown = lines.map((line) => {
    const heading = line !== '' && line === line.toUpperCase();
    return `/${heading ? 'F2 13' : 'F1 11'} Tf ${literal(line)} Tj T*`;
  });
  return `BT ${operators} 16 TL 60 780 Td ${shown.join('\n')} ET`;
}

export const FONTS =
  '<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >>';

export interface PdfParts {
  /** Object numbers to bodies. 1 is the catalog. */
  objects: ReadonlyMap<number, PdfObject>;
  /** More keys of the trailer. */
  trailer?: string;
  header?: string;
}

/** Bytes of a PDF with a classic cross-reference table. */
export function pdf({ objects, trailer = '', header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' }: PdfParts): Buffer {
  const chunks = [latin(header)];
  const offsets = new Map<number, number>();
  let at = chunks[0]?.length ?? 0;
  const put = (chunk: Buffer) => {
    chunks.push(chunk);
    at += chunk.length;
  };
  for (const [number, body] of objects) {
    offsets.set(number, at);
    put(latin(`${number} 0 obj\n`));
    put(typeof body === 'string' ? latin(body) : body);
    put(latin('\nendobj\n'));
  }
  const size = Math.max(...objects.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = at;
  put(latin(`xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`));
  put(latin(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

export interface Page {
  content: PdfObject;
  /** More keys of the page, of the catalog, and more objects (from 10 on). */
  page?: string;
  catalog?: string;
  mediaBox?: string;
  resources?: string;
  more?: Iterable<readonly [number, PdfObject]>;
}

/** The objects of a document of one page: 1 catalog, 2 pages, 3 page, 4 content. */
export function onePage(given: Page): Map<number, PdfObject> {
  const { content, page = '', catalog = '', mediaBox = '[0 0 595 842]', resources = '', more = [] } = given;
  return new Map<number, PdfObject>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox ${mediaBox} /Contents 4 0 R /Resources << /Font ${FONTS} ${resources} >> ${page} >>`,
    ],
    [4, content],
    ...more,
  ]);
}

export const textStream = (lines: readonly string[], operators = ''): Buffer =>
  stream(latin(textContent(lines, operators)));

/** A document of one page that shows these lines, deflated. */
export const deflatedText = (lines: readonly string[]): Buffer =>
  pdf({ objects: onePage({ content: flate(latin(textContent(lines))) }) });
