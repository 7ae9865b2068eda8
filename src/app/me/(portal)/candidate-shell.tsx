'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { forgetKept, OWN_KEPT } from '@/app/use-kept';
import { useTRPC } from '@/trpc/client';
import { PortalShell, type PortalLink } from '@/ui/portal/portal-shell';
import { UserMenu } from '@/ui/shell/user-menu';
import { BOARD } from '../routes';

const LINKS: readonly PortalLink[] = [
  { href: BOARD, label: 'Jobs' },
  { href: '/me', label: 'My applications' },
  { href: '/me/profile', label: 'My facts' },
  { href: '/me/settings', label: 'My data' },
];

/** The bar around every page of the portal, with the person's menu. */
export const CandidateShell = ({ children }: { children: ReactNode }) => {
  const trpc = useTRPC();
  const me = useQuery(trpc.portal.me.queryOptions());
  const leave = useMutation(
    trpc.portal.leave.mutationOptions({
      onSettled: () => {
        forgetKept(OWN_KEPT);
        window.location.assign('/me/sign-in');
      },
    }),
  );
  const path = usePathname();
  return (
    <PortalShell
      links={LINKS}
      path={path.startsWith('/me/applications') ? '/me' : path}
      tools={
        <UserMenu
          name={me.data?.name ?? 'Me'}
          email={me.data?.email ?? null}
          settings={{ href: '/me/settings', label: 'Mails and my data' }}
          onSignOut={() => leave.mutate()}
        />
      }
    >
      {children}
    </PortalShell>
  );
};
