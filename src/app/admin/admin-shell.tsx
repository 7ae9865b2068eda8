'use client';
import { IconAdjustmentsHorizontal, IconFlask, IconMoon, IconStairsUp, IconSun } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTRPC } from '@/trpc/client';
import { AppShell, type AppShellProps } from '@/ui/shell/app-shell';
import type { Places } from '@/ui/shell/nav-bar';
import { UserMenu } from '@/ui/shell/user-menu';
import { useAdmin } from './admin';

const HOME = { href: '/admin', label: 'Flexibees Employer, platform' } as const;
const MAIN: Places['main'] = [
  { href: '/admin/weights', label: 'Weights', Icon: IconAdjustmentsHorizontal },
  { href: '/admin/experiments', label: 'Experiments', Icon: IconFlask },
  { href: '/admin/bands', label: 'Bands', Icon: IconStairsUp },
  { href: '/admin/runs', label: 'Runs', Icon: IconMoon },
];
const EMPLOYER: Places['foot'] = [{ href: '/employer', label: 'Employer', Icon: IconSun }];

export interface AdminShellProps extends Pick<AppShellProps, 'left' | 'tabs' | 'actions' | 'fixed'> {
  children: ReactNode;
}

/** The shell around every page of the platform's admins. */
export const AdminShell = ({ children, ...slots }: AdminShellProps) => {
  const admin = useAdmin();
  const path = usePathname();
  const signOut = useMutation(
    useTRPC().accounts.signOut.mutationOptions({ onSettled: () => window.location.assign('/sign-in') }),
  );
  return (
    <AppShell
      path={path}
      places={{ home: HOME, main: MAIN, foot: admin.isMember ? EMPLOYER : [] }}
      {...slots}
      tools={
        <UserMenu
          name={admin.name}
          email={admin.email}
          organizationName="Platform admin"
          settings={admin.isMember ? { href: '/employer/settings', label: 'Settings' } : undefined}
          onSignOut={() => signOut.mutate()}
        />
      }
    >
      {children}
    </AppShell>
  );
};
