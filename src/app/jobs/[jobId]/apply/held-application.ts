'use client';
import { useSyncExternalStore } from 'react';
import type { ApplicationDraft } from '@/domain/pipeline/schema/application';

/** Names an application that this browser began, and shows that it did. */
export interface HeldApplication {
  applicationId: string;
  key: string;
}

export interface Backup {
  revision: number;
  draft: ApplicationDraft;
  /** What was sent over that revision before, and no answer came until the draft was typed. */
  unheard?: ApplicationDraft | null;
}

const nameOf = (jobId: string): string => `fb-apply-${jobId}`;
const backupName = (applicationId: string): string => `fb-apply-draft-${applicationId}`;
const listeners = new Set<() => void>();
/** Without storage an application lives as long as its tab. */
const memory = new Map<string, string>();

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
};

const write = (name: string, text: string | null): void => {
  if (text === null) memory.delete(name);
  else memory.set(name, text);
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // Full or forbidden; the server's copy is the one that counts.
  }
};

const parsed = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

export const readHeld = (jobId: string): HeldApplication | null =>
  parsed(read(nameOf(jobId))) as HeldApplication | null;

/** Keeps the key of an application to a job; null forgets it. */
export const writeHeld = (jobId: string, held: HeldApplication | null): void => {
  write(nameOf(jobId), held === null ? null : JSON.stringify(held));
  for (const tell of listeners) tell();
};

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** The text under which this browser holds an application: null when it holds none, undefined until it was looked at. */
export const useHeldText = (jobId: string): string | null | undefined =>
  useSyncExternalStore(
    subscribe,
    () => read(nameOf(jobId)),
    () => undefined,
  );
export const heldOf = (text: string | null | undefined): HeldApplication | null | undefined =>
  text === undefined ? undefined : (parsed(text) as HeldApplication | null);

/** What was typed here and the server has not confirmed. */
export const readBackup = (applicationId: string): Backup | null =>
  parsed(read(backupName(applicationId))) as Backup | null;
export const writeBackup = (applicationId: string, backup: Backup | null): void =>
  write(backupName(applicationId), backup === null ? null : JSON.stringify(backup));
