import type { Person } from '../schema';
import { indianDocx } from './docx/indian';
import { packDocument } from './docx/pack';
import { ruledTableDocx } from './docx/ruled-table';
import { wordClassic } from './docx/word-classic';
import { wordTable } from './docx/word-table';
import { closeDocument } from './pdf/document';
import { indianPdf } from './pdf/indian';
import { latex } from './pdf/latex';
import { ruledTablePdf } from './pdf/ruled-table';
import { sidebarLeft, sidebarRight } from './pdf/sidebar';
import { singleColumn } from './pdf/single-column';
import { twoColumn } from './pdf/two-column';
import { plainText } from './text';

/**
 * Bytes of a person's résumé in the person's layout; the same person gives the same bytes.
 * `fonts` is a node_modules folder with the faces that the PDF layouts embed (see `scripts/render-demo.ts`).
 */
export async function renderResume(person: Person, fonts: string): Promise<Buffer> {
  switch (person.layout) {
    case 'single-column':
      return closeDocument(singleColumn(person, fonts));
    case 'sidebar-left':
      return closeDocument(sidebarLeft(person, fonts));
    case 'sidebar-right':
      return closeDocument(sidebarRight(person, fonts));
    case 'two-column':
      return closeDocument(twoColumn(person, fonts));
    case 'ruled-table-pdf':
      return closeDocument(ruledTablePdf(person, fonts));
    case 'latex':
      return closeDocument(latex(person, fonts));
    case 'indian-pdf':
      return closeDocument(indianPdf(person, fonts));
    case 'ruled-table-docx':
      return packDocument(ruledTableDocx(person));
    case 'word-classic':
      return packDocument(wordClassic(person));
    case 'word-table':
      return packDocument(wordTable(person));
    case 'indian-docx':
      return packDocument(indianDocx(person));
    case 'plain-text':
      return Buffer.from(plainText(person));
  }
}
