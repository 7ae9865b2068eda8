import { upload } from '@vercel/blob/client';
import type { FileProblem, OfferedFile } from '@/domain/pipeline/schema/application';
import { errorData } from '@/trpc/client';
import type { HeldApplication } from './held-application';

/** How sending a résumé ended: it is in the store, will never be taken, was given up, or a later file took its place. */
export type SendEnd =
  | { kind: 'arrived' | 'lost' | 'stopped' }
  | { kind: 'refused'; problem: Pick<FileProblem, 'title' | 'advice'> };

export interface Sending {
  offer: (file: { name: string; size: number }) => Promise<OfferedFile>;
  confirm: () => Promise<unknown>;
  /** Route that gives the store's tokens out. */
  tokenUrl: string;
  signal: AbortSignal;
  /** The file has a place now, and how much of it has arrived, 0–100. */
  onOffered: () => Promise<unknown>;
  onProgress: (percent: number) => void;
  /** The connection broke; it goes on by itself. */
  onBroken: () => void;
  isOnline: () => boolean;
  /** Calls back when the device goes offline; gives how to stop listening. */
  onOffline: (goes: () => void) => () => void;
  /** Resolves when it is worth trying again. */
  connection: (signal: AbortSignal) => Promise<void>;
}

const TRIES = 5;

/**
 * Sends a résumé to the private store, again by itself after a lost connection: as long as the device is offline, and up to
 * five times while it is not. Each try has a place of its own, so that what a broken one left is never taken for the file.
 */
export const sendFile = async (
  { applicationId, key }: HeldApplication,
  file: File,
  sending: Sending,
): Promise<SendEnd> => {
  const { signal } = sending;
  for (let tried = 1; !signal.aborted; tried += 1) {
    const offline = new AbortController();
    // The SDK tells progress at most ten times a second, and so once more after the file has arrived.
    let travelling = true;
    // Left alone, the SDK would try again for minutes by itself, with nothing to show for it.
    const stopListening = sending.onOffline(() => offline.abort());
    try {
      const offer = await sending.offer({ name: file.name, size: file.size });
      if (!offer.accepted) return { kind: 'refused', problem: offer.problem };
      await sending.onOffered();
      await upload(offer.path, file, {
        access: 'private',
        handleUploadUrl: sending.tokenUrl,
        clientPayload: `${applicationId}:${key}`,
        contentType: offer.contentType,
        abortSignal: AbortSignal.any([signal, offline.signal]),
        onUploadProgress: ({ percentage }) => {
          if (travelling) sending.onProgress(percentage);
        },
      });
      travelling = false;
      await sending.confirm();
      return { kind: 'arrived' };
    } catch (error) {
      travelling = false;
      const { code, message } = errorData(error);
      if (code === 'conflict' || code === 'not_found')
        return { kind: 'refused', problem: { title: 'Not sent', advice: message } };
      if (sending.isOnline() && tried >= TRIES) return { kind: 'lost' };
      sending.onBroken();
      await sending.connection(signal);
    } finally {
      stopListening();
    }
  }
  return { kind: 'stopped' };
};
