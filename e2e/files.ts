import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';

/** A file as a browser's chooser is given it. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const bytes = (name: string): Buffer => readFileSync(join('demo', 'resumes', name));

/** Résumés of the demo, by file name. */
export const resumes = (...names: string[]): ChosenFile[] =>
  names.map((name) => ({ name, mimeType: 'application/octet-stream', buffer: bytes(name) }));

/** The same in one ZIP, in a folder as people pack them. */
export const archive = (name: string, ...names: string[]): ChosenFile => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync(Object.fromEntries(names.map((file) => [`${basename(name, '.zip')}/${file}`, bytes(file)]))),
  ),
});

/** A file that is not what its name says, or is nothing at all. */
export const badFile = (name: string, content: string | Buffer): ChosenFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(content),
});

/** The smallest picture there is. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
);
