/** Tables that jobs with the same question share, by that question. */
export type SharedTables = (key: string) => Int16Array;

const ROOM_BYTES = 8_388_608;

/** Tables of `length` numbers, filled with `empty` when made. Beyond 8 MB the one not asked for the longest goes. */
export function sharedTables(length: number, empty: number): SharedTables {
  const tables = new Map<string, Int16Array>();
  const most = Math.max(1, Math.floor(ROOM_BYTES / (2 * Math.max(1, length))));
  return (key) => {
    const kept = tables.get(key);
    if (kept) {
      tables.delete(key);
      tables.set(key, kept);
      return kept;
    }
    const [oldest] = tables.keys();
    if (tables.size >= most && oldest !== undefined) tables.delete(oldest);
    const made = new Int16Array(length).fill(empty);
    tables.set(key, made);
    return made;
  };
}
