/** Tables that jobs with the same question share, by that question. A table is good until another one is asked for. */
export type SharedTables = (key: string) => Int16Array;

const ROOM_BYTES = 4_194_304;

/** Tables of `length` numbers, filled with `empty` when made. Beyond 4 MB the one made first is emptied for the next. */
export function sharedTables(length: number, empty: number): SharedTables {
  const tables = new Map<string, Int16Array>();
  const most = Math.max(1, Math.floor(ROOM_BYTES / (2 * Math.max(1, length))));
  return (key) => {
    const kept = tables.get(key);
    if (kept) return kept;
    const [oldest] = tables.size >= most ? tables : [];
    if (oldest) tables.delete(oldest[0]);
    const made = (oldest?.[1] ?? new Int16Array(length)).fill(empty);
    tables.set(key, made);
    return made;
  };
}
