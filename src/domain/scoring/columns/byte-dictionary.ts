import { ByteReader } from './bytes';

/** Distinct byte strings, numbered in the order in which they came, with what each of them says. */
export interface ByteDictionary<T> {
  /** The number of the bytes from `from` up to `to`; −1 when they are new and `limit` numbers are taken. */
  codeOf: (bytes: Uint8Array, from: number, to: number) => number;
  values: T[];
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** An open hash table over the bytes themselves; `read` is called once for each distinct string. */
export function byteDictionary<T>(read: (from: ByteReader) => T, limit = Infinity): ByteDictionary<T> {
  const values: T[] = [];
  const hashes: number[] = [];
  const kept: Uint8Array[] = [];
  /** One more than the number at each slot, 0 = free; at most half of them are taken. */
  let slots = new Int32Array(1024);

  const isAt = (code: number, bytes: Uint8Array, from: number, to: number): boolean => {
    const known = kept[code];
    if (known === undefined || known.length !== to - from) return false;
    for (let i = 0; i < known.length; i++) if (known[i] !== bytes[from + i]) return false;
    return true;
  };
  const place = (hash: number, code: number): void => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = code + 1;
  };

  return {
    values,
    codeOf(bytes, from, to) {
      let hash = FNV_OFFSET;
      for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), FNV_PRIME);
      const mask = slots.length - 1;
      for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const code = (slots[slot] ?? 0) - 1;
        if (hashes[code] === hash && isAt(code, bytes, from, to)) return code;
      }
      if (values.length >= limit) return -1;
      const code = values.push(read(new ByteReader(bytes, from, to))) - 1;
      hashes.push(hash);
      kept.push(bytes.slice(from, to));
      if (2 * values.length > slots.length) {
        slots = new Int32Array(2 * slots.length);
        for (const [known, at] of hashes.entries()) place(at, known);
      } else {
        place(hash, code);
      }
      return code;
    },
  };
}
