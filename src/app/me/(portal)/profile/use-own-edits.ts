'use client';
import { useCallback } from 'react';
import { OWN_KEPT, useKept } from '@/app/use-kept';
import type { OwnEdits, OwnFacts } from '@/domain/candidates/schema/own-facts';
import { rebasedEdits } from './rebased-edits';

interface Kept {
  edits: OwnEdits;
  /** The profile that positions in the edits refer to, as text. */
  base: string;
}

/** Edits of the person's profile that are not saved yet; they outlive a reload, and a change of the facts elsewhere. */
export const useOwnEdits = ({ candidateId, profile }: Pick<OwnFacts, 'candidateId' | 'profile'>) => {
  const kept = useKept<Kept>(`${OWN_KEPT}facts-${candidateId}`);
  const base = JSON.stringify(profile);
  const { edits: typed = {}, base: before = base } = kept.changes;
  const moved = before !== base;
  const edits = moved ? rebasedEdits(typed) : typed;
  const keep = kept.change;
  const change = useCallback(
    (more: OwnEdits) => keep({ edits: { ...edits, ...more }, base }),
    [keep, edits, base],
  );
  return { edits, moved: moved && Object.keys(edits).length > 0, change, clear: kept.clear };
};
