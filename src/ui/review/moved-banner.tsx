import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import classes from '@/ui/review/moved.module.css';

export interface MovedBannerProps {
  /** "12 moved since Friday: weights v4". */
  words: string;
  /** Only those who moved are listed. */
  filtered: boolean;
  onFilter: (filtered: boolean) => void;
  onDismiss: () => void;
}

/** Quietly over the list: how many stand elsewhere than on the last visit, and the way to them alone. */
export function MovedBanner({ words, filtered, onFilter, onDismiss }: MovedBannerProps) {
  return (
    <div className={classes.banner}>
      <output className={classes.words}>{words}</output>
      <UnstyledButton className={classes.link} onClick={() => onFilter(!filtered)}>
        {filtered ? 'Show everyone' : 'See what changed'}
      </UnstyledButton>
      <ActionIcon
        variant="transparent"
        c="var(--fb-honey-ink)"
        aria-label="Dismiss what moved"
        onClick={onDismiss}
      >
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
