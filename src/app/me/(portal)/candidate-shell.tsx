'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTRPC } from '@/trpc/client';
import { PortalShell, type PortalLink } from '@/ui/portal/portal-shell';
import { UserMenu } from '@/ui/shell/user-menu';
import { BOARD } from '../routes';

const LINKS: readonly PortalLink[] = [
  { href: BOARD, label: 'Jobs' },
  { href: '/me', label: 'My applications' },
];

/** The bar around every page of the portal, with the person's menu. */
export const CandidateShell = ({ children }: { children: ReactNode }) => {
  const trpc = useTRPC();
  const me = useQuery(trpc.portal.me.queryOptions());
  const leave = useMutation(
    trpc.portal.leave.mutationOptions({ onSettled: () => window.location.assign('/me/sign-in') }),
  );
  return (
    <PortalShell
      links={LINKS}
      path={usePathname()}
      tools={
        <UserMenu
          name={me.data?.name ?? 'Me'}
          email={me.data?.email ?? null}
          settings={{ href: '/me', label: 'My applications' }}
          onSignOut={() => leave.mutate()}
        />
      }
    >
      {children}
    </PortalShell>
  );
};
