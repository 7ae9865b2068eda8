'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobDraft, JobForEditing, JobQuestionId } from '@/domain/jobs/schema';
import { saveOver, unheardAfter } from '@/app/save-over';
import { errorData, useTRPC } from '@/trpc/client';
import { copyBefore, readCopy, writeCopy, type DraftCopy } from './draft-copies';

const AUTOSAVE_MS = 600;

interface Issue {
  path: string;
  message: string;
}

export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'pending' }
  | { kind: 'saving' }
  | { kind: 'failed'; message: string; conflict: boolean };

/**
 * A job's draft under the person's hands: saved 600 ms after the last key, one save at a time, kept on this device until
 * the server has it. A save over somebody's later revision is refused and nothing is overwritten.
 */
export const useDraft = (job: JobForEditing) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<JobDraft>(job.draft);
  const [issues, setIssues] = useState<Issue[]>(job.issues);
  const [changed, setChanged] = useState(job.changed);
  const [readiness, setReadiness] = useState(job.readiness);
  const [save, setSave] = useState<SaveState>({ kind: 'saved', at: job.savedAt });
  const shown = useRef(job.draft);
  const latest = useRef(job.draft);
  const revision = useRef(job.revision);
  const unheard = useRef<JobDraft | null>(null);
  const inFlight = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { mutateAsync, isPaused } = useMutation(trpc.jobs.saveDraft.mutationOptions());
  const jobId = job.id;
  const send = useCallback(
    (over: number, answers: JobDraft) => mutateAsync({ jobId, revision: over, answers }),
    [jobId, mutateAsync],
  );

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const [sending, before] = [latest.current, unheard.current];
    setSave({ kind: 'saving' });
    unheard.current = sending;
    try {
      const over = { revision: revision.current, draft: sending, unheard: before };
      const saved = await saveOver(send, over);
      revision.current = saved.revision;
      unheard.current = null;
      setIssues(saved.issues);
      setChanged(saved.changed);
      setReadiness(saved.readiness);
      const all = latest.current === sending;
      writeCopy('saved', jobId, { revision: saved.revision, draft: sending });
      writeCopy('typed', jobId, all ? null : { revision: saved.revision, draft: latest.current });
      setSave(all ? { kind: 'saved', at: new Date() } : { kind: 'pending' });
      void queryClient.invalidateQueries(trpc.jobs.list.pathFilter());
      void queryClient.invalidateQueries(trpc.jobs.relaxations.pathFilter());
      return true;
    } catch (error) {
      const { code, message, issues: found } = errorData(error);
      unheard.current = unheardAfter(error, sending, before);
      if (found.length > 0)
        setIssues(found.map((issue) => ({ ...issue, path: issue.path.replace(/^answers\./, '') })));
      setSave({ kind: 'failed', message, conflict: code === 'conflict' });
      return false;
    }
  }, [jobId, queryClient, send, trpc]);

  /** Saves what is not saved yet; true when the server has everything. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    for (;;) {
      if (inFlight.current !== null) await inFlight.current;
      const before = latest.current;
      inFlight.current = saveOnce();
      const saved = await inFlight.current;
      inFlight.current = null;
      if (!saved || latest.current === before) return saved;
    }
  }, [saveOnce]);

  const schedule = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), AUTOSAVE_MS);
  }, [flush]);

  const change = useCallback(
    (changes: JobDraft) => {
      const next: JobDraft = { ...latest.current, ...changes };
      for (const [id, value] of Object.entries(changes)) {
        if (value === undefined) delete next[id as JobQuestionId];
      }
      latest.current = next;
      setDraft(next);
      setSave({ kind: 'pending' });
      writeCopy('typed', jobId, { revision: revision.current, draft: next, unheard: unheard.current });
      schedule();
    },
    [jobId, schedule],
  );

  /** Goes on with what was typed over an earlier revision, when the later one is what this device had sent and not heard of. */
  const layOver = useCallback(
    async ({ revision: over, draft: typed, unheard: sent }: DraftCopy): Promise<void> => {
      const heard = sent == null ? null : await send(over, sent).catch(() => null);
      if (heard === null || heard.revision !== revision.current) return;
      // What was changed on the page meanwhile is newer still.
      const [page, since] = [shown.current, latest.current];
      const ids = (Object.keys({ ...page, ...typed }) as JobQuestionId[]).filter(
        (id) => since[id] === page[id],
      );
      change(Object.fromEntries(ids.map((id) => [id, typed[id]])));
    },
    [change, send],
  );

  useEffect(() => {
    const typed = readCopy('typed', jobId);
    const copy = copyBefore(revision.current, { typed, saved: readCopy('saved', jobId) });
    if (copy !== null) {
      revision.current = copy.revision;
      unheard.current = copy.unheard ?? null;
      change(copy.draft);
    } else if (typed !== null && typed.revision < revision.current) void layOver(typed);
    return () => clearTimeout(timer.current);
  }, [jobId, change, layOver]);

  return {
    draft,
    issues,
    setIssues,
    readiness,
    changed,
    save,
    /** Without a connection a save waits for it. */
    held: isPaused,
    change,
    flush,
    revision: () => revision.current,
  };
};
