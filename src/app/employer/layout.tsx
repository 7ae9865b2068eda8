import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { pageContext } from '@/trpc/server';
import { signInHref } from '../(auth)/next-path';
import { AppProviders } from '../app-providers';
import { MemberProvider } from './member';

/** Pages of an organisation's members. The check here is for comfort; procedures and row security decide. */
const EmployerLayout = async ({ children }: { children: ReactNode }) => {
  const { session } = await pageContext();
  if (session?.platformAdmin === true && session.organization === null) redirect('/admin');
  if (session === null || session.organization === null || session.role === null) {
    const asked = await headers();
    redirect(signInHref(`${asked.get('x-pathname') ?? ''}${asked.get('x-search') ?? ''}`) as Route);
  }
  const { user, organization, role } = session;
  return (
    <AppProviders>
      <MemberProvider
        member={{
          name: user.name,
          email: user.email,
          timeZone: user.timeZone,
          organizationName: organization.name,
          role,
        }}
      >
        {children}
      </MemberProvider>
    </AppProviders>
  );
};
export default EmployerLayout;
