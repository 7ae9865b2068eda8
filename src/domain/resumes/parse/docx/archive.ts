import { inflateRawSync } from 'node:zlib';
import {
  checkDirectory,
  dataStart,
  readDirectory,
  UnsafeArchive,
  type ArchiveEntry,
} from '../../archive-directory';

export const MAX_ENTRIES = 2_000;
export const MAX_TOTAL_BYTES = 50 * 1024 * 1024;
/** The parts that are read; a document of a hundred pages has a few megabytes of them. */
const MAX_WANTED_BYTES = 16 * 1024 * 1024;

const WANTED =
  /^word\/(?:document|header\d*|footer\d*|styles|numbering|footnotes)\.xml$|^word\/_rels\/document\.xml\.rels$|^\[Content_Types\]\.xml$/i;

function content(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const start = dataStart(entry, bytes.subarray(entry.offset, entry.offset + 30));
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed || entry.encrypted) throw new Error('It is damaged.');
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new Error('It is packed in an unknown way.');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    const longer = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw longer ? new UnsafeArchive('A file in it is larger than it claims.') : error;
  }
}

/**
 * Unpacks the text parts of an OOXML package. The directory is checked before anything is inflated, and inflating stops
 * at the claimed size. Throws UnsafeArchive past the limits, another error when the archive is broken.
 */
export function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  const entries = readDirectory(bytes, bytes.length, MAX_ENTRIES);
  checkDirectory(entries, { entries: MAX_ENTRIES, total: MAX_TOTAL_BYTES });
  const wanted = entries.filter(({ name }) => WANTED.test(name));
  const names = new Set(wanted.map(({ name }) => name.toLowerCase()));
  if (names.size < wanted.length) throw new UnsafeArchive('It holds the same part twice.');
  if (wanted.reduce((sum, { size }) => sum + size, 0) > MAX_WANTED_BYTES)
    throw new UnsafeArchive('Its text is too long.');
  return new Map(wanted.map((entry) => [entry.name, content(bytes, entry)]));
}
