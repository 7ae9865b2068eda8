import { createHash } from 'node:crypto';

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;

/**
 * One text per content: object keys sorted by code unit, no spaces, `undefined` members left out.
 * Numbers print as JavaScript prints them. Throws on what JSON cannot hold (functions, big integers).
 */
export function canonicalJson(value: unknown): string {
  // JavaScript's own form of a list of plain values is canonical already, and many times faster.
  if (Array.isArray(value) && value.every(isPlain)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`A ${typeof value} has no canonical form.`);
  return text;
}

/** SHA-256 of the canonical form, in lower-case hex: equal for equal content whatever its layout or key order. */
export const contentHash = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
