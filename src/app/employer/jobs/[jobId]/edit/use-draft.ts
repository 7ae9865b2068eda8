'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobDraft, JobForEditing, JobQuestionId } from '@/domain/jobs/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { copyBefore, readCopy, writeCopy } from './draft-copies';

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
  const latest = useRef(job.draft);
  const revision = useRef(job.revision);
  const inFlight = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { mutateAsync, isPaused } = useMutation(trpc.jobs.saveDraft.mutationOptions());
  const jobId = job.id;

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sending = latest.current;
    setSave({ kind: 'saving' });
    try {
      const saved = await mutateAsync({ jobId, revision: revision.current, answers: sending });
      revision.current = saved.revision;
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
      if (found.length > 0)
        setIssues(found.map((issue) => ({ ...issue, path: issue.path.replace(/^answers\./, '') })));
      setSave({ kind: 'failed', message, conflict: code === 'conflict' });
      return false;
    }
  }, [jobId, mutateAsync, queryClient, trpc]);

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
      writeCopy('typed', jobId, { revision: revision.current, draft: next });
      schedule();
    },
    [jobId, schedule],
  );

  useEffect(() => {
    const copy = copyBefore(revision.current, {
      typed: readCopy('typed', jobId),
      saved: readCopy('saved', jobId),
    });
    if (copy !== null) {
      revision.current = copy.revision;
      change(copy.draft);
    }
    return () => clearTimeout(timer.current);
  }, [jobId, change]);

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
