const WORKBOOK =
  'This is an Excel workbook, not a CSV file. In Excel choose “Save as” and “CSV UTF-8”, and take that file.';
const BINARY = 'This is not a table of text. Save the table as “CSV UTF-8”, and take that file.';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** How many bytes are looked at to tell text from everything else. */
const LOOK = 4096;

const encodingOf = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
};

/**
 * The text of a table that somebody chose, as spreadsheets save it: UTF-8, UTF-16 with a mark, or else Windows’ letters of Western
 * Europe. Throws, in words, for a workbook or anything else that is no text.
 */
export const tableText = (bytes: Uint8Array): string => {
  const encoding = encodingOf(bytes);
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  const zip = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
  const oldWorkbook = startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
  if (zip || oldWorkbook) throw new Error(WORKBOOK);
  // No text holds these; tab, line feed and carriage return are 9, 10 and 13.
  if (bytes.subarray(0, LOOK).some((byte) => byte < 9) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new Error(BINARY);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
