import type { ParseFailure } from '../../schema';
import type { Line } from '../line';
import { UnsafeArchive } from '../../archive-directory';
import { unpack } from './archive';
import { readBody } from './body';
import { blockLines } from './lines';
import { readStyles } from './styles';
import { walkXml } from './xml';

export type DocxLines =
  { ok: true; lines: Line[]; pages: number; links: string[] } | { ok: false; reason: ParseFailure };

function mailLinks(xml: Uint8Array | undefined): string[] {
  const links: string[] = [];
  if (!xml) return links;
  walkXml(xml, {
    open: (name, attributes) => {
      const target = attributes['Target'] ?? '';
      if (name === 'Relationship' && /^(?:mailto|tel):/i.test(target)) links.push(target);
    },
    close: () => undefined,
  });
  return links;
}

const isWord = (parts: ReadonlyMap<string, Uint8Array>) =>
  [...parts.keys()].some((name) => name.toLowerCase().startsWith('word/'));

const holdsMacros = (parts: ReadonlyMap<string, Uint8Array>) =>
  new TextDecoder().decode(parts.get('[Content_Types].xml')).includes('macroEnabled');

const CONTACT = /@|\+?\d[\d\s().-]{7,}\d/;

/**
 * DOCX bytes to lines: headers first (the contact line often stands there), the document, then footers that hold
 * contact details. Pages are unknown before layout: 1 is given.
 */
export function docxLines(bytes: Uint8Array): DocxLines {
  try {
    const parts = unpack(bytes);
    const document = parts.get('word/document.xml');
    if (!document) return { ok: false, reason: isWord(parts) ? 'damaged' : 'unsupported_type' };
    // Its reader would run nothing, but the file is handed on to people who open it.
    if (holdsMacros(parts)) return { ok: false, reason: 'unsupported_type' };
    const sheet = readStyles(parts.get('word/styles.xml'));
    const of = (pattern: RegExp) =>
      [...parts]
        .filter(([name]) => pattern.test(name))
        .sort(([a], [b]) => a.localeCompare(b))
        .flatMap(([, xml]) => blockLines(readBody(xml, sheet)));
    const body = blockLines(readBody(document, sheet));
    const seen = new Set<string>();
    const once = (line: Line) => !seen.has(line.text) && seen.add(line.text) !== undefined;
    const headers = of(/^word\/header\d*\.xml$/i).filter(once);
    const known = new Set(body.map((line) => line.text));
    const above = headers.filter((line) => !known.has(line.text) && !/^page\b/i.test(line.text));
    const below = of(/^word\/footer\d*\.xml$/i).filter((line) => once(line) && CONTACT.test(line.text));
    const links = mailLinks(parts.get('word/_rels/document.xml.rels'));
    // The foot of the page belongs to no section: it opens anew.
    const foot = below.map((line, index) => (index === 0 ? { ...line, gap: 9 } : line));
    return { ok: true, lines: [...above, ...body, ...foot], pages: 1, links };
  } catch (error) {
    return { ok: false, reason: error instanceof UnsafeArchive ? 'archive_unsafe' : 'damaged' };
  }
}
