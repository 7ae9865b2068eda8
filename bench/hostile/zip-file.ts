import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string | Uint8Array;
  data: Uint8Array;
  /** Stored instead of deflated. */
  stored?: boolean;
  /** What the directory says of the unpacked size, when it lies. */
  claims?: number;
  /** What the directory says of the packed size, when it lies. */
  claimsPacked?: number;
  /** External attributes: a file mode in the upper half. */
  attributes?: number;
  /** General purpose flags: 1 = encrypted. */
  flags?: number;
  method?: number;
  /** Index of the entry whose data this one points at. */
  sharing?: number;
}

const u16 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value & 0xffff, index * 2));
  return bytes;
};
const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value >>> 0, index * 4));
  return bytes;
};

const nameOf = ({ name }: ZipEntry) => (typeof name === 'string' ? Buffer.from(name) : Buffer.from(name));

/** Bytes of a ZIP archive, written by hand so that each field can lie. */
export function zip(
  entries: readonly ZipEntry[],
  given: { prefix?: Uint8Array; comment?: string; count?: number; directoryAt?: number } = {},
): Buffer {
  const chunks: Buffer[] = [Buffer.from(given.prefix ?? [])];
  let at = chunks[0]?.length ?? 0;
  const put = (chunk: Buffer) => {
    chunks.push(chunk);
    at += chunk.length;
  };
  const written: { offset: number; packed: number }[] = [];
  const directory = entries.map((entry) => {
    const name = nameOf(entry);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const shared = entry.sharing === undefined ? undefined : written[entry.sharing];
    const data = method === 8 ? deflateRawSync(entry.data, { level: 9 }) : Buffer.from(entry.data);
    const offset = shared?.offset ?? at;
    const packed = shared?.packed ?? data.length;
    written.push({ offset, packed });
    const size = entry.claims ?? entry.data.length;
    const sum = crc32(entry.data);
    const flags = entry.flags ?? 0x0800;
    const claimed = entry.claimsPacked ?? packed;
    if (!shared) {
      put(u32(0x04034b50));
      put(u16(20, flags, method, 0, 0x21));
      put(u32(sum, claimed, size));
      put(u16(name.length, 0));
      put(name);
      put(data);
    }
    return Buffer.concat([
      u32(0x02014b50),
      u16(0x0314, 20, flags, method, 0, 0x21),
      u32(sum, claimed, size),
      u16(name.length, 0, 0, 0, 0),
      u32(entry.attributes ?? 0, offset),
      name,
    ]);
  });
  const start = at;
  for (const record of directory) put(record);
  const comment = Buffer.from(given.comment ?? '');
  const count = given.count ?? entries.length;
  put(u32(0x06054b50));
  put(u16(0, 0, count, count));
  put(
    u32(
      directory.reduce((sum, record) => sum + record.length, 0),
      given.directoryAt ?? start,
    ),
  );
  put(u16(comment.length));
  put(comment);
  return Buffer.concat(chunks);
}
