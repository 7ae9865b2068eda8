'use client';
import { Kbd, Modal } from '@mantine/core';
import classes from '@/ui/review/review.module.css';

export interface SheetKey {
  keys: readonly string[];
  does: string;
}

const LOOKING: SheetKey = { keys: ['J', 'K'], does: 'next, previous' };
const DECIDING: readonly SheetKey[] = [
  { keys: ['S'], does: 'shortlist' },
  { keys: ['R'], does: 'reject, with a reason' },
  { keys: ['U'], does: 'undo' },
  { keys: ['X'], does: 'select' },
  { keys: ['A'], does: 'ask for a missing fact' },
];
const HELP: SheetKey = { keys: ['?'], does: 'all keys' };

/** The keys of the review screen that do something for who looks at it; also drawn in its bottom bar. */
export const keysOf = (mayDecide: boolean): readonly SheetKey[] => [
  LOOKING,
  ...(mayDecide ? DECIDING : []),
  HELP,
];

export interface KeySheetProps {
  keys: readonly SheetKey[];
  opened: boolean;
  onClose: () => void;
}

/** Every key that works on this screen. */
export function KeySheet({ keys, opened, onClose }: KeySheetProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keys"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <dl className={classes.keySheet}>
        {keys.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} size="sm">
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
