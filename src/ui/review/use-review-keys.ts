'use client';
import { MATCH_GROUPS, type MatchGroup } from '@/domain/scoring/schema';
import { useKeys } from '@/ui/use-keys';

export interface ReviewKeyHandlers {
  onNext: () => void;
  onPrevious: () => void;
  onShortlist: () => void;
  onReject: () => void;
  onUndo: () => void;
  onSelect: () => void;
  onAsk: () => void;
  onGroup: (group: MatchGroup) => void;
  /** The résumé in place of the answers, or the other way round. */
  onRead: () => void;
}

/** The keys of the review screen. */
export function useReviewKeys(handlers: ReviewKeyHandlers): void {
  useKeys([
    ['j', handlers.onNext],
    ['k', handlers.onPrevious],
    ['s', handlers.onShortlist],
    ['r', handlers.onReject],
    ['u', handlers.onUndo],
    ['x', handlers.onSelect],
    ['a', handlers.onAsk],
    ['v', handlers.onRead],
    ...MATCH_GROUPS.map((group, index) => [String(index + 1), () => handlers.onGroup(group)] as const),
  ]);
}
