'use client';
import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import classes from '@/ui/shell/shell.module.css';

/** Opens the palette; the application decides what it finds. */
export function FindButton({ mod, onClick }: { mod: '⌘' | 'Ctrl'; onClick: () => void }) {
  return (
    <UnstyledButton
      className={classes.find}
      onClick={onClick}
      aria-label="Find anything"
      aria-keyshortcuts="/ Meta+K Control+K"
    >
      <IconSearch size={15} aria-hidden="true" />
      <span>Find anything</span>
      <Kbd aria-hidden="true">{mod === '⌘' ? '⌘K' : 'Ctrl K'}</Kbd>
    </UnstyledButton>
  );
}
