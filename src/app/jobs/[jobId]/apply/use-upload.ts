'use client';
import { upload } from '@vercel/blob/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileProblem } from '@/domain/pipeline/schema/application';
import { errorData, useTRPCClient } from '@/trpc/client';
import type { HeldApplication } from './held-application';
import { forgetFile, keepFile } from './kept-file';

const AGAIN_MS = 2000;
const TRIES = 5;

export type Upload =
  | { kind: 'idle' }
  | { kind: 'sending'; name: string; percent: number }
  | { kind: 'offline'; name: string; percent: number }
  | { kind: 'lost'; name: string; file: File }
  | { kind: 'refused'; name: string; problem: Pick<FileProblem, 'title' | 'advice'> };

/** Resolves a moment later, or as soon as the connection is back. */
const connection = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = navigator.onLine ? setTimeout(resolve, AGAIN_MS) : undefined;
    const go = (): void => {
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener('online', go, { once: true, signal });
    signal.addEventListener('abort', go, { once: true });
  });

/**
 * Sends one résumé to the private store, again by itself after a lost connection; the file is kept on this device until it
 * is there. `onOffered` is told when its place is taken by this file, `onArrived` when the store has it. A later file takes
 * the place of one under way.
 */
export const useUpload = (onOffered: () => Promise<unknown>, onArrived: () => Promise<unknown>) => {
  const client = useTRPCClient();
  const [state, setState] = useState<Upload>({ kind: 'idle' });
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const send = useCallback(
    async ({ applicationId, key }: HeldApplication, file: File): Promise<void> => {
      current.current?.abort();
      const control = new AbortController();
      current.current = control;
      const { signal } = control;
      const { name } = file;
      const say = (next: Upload): void => {
        if (!signal.aborted) setState(next);
      };
      let percent = 0;
      say({ kind: 'sending', name, percent });
      await keepFile(applicationId, file);
      for (let tried = 1; !signal.aborted; tried += 1) {
        try {
          const holder = { applicationId, key };
          const offer = await client.applications.offerFile.mutate({ ...holder, name, size: file.size });
          if (!offer.accepted) {
            await forgetFile(applicationId);
            return say({ kind: 'refused', name, problem: offer.problem });
          }
          await onOffered();
          await upload(offer.path, file, {
            access: 'private',
            handleUploadUrl: '/api/uploads/application',
            clientPayload: `${applicationId}:${key}`,
            contentType: offer.contentType,
            abortSignal: signal,
            onUploadProgress: (progress) => {
              ({ percentage: percent } = progress);
              say({ kind: 'sending', name, percent });
            },
          });
          await client.applications.confirmFile.mutate(holder);
          await forgetFile(applicationId);
          await onArrived();
          return say({ kind: 'idle' });
        } catch (error) {
          const { code, message } = errorData(error);
          if (code === 'conflict' || code === 'not_found')
            return say({ kind: 'refused', name, problem: { title: 'Not sent', advice: message } });
          if (navigator.onLine && tried >= TRIES) return say({ kind: 'lost', name, file });
          say({ kind: 'offline', name, percent });
          await connection(signal);
          say({ kind: 'sending', name, percent });
        }
      }
    },
    [client, onArrived, onOffered],
  );

  const stop = useCallback(() => {
    current.current?.abort();
    setState({ kind: 'idle' });
  }, []);

  return { state, send, stop };
};
