'use client';
import { ActionIcon, Button, CopyButton, Group, Paper, Text, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconPlugConnectedX, IconReload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from '@/ui/states.module.css';

export interface ErrorStateProps {
  /** What happened: "The ranking did not load". */
  title: string;
  /** Whose fault it is and what it means. */
  children: ReactNode;
  /** What was kept, not sent, not lost: a word and a sentence each. */
  kept?: readonly { word: string; text: string }[];
  onRetry?: () => void;
  retrying?: boolean;
  /** Further ways on, beside "Try again". */
  actions?: ReactNode;
  /** Quoted to support; also in our logs. */
  errorId?: string | null;
}

/** Says what happened, what was kept and what to do. */
export function ErrorState({ title, children, kept, onRetry, retrying, actions, errorId }: ErrorStateProps) {
  return (
    <div className={classes.centre}>
      <div className={classes.error} role="alert">
        <IconPlugConnectedX size={40} stroke={1.3} color="var(--fb-brick)" aria-hidden="true" />
        <Title order={1} mt={12}>
          {title}
        </Title>
        <Text size="lg" c="dimmed" mt={6} component="div">
          {children}
        </Text>
        {kept && kept.length > 0 && (
          <Paper mt={20} px={16} component="ul" className={classes.facts}>
            {kept.map(({ word, text }) => (
              <li key={word}>
                <IconCheck size={17} stroke={2.2} color="var(--fb-action)" aria-hidden="true" />
                <b>{word}</b>
                <span>{text}</span>
              </li>
            ))}
          </Paper>
        )}
        <Group mt={20} gap={8}>
          {onRetry && (
            <Button
              size="sm"
              leftSection={<IconReload size={16} />}
              onClick={onRetry}
              loading={retrying ?? false}
            >
              Try again
            </Button>
          )}
          {actions}
        </Group>
        {errorId && (
          <Group mt={28} gap={6}>
            <Text size="xs" c="dimmed">
              Reference {errorId}
            </Text>
            <CopyButton value={errorId}>
              {({ copied, copy }) => (
                <Tooltip label={copied ? 'Copied' : 'Copy'}>
                  <ActionIcon size={24} aria-label="Copy reference" onClick={copy}>
                    {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
          </Group>
        )}
      </div>
    </div>
  );
}
