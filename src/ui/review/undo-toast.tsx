'use client';
import { Button, RingProgress, Text } from '@mantine/core';
import { useFocusWithin, useHover, useMergedRef } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { KeyCap } from '@/ui/key-hint';
import classes from '@/ui/review/review.module.css';

export interface UndoToastProps {
  /** What was done: "Rejected Candidate P-14". */
  title: string;
  text?: string;
  seconds?: number;
  /** `u` does the same: say so where there is a keyboard. */
  withKey?: boolean;
  onUndo: () => void;
  /** The ring ran out: the decision stands. */
  onDone: () => void;
}

/** Ten seconds to take a decision back. Mount it anew (a `key`) for each decision. */
export function UndoToast({ title, text, seconds = 10, withKey = false, onUndo, onDone }: UndoToastProps) {
  const [left, setLeft] = useState(seconds);
  // Whoever is reading or about to press should not lose the button under the finger.
  const { ref, hovered } = useHover<HTMLOutputElement>();
  const { ref: focusRef, focused } = useFocusWithin<HTMLOutputElement>();
  const held = hovered || focused;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => (left <= 1 ? onDone() : setLeft(left - 1)), 1_000);
    return () => clearTimeout(timer);
  }, [left, held, onDone]);
  return (
    <output ref={useMergedRef(ref, focusRef)} className={classes.toast}>
      <RingProgress
        size={30}
        thickness={3}
        aria-hidden="true"
        sections={[{ value: (100 * left) / seconds, color: 'var(--fb-honey)' }]}
        rootColor="var(--fb-ink-line)"
        label={<span className={classes.seconds}>{left}</span>}
      />
      <span className="fb-grow">
        <Text span size="sm" fw={600} display="block" c="inherit">
          {title}
        </Text>
        {text && (
          <Text span size="xs" display="block" c="var(--fb-on-ink-soft)">
            {text}
          </Text>
        )}
      </span>
      <Button
        color="honey.4"
        onClick={onUndo}
        {...(withKey && { 'aria-keyshortcuts': 'u', rightSection: <KeyCap>U</KeyCap> })}
      >
        Undo
      </Button>
    </output>
  );
}
