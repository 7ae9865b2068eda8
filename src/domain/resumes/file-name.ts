import { MAX_RESUME_BYTES, RESUME_TYPES, type ParseFailure } from './schema';

type Extension = keyof typeof RESUME_TYPES;

const isKnown = (extension: string): extension is Extension => Object.hasOwn(RESUME_TYPES, extension);

/** What a file calls itself, or null for a kind that is not read. */
export const typeOf = (name: string): { extension: Extension; contentType: string } | null => {
  const extension = name.toLowerCase().split('.').at(-1) ?? '';
  return isKnown(extension) ? { extension, contentType: RESUME_TYPES[extension] } : null;
};

/** Why a file is refused by its name and size alone, before its bytes travel; null when it may come. */
export const refusedFor = (file: { name: string; size: number }): ParseFailure | null => {
  if (file.size === 0) return 'empty';
  if (file.size > MAX_RESUME_BYTES) return 'too_large';
  return typeOf(file.name) === null ? 'unsupported_type' : null;
};
