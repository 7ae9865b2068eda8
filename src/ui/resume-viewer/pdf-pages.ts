import type { PDFDocumentProxy } from 'pdfjs-dist';

/** What is known of a page before it is drawn: its strings, and how far down each stands (0–1). */
export interface PageText {
  /** Height ÷ width. */
  ratio: number;
  items: string[];
  depths: number[];
}

/** Pages past this one are shown and not searched; the parser reads as many. */
const MAX_PAGES = 30;

/** Reads size and text of every page. */
export async function readPages(pdf: PDFDocumentProxy): Promise<PageText[]> {
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number): Promise<PageText> => {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const ratio = viewport.height / viewport.width;
      if (number > MAX_PAGES) return { ratio, items: [], depths: [] };
      const { items } = await page.getTextContent();
      const depths = items.map((item) => {
        if (!('transform' in item)) return 0;
        const [, y] = viewport.convertToViewportPoint(Number(item.transform[4]), Number(item.transform[5]));
        return y / viewport.height;
      });
      return { ratio, items: items.map((item) => ('str' in item ? item.str : '')), depths };
    }),
  );
}
