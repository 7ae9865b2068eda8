/** One file of a ZIP archive, as the directory at its end lists it. */
export interface ArchiveEntry {
  name: string;
  /** Bytes once unpacked, and as they stand; both as claimed. */
  size: number;
  packed: number;
  /** 0 = stored, 8 = deflated. */
  method: number;
  /** Where its local header stands. */
  offset: number;
  encrypted: boolean;
  symlink: boolean;
}

/** An archive that must not be unpacked. Its message is for people. */
export class UnsafeArchive extends Error {
  override readonly name = 'UnsafeArchive';
}

export interface ArchiveLimits {
  entries: number;
  /** Bytes of all entries once unpacked. */
  total: number;
}

export const MAX_RATIO = 100;
/** An entry this small may be as dense as it likes: the ratio guards against bombs, not against empty styles. */
const RATIO_FROM = 256 * 1024;
const END_LENGTH = 22;
const RECORD_LENGTH = 46;
const LOCAL_LENGTH = 30;
const SYMLINK = 0o120_000;

/** Names that would leave the folder they are unpacked to; nothing is written here, but no honest file has them. */
const leavesFolder = (name: string): boolean => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name);

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the record that ends the archive stands in its last bytes; -1 without one. */
function endAt(tail: Uint8Array): number {
  const lowest = Math.max(0, tail.length - END_LENGTH - 65_535);
  for (let at = tail.length - END_LENGTH; at >= lowest; at -= 1) {
    if (tail[at] === 0x50 && tail[at + 1] === 0x4b && tail[at + 2] === 5 && tail[at + 3] === 6) return at;
  }
  return -1;
}

/**
 * Reads the directory of a ZIP archive from its last bytes (`tail`, up to the whole of it); `length` is the archive's.
 * Throws UnsafeArchive for more entries than `most`, another error when the directory is broken or not in the tail.
 */
export function readDirectory(tail: Uint8Array, length: number, most: number): ArchiveEntry[] {
  const end = endAt(tail);
  if (end < 0) throw new Error('It is damaged.');
  const bytes = view(tail);
  const count = bytes.getUint16(end + 10, true);
  if (count > most) throw new UnsafeArchive(`It holds more than ${most} files.`);
  let at = bytes.getUint32(end + 16, true) - (length - tail.length);
  if (at < 0) throw new Error('It is damaged.');
  const entries: ArchiveEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + RECORD_LENGTH > end || bytes.getUint32(at, true) !== 0x02014b50)
      throw new Error('It is damaged.');
    const nameLength = bytes.getUint16(at + 28, true);
    const nameStart = at + RECORD_LENGTH;
    const flags = bytes.getUint16(at + 8, true);
    entries.push({
      name: new TextDecoder().decode(tail.subarray(nameStart, Math.min(nameStart + nameLength, end))),
      size: bytes.getUint32(at + 24, true),
      packed: bytes.getUint32(at + 20, true),
      method: bytes.getUint16(at + 10, true),
      offset: bytes.getUint32(at + 42, true),
      encrypted: (flags & 1) !== 0,
      symlink: ((bytes.getUint32(at + 38, true) >>> 16) & 0o170_000) === SYMLINK,
    });
    at = nameStart + nameLength + bytes.getUint16(at + 30, true) + bytes.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Holds a directory against the limits before anything is inflated. Throws UnsafeArchive for too much, too dense, links,
 * names that lead out of the folder, and entries that lie over each other.
 */
export function checkDirectory(entries: readonly ArchiveEntry[], limits: ArchiveLimits): void {
  if (entries.length > limits.entries) throw new UnsafeArchive(`It holds more than ${limits.entries} files.`);
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.total)
    throw new UnsafeArchive(`It unpacks to more than ${Math.floor(limits.total / 2 ** 20)} MB.`);
  for (const { name, size, packed, symlink } of entries) {
    if (leavesFolder(name)) throw new UnsafeArchive('A file in it has an unsafe name.');
    if (symlink) throw new UnsafeArchive('It holds a link instead of a file.');
    if (size > RATIO_FROM && size > MAX_RATIO * Math.max(packed, 1))
      throw new UnsafeArchive('A file in it unpacks to far more than its size.');
  }
  let reached = 0;
  for (const { offset, packed } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < reached) throw new UnsafeArchive('Files in it lie over each other.');
    reached = offset + LOCAL_LENGTH + packed;
  }
}

/** Where an entry's bytes start after its local header, whose first thirty bytes are given; throws when it is none. */
export function dataStart(entry: ArchiveEntry, localHeader: Uint8Array): number {
  if (localHeader.length < LOCAL_LENGTH) throw new Error('It is damaged.');
  const bytes = view(localHeader);
  if (bytes.getUint32(0, true) !== 0x04034b50) throw new Error('It is damaged.');
  return entry.offset + LOCAL_LENGTH + bytes.getUint16(26, true) + bytes.getUint16(28, true);
}
