import type { SheetKey } from '@/ui/shell/key-sheet';

const LOOKING: readonly SheetKey[] = [
  { keys: ['J', 'K'], does: 'next, previous' },
  { keys: ['1', '2', '3'], does: 'ranked, needs information, misses a must-have' },
  { keys: ['V'], does: 'résumé or answers' },
];
const DECIDING: readonly SheetKey[] = [
  { keys: ['S'], does: 'shortlist' },
  { keys: ['R'], does: 'reject, with a reason' },
  { keys: ['U'], does: 'undo' },
  { keys: ['X'], does: 'select' },
  { keys: ['A'], does: 'ask for a missing fact' },
];

/** The keys of the review screen that do something for who looks at it. */
export const reviewKeys = (mayDecide: boolean): readonly SheetKey[] => [
  ...LOOKING,
  ...(mayDecide ? DECIDING : []),
];

/** Those that its bottom bar has room for. */
export const barKeys = (mayDecide: boolean): readonly SheetKey[] => [
  ...LOOKING.slice(0, 1),
  ...(mayDecide ? DECIDING : []),
  { keys: ['/'], does: 'find' },
];
