import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { badRequest } from './blob-error';

/** Content that lies in a temporary file until it gets a name. */
export type Spooled = { path: string; size: number; etag: string };

/**
 * Writes a stream to a temporary file, counting and hashing it on the way; leaves nothing behind when it fails.
 * @param most bytes that are allowed
 * @throws BlobError 400 past that
 */
export async function spool(source: AsyncIterable<Uint8Array>, dir: string, most: number): Promise<Spooled> {
  const path = join(dir, randomUUID());
  const hash = createHash('md5');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > most) return done(badRequest(`the file length cannot be greater than ${most} bytes`));
      hash.update(chunk);
      return done(null, chunk);
    },
  });
  try {
    await pipeline(source, measure, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, size, etag: `"${hash.digest('hex')}"` };
}
