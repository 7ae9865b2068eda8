'use client';
import { useDisclosure, useOs } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useMutation } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { type ReactNode } from 'react';
import { useTRPC } from '@/trpc/client';
import { AppShell, type AppShellProps } from '@/ui/shell/app-shell';
import { FindButton } from '@/ui/shell/find-button';
import { KeySheet, type SheetKey } from '@/ui/shell/key-sheet';
import { UserMenu } from '@/ui/shell/user-menu';
import { useKeys } from '@/ui/use-keys';
import { Bell } from './bell';
import { useMember } from './member';
import { Palette } from './palette';

export interface EmployerShellProps extends Pick<
  AppShellProps,
  'left' | 'tabs' | 'actions' | 'fixed' | 'alone'
> {
  /** Keys of this page, for the sheet of keys. */
  keys?: readonly SheetKey[];
  children: ReactNode;
}

/** The shell around every employer page, with its bell, palette, keys and user menu. */
export const EmployerShell = ({ children, keys = [], ...slots }: EmployerShellProps) => {
  const member = useMember();
  const path = usePathname();
  const trpc = useTRPC();
  const mod = ['macos', 'ios'].includes(useOs()) ? '⌘' : 'Ctrl';
  const [sheet, { open, close }] = useDisclosure(false);
  // On some keyboards the slash and the question mark are both above another key.
  useKeys([
    ['/', spotlight.open],
    ['shift+/', spotlight.open],
    ['?', open],
    ['shift+?', open],
  ]);
  const signOut = useMutation(
    trpc.accounts.signOut.mutationOptions({ onSettled: () => window.location.assign('/sign-in') }),
  );
  return (
    <AppShell
      path={path}
      {...slots}
      onShowKeys={open}
      tools={
        <>
          <FindButton mod={mod} onClick={spotlight.open} />
          <Bell />
          <UserMenu
            name={member.name}
            email={member.email}
            organizationName={member.organizationName}
            settings={{ href: '/employer/settings', label: 'Settings' }}
            onSignOut={() => signOut.mutate()}
          />
          <Palette />
          <KeySheet
            page={keys}
            everywhere={[
              { keys: ['/'], does: 'find a person, a job or a page' },
              { keys: [mod, 'K'], together: true, does: 'the same, also while you type' },
              { keys: ['?'], does: 'all keys' },
            ]}
            opened={sheet}
            onClose={close}
          />
        </>
      }
    >
      {children}
    </AppShell>
  );
};
