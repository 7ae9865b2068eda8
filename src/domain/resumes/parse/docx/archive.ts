import { unzipSync } from 'fflate';

export const MAX_ENTRIES = 2_000;
export const MAX_TOTAL_BYTES = 50 * 1024 * 1024;
export const MAX_RATIO = 100;
/** A part this small may be as dense as it likes: the ratio guards against bombs, not against empty styles. */
const RATIO_FROM = 256 * 1024;

/** An archive that must not be unpacked. */
export class UnsafeArchive extends Error {
  override readonly name = 'UnsafeArchive';
}

const WANTED =
  /^word\/(?:document|header\d*|footer\d*|styles|numbering|footnotes)\.xml$|^word\/_rels\/document\.xml\.rels$|^\[Content_Types\]\.xml$/i;

/** Names that would leave the folder they are unpacked to; nothing is written here, but no honest file has them. */
const leavesFolder = (name: string) => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name);

/**
 * Unpacks the text parts of an OOXML package. Declared sizes are checked before anything is inflated, and inflating
 * stops at the declared size. Throws UnsafeArchive past the limits, another error when the archive is broken.
 */
export function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      entries += 1;
      total += originalSize;
      if (entries > MAX_ENTRIES || total > MAX_TOTAL_BYTES) throw new UnsafeArchive('too large');
      if (leavesFolder(name)) throw new UnsafeArchive('unsafe name');
      if (originalSize > RATIO_FROM && originalSize > MAX_RATIO * Math.max(size, 1))
        throw new UnsafeArchive('too dense');
      return WANTED.test(name);
    },
  });
  return new Map(Object.entries(parts));
}
