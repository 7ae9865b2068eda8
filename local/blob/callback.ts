import { setTimeout as pause } from 'node:timers/promises';
import { sign } from './access';
import type { Blob, Store } from './store';

const TRIES = 5;
const FIRST_PAUSE_MS = 500;

/**
 * Tells the application that a browser's upload is complete, signed as the service does. It is tried a few times now, and
 * again at the next start, until it is answered with success.
 * @param view the blob as the service describes it
 */
export async function reportUpload(
  store: Store,
  blob: Blob,
  view: (blob: Blob) => object,
  token: string,
  stopped: AbortSignal,
): Promise<void> {
  if (!blob.pending) return;
  const { url, tokenPayload } = blob.pending;
  const body = JSON.stringify({ type: 'blob.upload-completed', payload: { blob: view(blob), tokenPayload } });
  for (let tries = 0; tries < TRIES && !stopped.aborted; tries += 1) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-vercel-signature': sign(body, token) },
      body,
      signal: stopped,
    }).catch(() => undefined);
    if (answer?.ok) return store.settle(blob);
    await pause(FIRST_PAUSE_MS * 2 ** tries, undefined, { signal: stopped, ref: false }).catch(
      () => undefined,
    );
  }
}
