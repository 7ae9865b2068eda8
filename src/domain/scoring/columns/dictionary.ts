/** Distinct values, numbered in the order in which they came. */
export interface Dictionary<T> {
  /** The number of a value; `make` is called for a key that is new. −1 when `limit` numbers are taken. */
  codeOf(key: string, make: () => T): number;
  values: T[];
}

export function dictionary<T>(limit = Infinity): Dictionary<T> {
  const codes = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    codeOf(key, make) {
      const kept = codes.get(key);
      if (kept !== undefined) return kept;
      if (values.length >= limit) return -1;
      codes.set(key, values.length);
      return values.push(make()) - 1;
    },
  };
}
