import './no-drawing';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { asMatrix, multiply, readGlyphs, type FontLook, type Glyph } from './glyphs';

export interface PdfPage {
  glyphs: Glyph[];
  width: number;
  height: number;
}

export type PdfFailure = 'encrypted' | 'damaged';
export type PdfContent =
  { ok: true; pages: PdfPage[]; mailLinks: string[] } | { ok: false; reason: PdfFailure };

/** Pages past this one are not read: a résumé has a few, and time is capped. */
export const MAX_PAGES = 30;

const BOLD = /bold|black|heavy|demi|[-,]bd|cmbx|sfbx|\bmedium\b|-medi|-med$/i;
const ITALIC = /italic|oblique|-it$|slanted|lightit|cmti|sfti|-obl/i;

/** Fonts whose glyphs are pictures: what they spell ("phone-square") is not the page's text. */
const PICTURES = /awesome|icon|fontello|material-?symbol|academicons|glyphicon/i;
const BULLET_FONTS = /wingdings|webdings|dingbats/i;

// pdf.js would start a worker thread from a file of its own; the handler in this thread needs none.
Object.assign(globalThis, { pdfjsWorker: pdfWorker });

function fontLook(font: unknown): FontLook | null {
  if (font === null || typeof font !== 'object') return null;
  const { name, bold, black, italic, fontMatrix, vertical } = font as Record<string, unknown>;
  const title = typeof name === 'string' ? name : '';
  const scale = Array.isArray(fontMatrix) && typeof fontMatrix[0] === 'number' ? fontMatrix[0] : 0.001;
  return {
    bold: bold === true || black === true || BOLD.test(title),
    italic: italic === true || ITALIC.test(title),
    ink: PICTURES.test(title) ? 'none' : BULLET_FONTS.test(title) ? 'bullet' : 'text',
    scale: scale || 0.001,
    vertical: vertical === true,
  };
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<PdfDocument['getPage']>>;

async function readPage(page: Page): Promise<PdfPage> {
  const operations = await page.getOperatorList({ annotationMode: 0 });
  const looks = new Map<string, FontLook | null>();
  const lookOf = (name: string) => {
    const known = looks.get(name);
    if (known !== undefined) return known;
    const look = page.commonObjs.has(name) ? fontLook(page.commonObjs.get(name)) : null;
    looks.set(name, look);
    return look;
  };
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const upright = multiply([1, 0, 0, -1, 0, height], asMatrix(transform));
  const glyphs = readGlyphs(operations, OPS, lookOf, upright);
  return { glyphs, width, height };
}

async function mailLinks(page: Page): Promise<string[]> {
  const annotations: unknown[] = await page.getAnnotations();
  return annotations.flatMap((annotation) => {
    const { url, unsafeUrl } = annotation as { url?: unknown; unsafeUrl?: unknown };
    const link = typeof url === 'string' ? url : typeof unsafeUrl === 'string' ? unsafeUrl : '';
    return /^(mailto|tel):/i.test(link) ? [link] : [];
  });
}

/** Reads the glyphs of every page. No script, font or image of the file is run, loaded or fetched. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const pages: PdfPage[] = [];
    const links: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      const page = await document.getPage(number);
      pages.push(await readPage(page));
      if (number === 1) links.push(...(await mailLinks(page)));
      page.cleanup();
    }
    return { ok: true, pages, mailLinks: links };
  } catch (error) {
    return {
      ok: false,
      reason: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged',
    };
  } finally {
    await task.destroy();
  }
}
