import { del, head, list } from '@vercel/blob';
import { env } from '@/env';

/** The bytes of a private blob, or null when there is none. Throws when the store does not answer. */
export const readBlob = async (path: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const response = await openBlob(path);
  return response === null ? null : new Uint8Array(await response.arrayBuffer());
};

/** An open response on a private blob, or null when there is none: to stream a file through an authorising route. */
export const openBlob = async (path: string): Promise<Response | null> => {
  const token = env().BLOB_READ_WRITE_TOKEN;
  const found = await head(path, { token }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'BlobNotFoundError') return null;
    if (error instanceof Error && /does not exist/i.test(error.message)) return null;
    throw error;
  });
  if (found === null) return null;
  const response = await fetch(found.url, { headers: { authorization: `Bearer ${token}` } });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The blob store answered ${response.status}.`);
  return response;
};

/**
 * Deletes every blob whose path begins with `prefix`, but the one at `keep`; nothing there is fine. Throws when the store
 * does not answer.
 */
export const deleteBlobs = async (prefix: string, keep: string | null = null): Promise<void> => {
  const token = env().BLOB_READ_WRITE_TOKEN;
  for (;;) {
    const { blobs, hasMore } = await list({ prefix, token });
    const unwanted = blobs.filter(({ pathname }) => pathname !== keep).map(({ url }) => url);
    if (unwanted.length > 0) await del(unwanted, { token });
    if (!hasMore) return;
  }
};
