import type { ParseFailure } from '../schema';

export type FileKind = 'pdf' | 'docx' | 'txt';

export const MAX_BYTES = 5 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...magic: number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
}

/** Text in UTF-8, UTF-16 with a mark, or an eight-bit code without control characters. */
function isText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return true;
  const sample = bytes.subarray(0, 4096);
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return controls === 0;
}

/** What the first bytes say the file is; null = nothing that can be read as a résumé. */
function magicKind(bytes: Uint8Array): FileKind | 'encrypted' | null {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'docx';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    // A compound file: a password-protected .docx names its stream in UTF-16; an old .doc does not.
    const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    return text.includes('EncryptedPackage') ? 'encrypted' : null;
  }
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  const head = ascii(bytes, 0, 256).trimStart().toLowerCase();
  if (/^(?:\{\\rtf|<!doctype|<html|<\?xml|<svg|<script|#!|mz|\u007felf)/.test(head)) return null;
  return isText(bytes) ? 'txt' : null;
}

const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  pdf: 'pdf',
  docx: 'docx',
  txt: 'txt',
  text: 'txt',
  md: 'txt',
};

/** Tells the kind of a file by its bytes and holds the name against it. The name alone never decides. */
export function sniff(bytes: Uint8Array, filename: string): FileKind | ParseFailure {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > MAX_BYTES) return 'too_large';
  const kind = magicKind(bytes);
  const extension = /\.([a-z0-9]{1,8})$/i.exec(filename.trim())?.[1]?.toLowerCase() ?? '';
  const claimed = EXTENSIONS[extension];
  if (kind === 'encrypted') return 'encrypted';
  if (kind === null) return claimed === undefined ? 'unsupported_type' : 'type_mismatch';
  if (claimed === undefined) return extension === '' || kind !== 'txt' ? kind : 'unsupported_type';
  return claimed === kind ? kind : 'type_mismatch';
}
