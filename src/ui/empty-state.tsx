import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '@/ui/states.module.css';

export interface EmptyStateProps {
  title: string;
  /** Why it is empty and what happens next. */
  children: ReactNode;
  icon?: ReactNode;
  /** Buttons that fill it. */
  actions?: ReactNode;
  /** Pane-sized rather than page-sized. */
  compact?: boolean;
}

/** Nothing here yet: says why and offers what to do. */
export function EmptyState({ title, children, icon, actions, compact = false }: EmptyStateProps) {
  return (
    <div className={compact ? classes.compact : classes.page}>
      {icon && (
        <div className={classes.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <Title order={compact ? 2 : 1}>{title}</Title>
      <Text size={compact ? 'md' : 'lg'} c="dimmed" mt={6} component="div">
        {children}
      </Text>
      {actions && (
        <Group mt={20} gap={8}>
          {actions}
        </Group>
      )}
    </div>
  );
}
