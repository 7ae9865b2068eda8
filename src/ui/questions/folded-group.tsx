import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import classes from '@/ui/questions/questions.module.css';

export interface FoldedGroupProps {
  label: string;
  /** The answers in a line; '' when nothing is answered yet. */
  words: string;
  /** Something in it is wrong. */
  wrong?: boolean;
  onOpen: () => void;
}

/** A finished part of the form as one line of 44 px; opens again at a press. */
export function FoldedGroup({ label, words, wrong = false, onOpen }: FoldedGroupProps) {
  return (
    <UnstyledButton className={classes.folded} onClick={onOpen} aria-expanded="false">
      {words !== '' && !wrong ? (
        <IconCheck size={17} stroke={2.2} color="var(--fb-action)" aria-hidden="true" />
      ) : (
        <span className={wrong ? classes.wrong : classes.open} aria-hidden="true" />
      )}
      <b>{label}</b>
      <span className={classes.foldedWords}>
        {wrong ? 'Something here needs another look.' : words || 'Not answered yet'}
      </span>
      <IconPencil size={15} color="var(--mantine-color-dimmed)" aria-hidden="true" />
    </UnstyledButton>
  );
}
