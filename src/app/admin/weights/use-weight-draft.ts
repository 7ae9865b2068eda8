'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { WeightSet } from '@/domain/scoring/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { readTyped, writeTyped } from './typed-copy';

type Factors = WeightSet['factors'];
export type DraftSave =
  | { kind: 'saved' }
  | { kind: 'pending' }
  | { kind: 'saving' }
  | { kind: 'failed'; message: string; conflict: boolean };

const AUTOSAVE_MS = 600;

/**
 * The shared draft as it is typed: begun with the first change, saved 600 ms after the last one or when the page is left, kept on
 * this device until the server has it.
 */
export const useWeightDraft = (overview: WeightsOverview) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [factors, setFactors] = useState<Factors>(overview.draft?.factors ?? overview.inUse.factors);
  const [save, setSave] = useState<DraftSave>({ kind: 'saved' });
  const latest = useRef(factors);
  const sent = useRef(factors);
  const revision = useRef(overview.draft?.revision ?? null);
  const inFlight = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { mutateAsync, isPaused } = useMutation(trpc.weights.saveDraft.mutationOptions());
  const overviewKey = trpc.weights.overview.queryKey();

  const number = overview.inUse.number;

  /** Keeps on this device what the server does not have yet. */
  const keep = useCallback(() => {
    const { current: typed } = latest;
    writeTyped(typed === sent.current ? null : { number, revision: revision.current, factors: typed });
  }, [number]);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sending = latest.current;
    setSave({ kind: 'saving' });
    try {
      const draft = await mutateAsync({ revision: revision.current, factors: sending });
      revision.current = draft.revision;
      sent.current = sending;
      keep();
      queryClient.setQueryData(overviewKey, (known) => known && { ...known, draft });
      setSave({ kind: latest.current === sending ? 'saved' : 'pending' });
      return true;
    } catch (error) {
      const { code, message } = errorData(error);
      setSave({ kind: 'failed', message, conflict: code === 'conflict' });
      return false;
    }
  }, [keep, mutateAsync, overviewKey, queryClient]);

  /** Saves what is not saved yet; true when the server has everything. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (sent.current !== latest.current) {
      if (inFlight.current !== null) await inFlight.current;
      if (sent.current === latest.current) break;
      inFlight.current = saveOnce();
      const saved = await inFlight.current;
      inFlight.current = null;
      if (!saved) return false;
    }
    return true;
  }, [saveOnce]);

  const change = useCallback(
    (next: Factors) => {
      latest.current = next;
      setFactors(next);
      setSave({ kind: 'pending' });
      keep();
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), AUTOSAVE_MS);
    },
    [flush, keep],
  );

  /** Forgets the draft, which is gone. */
  const reset = useCallback((to: Factors) => {
    clearTimeout(timer.current);
    latest.current = to;
    sent.current = to;
    revision.current = null;
    writeTyped(null);
    setFactors(to);
    setSave({ kind: 'saved' });
  }, []);

  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    const typed = readTyped();
    if (typed?.number !== number || typed.revision !== revision.current) return;
    // What a visit before this one still sends comes by itself; twice it would be a conflict.
    const sending = queryClient.isMutating({ mutationKey: trpc.weights.saveDraft.mutationKey() }) > 0;
    if (!sending) queueMicrotask(() => change(typed.factors));
  }, [change, number, queryClient, trpc]);

  // Whoever goes to another page right after typing has typed it all the same.
  const leave = useRef(flush);
  useEffect(() => {
    leave.current = flush;
  }, [flush]);
  useEffect(() => () => void leave.current(), []);

  return { factors, save, held: isPaused, change, flush, reset, revision: () => revision.current };
};
