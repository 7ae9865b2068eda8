'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import type { ApplicationDraft } from '@/domain/pipeline/schema/application';
import type { ApplicationView } from '@/domain/pipeline/schema/application';
import { saveOver, unheardAfter } from '@/app/save-over';
import { errorData, useTRPCClient } from '@/trpc/client';
import { readBackup, writeBackup, type Backup, type HeldApplication } from './held-application';

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
  const shown = useRef(draft);
  const latest = useRef(draft);
  const revision = useRef(view.revision);
  const unheard = useRef<Draft | null>(null);
  const inFlight = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(
    (over: number, sent: Draft) =>
      client.applications.save.mutate({ applicationId, key, revision: over, draft: sent }),
    [applicationId, client, key],
  );

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const [sending, before] = [latest.current, unheard.current];
    setSave('saving');
    unheard.current = sending;
    try {
      const over = { revision: revision.current, draft: sending, unheard: before };
      const saved = await saveOver(send, over);
      revision.current = saved.revision;
      unheard.current = null;
      const all = latest.current === sending;
      writeBackup(applicationId, all ? null : { revision: saved.revision, draft: latest.current });
      setSave(all ? 'saved' : 'pending');
      return true;
    } catch (error) {
      const { code, message } = errorData(error);
      unheard.current = unheardAfter(error, sending, before);
      setSave({ failed: message, conflict: code === 'conflict' });
      return false;
    }
  }, [applicationId, send]);

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
      writeBackup(applicationId, { revision: revision.current, draft: next, unheard: unheard.current });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), AUTOSAVE_MS);
    },
    [applicationId, flush],
  );

  /** Goes on with what was typed over an earlier revision, when the later one is what this device had sent and not heard of. */
  const layOver = useCallback(
    async ({ revision: over, draft: typed, unheard: sent }: Backup): Promise<void> => {
      const heard = sent == null ? null : await send(over, sent as Draft).catch(() => null);
      // What was changed on the page meanwhile is newer still.
      if (heard?.revision === revision.current && latest.current === shown.current) change(typed as Draft);
    },
    [change, send],
  );

  useEffect(() => {
    const backup = readBackup(applicationId);
    if (backup?.revision === revision.current) {
      unheard.current = (backup.unheard ?? null) as Draft | null;
      change(backup.draft as Draft);
    } else if (backup !== null && backup.revision < revision.current) void layOver(backup);
    return () => clearTimeout(timer.current);
  }, [applicationId, change, layOver]);

  useEffect(() => {
    const again = (): void => void (latest.current === view.draft || flush());
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [flush, view.draft]);

  return { draft, save, change, flush };
};
