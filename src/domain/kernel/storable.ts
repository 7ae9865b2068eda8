/** Deeper than any form; Postgres gives up on JSON far below what a request may nest. */
const MAX_DEPTH = 64;

const holds = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/**
 * The dotted path of the first part of `value` that Postgres cannot keep, or null: text with a NUL character or half a
 * surrogate pair, as a value or as a key, and what is nested more than 64 deep. Looks into lists and plain objects.
 */
export const unstorablePath = (value: unknown): string | null => {
  const open: { at: unknown; path: string; depth: number }[] = [{ at: value, path: '', depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, path, depth } = next;
    if (typeof at === 'string' ? !holds(at) : depth > MAX_DEPTH) return path;
    if (typeof at !== 'object' || at === null) continue;
    for (const [key, member] of Object.entries(at)) {
      if (!holds(key)) return path;
      open.push({ at: member, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 });
    }
  }
  return null;
};

/** `value` with every such character replaced by one of the same length, so that spans into a text still hold. */
export const madeStorable = <T>(value: T): T => {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD') as T & string;
  if (Array.isArray(value)) return value.map((item: unknown) => madeStorable(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, madeStorable(member)])) as T;
};
