'use client';
import { useHotkeys } from '@mantine/hooks';

export interface ReviewKeyHandlers {
  onNext: () => void;
  onPrevious: () => void;
  onShortlist: () => void;
  onReject: () => void;
  onUndo: () => void;
  onSelect: () => void;
  onAsk: () => void;
  onShowKeys: () => void;
}

/** The keys of the review screen; silent while somebody types, and while a dialog is open (`enabled` false). */
export function useReviewKeys(handlers: ReviewKeyHandlers, enabled: boolean): void {
  const when = (handle: () => void) => () => {
    if (enabled) handle();
  };
  useHotkeys([
    ['j', when(handlers.onNext)],
    ['k', when(handlers.onPrevious)],
    ['s', when(handlers.onShortlist)],
    ['r', when(handlers.onReject)],
    ['u', when(handlers.onUndo)],
    ['x', when(handlers.onSelect)],
    ['a', when(handlers.onAsk)],
    ['?', when(handlers.onShowKeys)],
    ['shift+?', when(handlers.onShowKeys)],
  ]);
}
