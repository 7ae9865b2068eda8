import { Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from '@/ui/review/moved.module.css';
import { counted } from '@/ui/score-words';

export interface MoveMarkProps {
  /** Places up; below zero, down. */
  places: number;
  /** "since Friday". */
  since: string;
}

/** An arrow with how many places somebody rose or fell since the last visit; nothing for none. */
export function MoveMark({ places, since }: MoveMarkProps) {
  if (places === 0) return null;
  const isUp = places > 0;
  const count = Math.abs(places);
  const words = `${isUp ? 'Up' : 'Down'} ${counted(count, 'place')} ${since}`;
  return (
    <Tooltip label={words}>
      <span className={classes.mark} data-up={isUp || undefined}>
        {isUp ? <IconArrowUp size={13} aria-hidden="true" /> : <IconArrowDown size={13} aria-hidden="true" />}
        <span aria-hidden="true">{count}</span>
        <VisuallyHidden>{words}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
