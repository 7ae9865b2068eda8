import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { MAX_IMPORT_FILES, MAX_RESUME_BYTES } from '@/domain/resumes/schema';

/** What an archive may hold, all told: a small file must not become a large one. */
const MAX_UNPACKED_BYTES = 500 * 1024 * 1024;

export interface ChosenFile {
  name: string;
  size: number;
  file: File;
}

export interface Chosen {
  files: ChosenFile[];
  /** Tables of people, each of which becomes an import of its own. */
  tables: File[];
  /** What could not be taken, in words, by file name. */
  problems: { name: string; words: string }[];
}

const isArchive = (file: File): boolean => file.name.toLowerCase().endsWith('.zip');
/** Folders, macOS's shadow files and hidden files are no résumés. */
const isNoise = (path: string): boolean =>
  path.endsWith('/') || path.startsWith('__MACOSX/') || (path.split('/').at(-1) ?? '').startsWith('.');

/** One entry, read up to the size a résumé may have; a longer one keeps its size and loses its bytes. */
const readEntry = (entry: UnzipFile): Promise<ChosenFile> =>
  new Promise((resolve, reject) => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    entry.ondata = (error, chunk, final) => {
      if (error !== null) return reject(error);
      size += chunk.length;
      if (size <= MAX_RESUME_BYTES) parts.push(new Uint8Array(chunk));
      else entry.terminate();
      if (final || size > MAX_RESUME_BYTES) {
        // Only the base name travels: a path inside the archive means nothing to the store.
        const name = entry.name.split(/[\\/]/).at(-1) ?? entry.name;
        resolve({ name, size, file: new File(size > MAX_RESUME_BYTES ? [] : parts, name) });
      }
    };
    entry.start();
  });

const unpack = async (archive: File): Promise<ChosenFile[]> => {
  const entries: Promise<ChosenFile>[] = [];
  let declared = 0;
  const unzip = new Unzip((entry) => {
    if (isNoise(entry.name)) return;
    declared += entry.originalSize ?? 0;
    if (entries.length >= MAX_IMPORT_FILES) throw new Error(`It holds more than ${MAX_IMPORT_FILES} files.`);
    if (declared > MAX_UNPACKED_BYTES) throw new Error('It unpacks to more than 500 MB.');
    entries.push(readEntry(entry));
  });
  unzip.register(UnzipInflate);
  const reader = archive.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    unzip.push(value ?? new Uint8Array(), done);
    if (done) break;
  }
  if (entries.length === 0) throw new Error('No file was found in it.');
  return Promise.all(entries);
};

/** The files a person chose, with archives unpacked here in the browser. A bad archive is a problem of its own. */
export const readChosen = async (chosen: readonly File[]): Promise<Chosen> => {
  const result: Chosen = { files: [], tables: [], problems: [] };
  for (const file of chosen) {
    if (file.name.toLowerCase().endsWith('.csv')) {
      result.tables.push(file);
      continue;
    }
    if (!isArchive(file)) {
      result.files.push({ name: file.name, size: file.size, file });
      continue;
    }
    try {
      result.files.push(...(await unpack(file)));
    } catch (error) {
      const words = error instanceof Error ? error.message : 'It is damaged.';
      result.problems.push({ name: file.name, words: `This archive could not be opened. ${words}` });
    }
  }
  return result;
};
