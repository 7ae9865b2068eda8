import { cleanFileName } from '@/domain/resumes/clean-file-name';
import { tableText } from '../../table-text';
import { unpackArchive } from './read-archive';

export interface ChosenFile {
  name: string;
  size: number;
  file: File;
}

export interface Chosen {
  files: ChosenFile[];
  /** Tables of people, each of which becomes an import of its own. */
  tables: { name: string; text: string }[];
  /** What could not be taken, in words, by file name. */
  problems: { name: string; words: string }[];
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : 'It is damaged.');
const isArchive = (file: File): boolean => file.name.toLowerCase().endsWith('.zip');

/** The files a person chose, with archives unpacked here in the browser. A bad archive is a problem of its own. */
export const readChosen = async (chosen: readonly File[]): Promise<Chosen> => {
  const result: Chosen = { files: [], tables: [], problems: [] };
  for (const file of chosen) {
    if (file.name.toLowerCase().endsWith('.csv')) {
      try {
        const text = tableText(new Uint8Array(await file.arrayBuffer()));
        result.tables.push({ name: file.name, text });
      } catch (error) {
        result.problems.push({ name: file.name, words: wordsOf(error) });
      }
      continue;
    }
    const name = cleanFileName(file.name);
    if (!isArchive(file)) {
      result.files.push({ name, size: file.size, file });
      continue;
    }
    try {
      const { files, problems } = await unpackArchive(file);
      result.files.push(...files);
      result.problems.push(...problems);
    } catch (error) {
      result.problems.push({ name, words: `This archive could not be opened. ${wordsOf(error)}` });
    }
  }
  return result;
};
