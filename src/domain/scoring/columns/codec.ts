import type { ByteReader, ByteWriter } from './bytes';

/** How values of one kind are written as bytes and read again. Equal values give equal bytes. */
export interface Codec<T> {
  write: (to: ByteWriter, value: T) => void;
  read: (from: ByteReader) => T;
}

export const number: Codec<number> = {
  write: (to, value) => to.number(value),
  read: (from) => from.number(),
};
export const text: Codec<string> = { write: (to, value) => to.text(value), read: (from) => from.text() };
export const truth: Codec<boolean> = {
  write: (to, value) => to.byte(value ? 1 : 0),
  read: (from) => from.byte() === 1,
};

/** One of a list of words, by its place. Words may be added at the end of a list; any other change is a new format. */
export const oneOf = <T extends string>(words: readonly T[]): Codec<T> => ({
  write(to, value) {
    to.byte(words.indexOf(value));
  },
  read(from) {
    const word = words[from.byte()];
    if (word === undefined) throw new RangeError('The bytes name no known word.');
    return word;
  },
});

export const orNull = <T>({ write, read }: Codec<T>): Codec<T | null> => ({
  write(to, value) {
    to.byte(value === null ? 0 : 1);
    if (value !== null) write(to, value);
  },
  read: (from) => (from.byte() === 0 ? null : read(from)),
});

export const listOf = <T>({ write, read }: Codec<T>): Codec<T[]> => ({
  write(to, values) {
    to.number(values.length);
    for (const value of values) write(to, value);
  },
  read: (from) => Array.from({ length: from.number() }, () => read(from)),
});

/** The members of an object one after the other, in the order in which the codecs are listed. */
export const members = <T extends object>(codecs: { [K in keyof T]-?: Codec<T[K]> }): Codec<T> => {
  const entries = Object.entries(codecs) as [keyof T, Codec<T[keyof T]>][];
  return {
    write(to, value) {
      for (const [name, { write }] of entries) write(to, value[name]);
    },
    read(from) {
      const value: Partial<T> = {};
      for (const [name, { read }] of entries) value[name] = read(from);
      return value as T;
    },
  };
};

/** Answers by key, of keys known beforehand; a key may be missing. */
export const answersBy = <K extends string, A extends string | boolean>(
  keys: readonly K[],
  answers: readonly A[],
): Codec<Partial<Record<K, A>>> => ({
  write(to, value) {
    for (const key of keys) {
      const answer = value[key];
      to.byte(answer === undefined ? 0 : answers.indexOf(answer) + 1);
    }
  },
  read(from) {
    const told: Partial<Record<K, A>> = {};
    for (const key of keys) {
      const answer = answers[from.byte() - 1];
      if (answer !== undefined) told[key] = answer;
    }
    return told;
  },
});
