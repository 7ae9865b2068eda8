/**
 * JSON with sorted keys and no spaces: equal values give equal bytes. `undefined` members are left out. With `setsSorted`, arrays
 * are sorted by their own canonical text, for facts whose order means nothing.
 */
export function canonicalJson(value: unknown, setsSorted = false): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonicalJson(item, setsSorted));
    return `[${(setsSorted ? items.sort() : items).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, setsSorted)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
