'use client';
import { upload } from '@vercel/blob/client';
import { useState } from 'react';
import { errorData, useTRPCClient } from '@/trpc/client';
import type { ChosenFile } from './read-files';

/** Uploads at once: enough to fill a line, few enough to be fair to the page. */
const PARALLEL = 4;
const TRIES = 3;

export interface UploadState {
  phase: 'idle' | 'uploading' | 'done' | 'failed';
  importId: string | null;
  /** Files whose bytes are in the store, or that were refused before travelling. */
  sent: number;
  total: number;
  /** Names of files that did not arrive after several tries. */
  lost: string[];
  message: string | null;
}

const IDLE: UploadState = { phase: 'idle', importId: null, sent: 0, total: 0, lost: [], message: null };

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

/** Opens an import and sends its files to the private store, a few at a time. */
export const useUpload = () => {
  const client = useTRPCClient();
  const [state, setState] = useState<UploadState>(IDLE);

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
      setState((now) => ({ ...now, importId }));
      const queue = items.map((item, index) => ({ item, file: files[index]?.file }));
      const work = async (): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const { item, file } = next;
          const { blobPath, contentType } = item;
          const travels = blobPath !== null && contentType !== null && file !== undefined;
          const arrived = travels ? await sendOne(file, blobPath, contentType, item.id) : true;
          if (travels && arrived) await client.imports.confirmUpload.mutate({ itemId: item.id });
          setState((now) => ({
            ...now,
            sent: now.sent + 1,
            lost: arrived ? now.lost : [...now.lost, item.fileName],
          }));
        }
      };
      await Promise.all(Array.from({ length: PARALLEL }, work));
      setState((now) => ({ ...now, phase: 'done' }));
      return importId;
    } catch (error) {
      setState((now) => ({ ...now, phase: 'failed', message: errorData(error).message }));
      return null;
    }
  };

  return { state, start, reset: () => setState(IDLE) };
};
