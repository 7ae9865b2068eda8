'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileProblem } from '@/domain/pipeline/schema/application';
import { useTRPCClient } from '@/trpc/client';
import type { HeldApplication } from './held-application';
import { forgetFile, keepFile } from './kept-file';
import { sendFile } from './send-file';

const AGAIN_MS = 2000;

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
      const holder = { applicationId, key };
      const end = await sendFile(holder, file, {
        offer: (offered) => client.applications.offerFile.mutate({ ...holder, ...offered }),
        confirm: () => client.applications.confirmFile.mutate(holder),
        tokenUrl: '/api/uploads/application',
        signal,
        onOffered,
        onProgress: (done) => {
          percent = done;
          say({ kind: 'sending', name, percent });
        },
        onBroken: () => say({ kind: 'offline', name, percent }),
        isOnline: () => navigator.onLine,
        onOffline: (goes) => {
          window.addEventListener('offline', goes);
          return () => window.removeEventListener('offline', goes);
        },
        connection: async (stopped) => {
          await connection(stopped);
          say({ kind: 'sending', name, percent });
        },
      });
      switch (end.kind) {
        case 'arrived':
          await forgetFile(applicationId);
          await onArrived();
          return say({ kind: 'idle' });
        case 'refused':
          await forgetFile(applicationId);
          return say({ kind: 'refused', name, problem: end.problem });
        case 'lost':
          return say({ kind: 'lost', name, file });
        case 'stopped':
          return undefined;
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
