'use client';
import { useEffect, useRef, useState } from 'react';
import type { LabComparison, LabWeights } from '@/domain/scoring/lab-rank';
import type { LabAnswer, LabRequest, WantedWeights } from './lab-protocol';

export interface LabState {
  kind: 'loading' | 'ready' | 'failed';
  people: number;
  total: number;
  comparison: LabComparison | null;
  milliseconds: number;
}

const EMPTY: LabState = { kind: 'loading', people: 0, total: 0, comparison: null, milliseconds: 0 };

/**
 * `version` names what the values were worked out from; with another one they are loaded again.
 * A job's people ranked by `weights` beside those in use, anew whenever the weights change. One request is on its way at a time,
 * and the newest weights follow it: a fast drag queues nothing up.
 */
export const useLab = (jobId: string | null, inUse: LabWeights, want: WantedWeights, version: string) => {
  const [state, setState] = useState<LabState>(EMPTY);
  const worker = useRef<Worker | null>(null);
  const wanted = useRef(want);
  const asked = useRef<WantedWeights | null>(null);
  const base = useRef(inUse);

  useEffect(() => {
    if (jobId === null) return;
    const ending = new AbortController();
    const own = new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module' });
    const send = (request: LabRequest, transfer: Transferable[] = []) => own.postMessage(request, transfer);
    const ask = () => {
      asked.current = wanted.current;
      send({ kind: 'weights', ...wanted.current });
    };
    const fail = () => setState({ ...EMPTY, kind: 'failed' });
    own.addEventListener('error', fail);
    own.addEventListener('message', ({ data }: MessageEvent<LabAnswer>) => {
      if (data.kind === 'ready') {
        setState({ ...EMPTY, kind: 'ready', people: data.people, total: data.total });
        worker.current = own;
        ask();
        return;
      }
      const answered = asked.current;
      asked.current = null;
      setState((known) => ({ ...known, comparison: data.comparison, milliseconds: data.milliseconds }));
      if (answered !== wanted.current) ask();
    });
    const load = async () => {
      setState(EMPTY);
      try {
        const response = await fetch(`/api/admin/weights/lab/${jobId}?of=${encodeURIComponent(version)}`, {
          signal: ending.signal,
        });
        if (!response.ok) return fail();
        const buffer = await response.arrayBuffer();
        send({ kind: 'people', buffer, inUse: base.current }, [buffer]);
      } catch {
        if (!ending.signal.aborted) fail();
      }
    };
    void load();
    return () => {
      ending.abort();
      own.terminate();
      worker.current = null;
      asked.current = null;
    };
  }, [jobId, version]);

  useEffect(() => {
    wanted.current = want;
    if (worker.current === null || asked.current !== null) return;
    asked.current = want;
    worker.current.postMessage({ kind: 'weights', ...want } satisfies LabRequest, []);
  }, [want]);

  return state;
};
