'use client';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { errorData, useTRPC, useTRPCClient } from '@/trpc/client';
import { heldOf, readHeld, useHeldText, writeHeld, type HeldApplication } from './held-application';

const POLL_MS = 700;

/**
 * The application that this browser holds for a job, asked for again while its résumé is read. `held` is undefined until
 * the browser was looked at, null when it holds none; `begin` opens one when there is none.
 */
export const useApplication = (jobId: string) => {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const text = useHeldText(jobId);
  const held = useMemo(() => heldOf(text), [text]);
  const view = useQuery(
    trpc.applications.get.queryOptions(held ?? skipToken, {
      staleTime: Infinity,
      gcTime: 0,
      refetchInterval: (query) => (query.state.data?.file.state === 'received' ? POLL_MS : false),
    }),
  );

  const begin = useCallback(async (): Promise<HeldApplication> => {
    const known = readHeld(jobId);
    if (known !== null) return known;
    const begun = await client.applications.begin.mutate({ jobId });
    writeHeld(jobId, begun);
    return begun;
  }, [client, jobId]);

  const forget = useCallback(() => writeHeld(jobId, null), [jobId]);

  // Deleted after a week without a touch, or a key of another server: there is nothing to go on with.
  const gone = view.isError && errorData(view.error).code === 'not_found';
  useEffect(() => {
    if (gone) forget();
  }, [gone, forget]);

  return { held, view, begin, forget };
};
