import type { JobDraft } from '@/domain/jobs/schema';

/** A draft as it stood here, with the server's revision that it belongs to. */
export interface DraftCopy {
  revision: number;
  draft: JobDraft;
  /** What was sent over that revision before, and no answer came until the draft was typed. */
  unheard?: JobDraft | null;
}

/** `typed`: what the server has not confirmed, kept on this device. `saved`: what it confirmed last, kept as long as the tab. */
const STORES = { typed: 'localStorage', saved: 'sessionStorage' } as const;
type CopyKind = keyof typeof STORES;

const keyOf = (jobId: string): string => `fb-draft-${jobId}`;

/** Storage may be full or forbidden, and then there is no copy. */
export const readCopy = (kind: CopyKind, jobId: string): DraftCopy | null => {
  try {
    const text = window[STORES[kind]].getItem(keyOf(jobId));
    return text === null ? null : (JSON.parse(text) as DraftCopy);
  } catch {
    return null;
  }
};

/** Replaces the copy of a job's draft; null removes it. */
export const writeCopy = (kind: CopyKind, jobId: string, copy: DraftCopy | null): void => {
  try {
    if (copy === null) window[STORES[kind]].removeItem(keyOf(jobId));
    else window[STORES[kind]].setItem(keyOf(jobId), JSON.stringify(copy));
  } catch {
    // The server's copy is the one that counts.
  }
};

/**
 * The copy that goes before a page's own draft, or null. The page can be the older one: it was read while the last save was under
 * way. What was typed over an earlier revision than the page's is not laid over somebody's later work.
 */
export const copyBefore = (
  pageRevision: number,
  { typed, saved }: Record<CopyKind, DraftCopy | null>,
): DraftCopy | null => {
  if (typed !== null && typed.revision >= Math.max(pageRevision, saved?.revision ?? 0)) return typed;
  return saved !== null && saved.revision > pageRevision ? saved : null;
};
