'use client';
import { Divider, Popover, Space, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLogout, IconSettings } from '@tabler/icons-react';
import type { Route } from 'next';
import Link from 'next/link';
import { ColorSchemeControl } from '@/ui/color-scheme-control';
import { PersonAvatar } from '@/ui/person-avatar';
import classes from '@/ui/shell/shell.module.css';

export interface UserMenuProps {
  name: string;
  email: string | null;
  /** The organisation a member works for. */
  organizationName?: string;
  /** An admin who works for no employer has none. */
  settings?: { href: Route; label: string } | undefined;
  onSignOut: () => void;
}

/** Who is signed in, the colour scheme, settings and the way out. */
export function UserMenu({ name, email, organizationName, settings, onSignOut }: UserMenuProps) {
  const [opened, { close, toggle }] = useDisclosure(false);
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-end" width={260} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.user} onClick={toggle} aria-label={`Account of ${name}`}>
          <PersonAvatar name={name} size={30} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        <Text fw={650} truncate>
          {name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {email}
        </Text>
        {organizationName !== undefined && (
          <Text size="xs" c="dimmed" truncate>
            {organizationName}
          </Text>
        )}
        <Space h={10} />
        <ColorSchemeControl />
        <Divider my={10} color="var(--fb-line)" />
        {settings && (
          <Link href={settings.href} className={classes.menuItem} onClick={close}>
            <IconSettings size={17} stroke={1.6} aria-hidden="true" />
            {settings.label}
          </Link>
        )}
        <UnstyledButton className={classes.menuItem} onClick={onSignOut}>
          <IconLogout size={17} stroke={1.6} aria-hidden="true" />
          Sign out
        </UnstyledButton>
      </Popover.Dropdown>
    </Popover>
  );
}
