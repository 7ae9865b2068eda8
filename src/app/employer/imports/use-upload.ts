'use client';
import { upload } from '@vercel/blob/client';
import { useEffect, useState } from 'react';
import type { NewImport } from '@/domain/resumes/schema';
import { errorData, useTRPCClient } from '@/trpc/client';
import type { ChosenFile } from './new/read-files';

/** Uploads at once: enough to fill a line, few enough to be fair to the page. */
const PARALLEL = 4;
const TRIES = 3;

export interface UploadState {
  phase: 'idle' | 'uploading' | 'done' | 'failed';
  /** Files whose bytes are in the store, or that were refused before travelling. */
  sent: number;
  total: number;
  /** Files that did not arrive after several tries. */
  lost: number;
  message: string | null;
}

const IDLE: UploadState = { phase: 'idle', sent: 0, total: 0, lost: 0, message: null };

type Item = NewImport['items'][number];
/** A place in an import and the file that belongs there; without a path it was refused by its name and size. */
interface Sending {
  item: Item;
  file: File;
}

const sendOne = async (file: File, path: string, contentType: string, itemId: string): Promise<boolean> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      await upload(path, file, {
        access: 'private',
        handleUploadUrl: '/api/uploads',
        clientPayload: itemId,
        contentType,
      });
      return true;
    } catch {
      // Tried again below; the file itself is still here.
    }
  }
  return false;
};

/** Which of the chosen files are the missing ones, by name and size; of two that are alike each goes once. */
const belonging = (
  missing: readonly (Item & { size: number })[],
  files: readonly ChosenFile[],
): Sending[] => {
  const left = [...files];
  return missing.flatMap((item) => {
    const at = left.findIndex(({ name, size }) => name === item.fileName && size === item.size);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found === undefined ? [] : [{ item, file: found.file }];
  });
};

/** Opens an import and sends its files to the private store, a few at a time; or goes on with one that was left. */
export const useUpload = () => {
  const client = useTRPCClient();
  const [state, setState] = useState<UploadState>(IDLE);
  const busy = state.phase === 'uploading';
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);

  const sendAll = async (sending: readonly Sending[]): Promise<void> => {
    setState({ ...IDLE, phase: 'uploading', total: sending.length });
    const queue = [...sending];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { item, file } = next;
        const { blobPath, contentType } = item;
        const travels = blobPath !== null && contentType !== null;
        const arrived = !travels || (await sendOne(file, blobPath, contentType, item.id));
        if (travels && arrived) await client.imports.confirmUpload.mutate({ itemId: item.id });
        setState((now) => (arrived ? { ...now, sent: now.sent + 1 } : { ...now, lost: now.lost + 1 }));
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    setState((now) => ({ ...now, phase: 'done' }));
  };
  const fail = (error: unknown): null => {
    setState({ ...IDLE, phase: 'failed', message: errorData(error).message });
    return null;
  };

  /** The id of the new import; null when it could not be begun or ended, and `state` says why. */
  const start = async (
    files: readonly ChosenFile[],
    about: { jobId: string | null; lawfulBasis: 'consent' | 'legitimate_interest' },
  ): Promise<string | null> => {
    setState({ ...IDLE, phase: 'uploading', total: files.length });
    try {
      const { importId, items } = await client.imports.create.mutate({
        ...about,
        files: files.map(({ name, size }) => ({ name, size })),
      });
      await sendAll(
        items.flatMap((item, index) => {
          const chosen = files[index];
          return chosen === undefined ? [] : [{ item, file: chosen.file }];
        }),
      );
      return importId;
    } catch (error) {
      return fail(error);
    }
  };

  /** Sends those of the files that an import still waits for; returns how many they are, null as `start` does. */
  const goOn = async (importId: string, files: readonly ChosenFile[]): Promise<number | null> => {
    try {
      const sending = belonging(await client.imports.missing.query({ importId }), files);
      await sendAll(sending);
      return sending.length;
    } catch (error) {
      return fail(error);
    }
  };

  return { state, start, goOn };
};
