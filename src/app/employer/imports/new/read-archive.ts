import { Inflate } from 'fflate';
import {
  checkDirectory,
  dataStart,
  readDirectory,
  type ArchiveEntry,
} from '@/domain/resumes/archive-directory';
import { cleanFileName } from '@/domain/resumes/clean-file-name';
import { MAX_IMPORT_FILES, MAX_RESUME_BYTES } from '@/domain/resumes/schema';

const MEGABYTE = 1024 * 1024;
/** The directory of two thousand entries is shorter. */
const TAIL_BYTES = MEGABYTE;
/** Folders and shadow files of other systems stand beside the files that count. */
const MAX_ENTRIES = 4 * MAX_IMPORT_FILES;
/** Inflated at a time: what a step gives before its size is looked at stays small, however dense it is. */
const STEP_BYTES = 16 * 1024;

/** A small archive must not become a large one; one of many files that are dense already may be as large as it is. */
const mostUnpacked = (size: number): number => Math.min(500 * MEGABYTE, Math.max(50 * MEGABYTE, 2 * size));

export interface Unpacked {
  files: { name: string; size: number; file: File }[];
  /** Files of the archive that could not be unpacked, in words. */
  problems: { name: string; words: string }[];
}

/** Folders, macOS's shadow files and hidden files are no résumés. */
const isNoise = ({ name }: ArchiveEntry): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || (name.split('/').at(-1) ?? '').startsWith('.');

const bytesOf = async (archive: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await archive.slice(from, to).arrayBuffer());

/** Inflates up to the claimed size. Throws when there is more of it, or less. */
const inflate = (packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(size);
  let at = 0;
  const inflater = new Inflate((chunk) => {
    if (at + chunk.length > size) throw new Error('It is larger than it claims.');
    out.set(chunk, at);
    at += chunk.length;
  });
  for (let from = 0; from < packed.length; from += STEP_BYTES) {
    inflater.push(packed.subarray(from, from + STEP_BYTES), from + STEP_BYTES >= packed.length);
  }
  if (at < size) throw new Error('It is smaller than it claims.');
  return out;
};

const readEntry = async (archive: Blob, entry: ArchiveEntry): Promise<Uint8Array<ArrayBuffer>> => {
  const start = dataStart(entry, await bytesOf(archive, entry.offset, entry.offset + 30));
  const packed = await bytesOf(archive, start, start + entry.packed);
  if (packed.length < entry.packed) throw new Error('It is cut off.');
  if (entry.method === 0 && entry.size === packed.length) return packed;
  if (entry.method !== 8) throw new Error('It is packed in an unknown way.');
  return inflate(packed, entry.size);
};

/**
 * Unpacks an archive in the browser, after its directory was held against the limits: 500 files, ratio 100, 50 MB or
 * twice the archive, no names that lead out of it. A file above 5 MB keeps its size and loses its bytes; one that is damaged
 * is a problem of its own. Throws, in words, for an archive that must not be unpacked or is none.
 */
export const unpackArchive = async (archive: Blob): Promise<Unpacked> => {
  const tail = await bytesOf(archive, Math.max(0, archive.size - TAIL_BYTES), archive.size);
  const entries = readDirectory(tail, archive.size, MAX_ENTRIES);
  checkDirectory(entries, { entries: MAX_ENTRIES, total: mostUnpacked(archive.size) });
  const wanted = entries.filter((entry) => !isNoise(entry));
  if (wanted.length === 0) throw new Error('No file was found in it.');
  if (wanted.length > MAX_IMPORT_FILES) throw new Error(`It holds more than ${MAX_IMPORT_FILES} files.`);
  const unpacked: Unpacked = { files: [], problems: [] };
  for (const entry of wanted) {
    const name = cleanFileName(entry.name);
    const { size } = entry;
    if (entry.encrypted) {
      unpacked.problems.push({ name, words: 'It is protected by a password inside the archive.' });
      continue;
    }
    try {
      const parts = size > MAX_RESUME_BYTES ? [] : [await readEntry(archive, entry)];
      unpacked.files.push({ name, size, file: new File(parts, name) });
    } catch {
      unpacked.problems.push({ name, words: 'It is damaged inside the archive. The others are here.' });
    }
  }
  return unpacked;
};
