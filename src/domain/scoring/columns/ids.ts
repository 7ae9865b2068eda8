import type { Columns } from './layout';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BYTES = 16;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The 16 bytes of a UUID in lower case. Throws RangeError for anything else. */
export function uuidBytes(id: string): number[] {
  if (!UUID.test(id)) throw new RangeError(`Not a UUID: ${id}`);
  const digits = id.replaceAll('-', '');
  return Array.from({ length: BYTES }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

/** The id of person `index`. */
export function idAt({ ids }: Columns, index: number): string {
  let id = '';
  for (let i = 0; i < BYTES; i++) {
    id += HEX[ids[index * BYTES + i] ?? 0] ?? '';
    if (i === 3 || i === 5 || i === 7 || i === 9) id += '-';
  }
  return id;
}
