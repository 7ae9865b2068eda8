import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tableText } from './table-text';

const TEXT = 'name;email\nZoë Müller;zoe@one.example\n';
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('a table that was chosen', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16, as Excel calls Unicode text', utf16(TEXT, 'le')],
    ['UTF-16 the other way round', utf16(TEXT, 'be')],
    ['Windows’ letters', Buffer.from(TEXT, 'latin1')],
  ])('is read from %s', (_name, bytes) => {
    expect(tableText(bytes)).toBe(TEXT);
  });

  it.each([
    ['an Excel workbook', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), /Excel workbook/],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /Excel workbook/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), /not a table of text/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /not a table of text/],
  ])('is refused in words when it is %s', (_name, bytes, words) => {
    expect(() => tableText(bytes)).toThrow(words);
  });
});
