import { describe, expect, it } from 'vitest';
import { MAX_BYTES, sniff } from './kind';

const bytes = (text: string) => new TextEncoder().encode(text);
const compound = (name: string) => {
  const utf16 = Array.from(name).flatMap((character) => [character.charCodeAt(0), 0]);
  return new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0, ...utf16]);
};

describe('sniff', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n'), 'a.pdf', 'pdf'],
    ['a PDF after stray bytes', bytes('\n\n%PDF-1.4'), 'a.pdf', 'pdf'],
    ['a ZIP named docx', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'a.docx', 'docx'],
    ['plain text', bytes('Asha Rao\nPune'), 'a.txt', 'txt'],
    ['nothing', new Uint8Array(), 'a.pdf', 'empty'],
    ['too much', new Uint8Array(MAX_BYTES + 1), 'a.pdf', 'too_large'],
    ['a picture named pdf', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'a.pdf', 'type_mismatch'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'a.png', 'unsupported_type'],
    ['a PDF named docx', bytes('%PDF-1.7\n'), 'a.docx', 'type_mismatch'],
    ['rich text named txt', bytes('{\\rtf1 hello}'), 'a.txt', 'type_mismatch'],
    ['a locked DOCX', compound('EncryptedPackage'), 'a.docx', 'encrypted'],
    ['an old Word file', compound('WordDocument'), 'a.doc', 'unsupported_type'],
  ])('%s', (_, content, name, kind) => {
    expect(sniff(content, name)).toBe(kind);
  });
});
