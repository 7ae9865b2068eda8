import type { ParseFailure } from '../../schema';
import type { Line } from '../line';

export type DocxLines =
  { ok: true; lines: Line[]; pages: number; links: string[] } | { ok: false; reason: ParseFailure };

export function docxLines(_bytes: Uint8Array): DocxLines {
  return { ok: false, reason: 'damaged' };
}
