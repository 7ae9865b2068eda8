import { join } from 'node:path';
import PdfDocument from 'pdfkit';
import type { Person } from '../../schema';

/** Written into every file instead of the hour of rendering, so that the same person gives the same bytes. */
export const FIXED_DATE = new Date('2026-11-02T09:00:00Z');

const FACES = {
  lato: '@fontsource/lato/files/lato-latin-400-normal.woff',
  'lato-bold': '@fontsource/lato/files/lato-latin-700-normal.woff',
  'lato-italic': '@fontsource/lato/files/lato-latin-400-italic.woff',
  carlito: '@fontsource/carlito/files/carlito-latin-400-normal.woff',
  'carlito-bold': '@fontsource/carlito/files/carlito-latin-700-normal.woff',
  'carlito-italic': '@fontsource/carlito/files/carlito-latin-400-italic.woff',
  tinos: '@fontsource/tinos/files/tinos-latin-400-normal.woff',
  'tinos-bold': '@fontsource/tinos/files/tinos-latin-700-normal.woff',
  'tinos-italic': '@fontsource/tinos/files/tinos-latin-400-italic.woff',
  cmu: 'computer-modern/fonts/cmu-serif-500-roman.ttf',
  'cmu-bold': 'computer-modern/fonts/cmu-serif-700-roman.ttf',
  'cmu-italic': 'computer-modern/fonts/cmu-serif-500-italic.ttf',
} as const;

export const A4 = { width: 595.28, height: 841.89 };

/** Opens an A4 document with the faces registered by name. `fonts` is a node_modules folder that holds them. */
export function openDocument(person: Person, fonts: string, producer: string): PDFKit.PDFDocument {
  const doc = new PdfDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    info: {
      Title: `${person.name}, résumé`,
      Author: person.name,
      Creator: producer,
      Producer: producer,
      CreationDate: FIXED_DATE,
      ModDate: FIXED_DATE,
    },
  });
  for (const [name, file] of Object.entries(FACES)) doc.registerFont(name, join(fonts, file));
  return doc;
}

/** Ends the document and gives its bytes. */
export function closeDocument(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}
