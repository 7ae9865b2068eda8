'use client';
import { ActionIcon, Button, Group, Popover, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { counted } from '@/ui/score-words';
import classes from '@/ui/shell/shell.module.css';

export interface BellItem {
  id: string;
  title: string;
  text: string;
  /** "2 h ago". */
  when: ReactNode;
  href: Route | null;
  read: boolean;
}

export interface NotificationBellProps {
  items: readonly BellItem[];
  unread: number;
  onOpenItem: (id: string) => void;
  onReadAll: () => void;
}

/** The bell and what it says; honey while something is unread. */
export function NotificationBell({ items, unread, onOpenItem, onReadAll }: NotificationBellProps) {
  const [opened, { close, toggle }] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="bottom-end"
      width={340}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <ActionIcon
          size={32}
          className={classes.bell}
          aria-label={unread > 0 ? counted(unread, 'new notification') : 'Notifications'}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={toggle}
        >
          <IconBell size={19} stroke={1.6} />
          {unread > 0 && <span className={classes.dot} />}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Notifications">
        <Group h={44} px={14} justify="space-between" className="fb-line" wrap="nowrap">
          <Text fw={650}>Notifications</Text>
          {unread > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={onReadAll}>
              Mark all read
            </Button>
          )}
        </Group>
        {items.length === 0 ? (
          <Text size="sm" c="dimmed" p={14}>
            Nothing yet. We tell you when somebody applies, when strong matches come in and when an import is
            finished.
          </Text>
        ) : (
          <ul className={classes.news}>
            {items.map((item) => {
              const open = () => {
                onOpenItem(item.id);
                close();
              };
              const body = (
                <>
                  <span className={classes.newsDot} data-unread={!item.read || undefined} />
                  <span className="fb-grow">
                    <Text fw={item.read ? 450 : 600} size="sm">
                      {item.title}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {item.text}
                    </Text>
                  </span>
                  <Text size="xs" c="dimmed" className={classes.when}>
                    {item.when}
                  </Text>
                </>
              );
              return (
                <li key={item.id}>
                  {item.href ? (
                    <Link href={item.href} className={classes.newsItem} onClick={open}>
                      {body}
                    </Link>
                  ) : (
                    <UnstyledButton className={classes.newsItem} onClick={open}>
                      {body}
                    </UnstyledButton>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
