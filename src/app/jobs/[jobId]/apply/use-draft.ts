'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import type { ApplicationDraft } from '@/domain/pipeline/schema/application';
import type { ApplicationView } from '@/domain/pipeline/schema/application';
import { errorData, useTRPCClient } from '@/trpc/client';
import { readBackup, writeBackup, type HeldApplication } from './held-application';

const AUTOSAVE_MS = 600;

export type SaveState = 'saved' | 'pending' | 'saving' | { failed: string; conflict: boolean };

/** A draft whose profile holds only the facts that the person changed, each whole. */
export type Draft = Omit<ApplicationDraft, 'profile'> & { profile?: Partial<EditableProfile> };

/**
 * What the applicant typed: saved 600 ms after the last key, one save at a time, and kept on this device until the server
 * has it. A save over a later revision of another tab is refused, and nothing is overwritten.
 */
export const useDraft = (held: HeldApplication, view: ApplicationView) => {
  const client = useTRPCClient();
  const { applicationId, key } = held;
  const [draft, setDraft] = useState(view.draft as Draft);
  const [save, setSave] = useState<SaveState>('saved');
  const latest = useRef(draft);
  const revision = useRef(view.revision);
  const inFlight = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sending = latest.current;
    setSave('saving');
    try {
      const input = { applicationId, key, revision: revision.current, draft: sending };
      const saved = await client.applications.save.mutate(input);
      revision.current = saved.revision;
      if (latest.current === sending) writeBackup(applicationId, null);
      setSave(latest.current === sending ? 'saved' : 'pending');
      return true;
    } catch (error) {
      const { code, message } = errorData(error);
      setSave({ failed: message, conflict: code === 'conflict' });
      return false;
    }
  }, [applicationId, client, key]);

  /** Saves what is not saved yet; true when the server has everything. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    for (;;) {
      if (inFlight.current !== null) await inFlight.current;
      const before = latest.current;
      inFlight.current = saveOnce();
      const saved = await inFlight.current;
      inFlight.current = null;
      if (!saved || latest.current === before) return saved;
    }
  }, [saveOnce]);

  const change = useCallback(
    (changes: Draft) => {
      const next = { ...latest.current, ...changes };
      latest.current = next;
      setDraft(next);
      setSave('pending');
      writeBackup(applicationId, { revision: revision.current, draft: next });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), AUTOSAVE_MS);
    },
    [applicationId, flush],
  );

  useEffect(() => {
    const backup = readBackup(applicationId);
    if (backup?.revision === revision.current) change(backup.draft as Draft);
    return () => clearTimeout(timer.current);
  }, [applicationId, change]);

  useEffect(() => {
    const again = (): void => void (latest.current === view.draft || flush());
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [flush, view.draft]);

  return { draft, save, change, flush };
};
