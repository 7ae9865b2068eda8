'use client';
import { useCallback, useState, useSyncExternalStore } from 'react';
import type { AnswerDraft } from '@/app/answer-issues';

const keyOf = (candidateId: string): string => `fb-answers-${candidateId}`;

/** What was typed here and is not saved; storage may be full or forbidden, and then it lasts as long as the page. */
const read = (candidateId: string): AnswerDraft => {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(candidateId)) ?? '{}') as AnswerDraft;
  } catch {
    return {};
  }
};
const write = (candidateId: string, changes: AnswerDraft): void => {
  try {
    if (Object.keys(changes).length === 0) sessionStorage.removeItem(keyOf(candidateId));
    else sessionStorage.setItem(keyOf(candidateId), JSON.stringify(changes));
  } catch {
    // The page still holds them.
  }
};

const never = (): (() => void) => () => undefined;

/**
 * Answers typed for a person and not saved yet, kept in this tab when the page is left, so that coming back shows them.
 * What the tab kept is read after the first render, which must equal the server's.
 */
export const useKeptChanges = (candidateId: string) => {
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [typed, setTyped] = useState<AnswerDraft | null>(null);
  const changes = typed ?? (here ? read(candidateId) : {});
  const change = useCallback(
    (questionId: string, value: unknown) =>
      setTyped((now) => {
        const next = { ...(now ?? read(candidateId)), [questionId]: value ?? null };
        write(candidateId, next);
        return next;
      }),
    [candidateId],
  );
  /** They were saved, or taken back. */
  const clear = useCallback(() => {
    write(candidateId, {});
    setTyped({});
  }, [candidateId]);
  return { changes, change, clear };
};
