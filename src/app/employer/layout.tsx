import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { pageContext } from '@/trpc/server';
import { AppProviders } from '../app-providers';
import { MemberProvider } from './member';

/** Pages of an organisation's members. The check here is for comfort; procedures and row security decide. */
const EmployerLayout = async ({ children }: { children: ReactNode }) => {
  const { session } = await pageContext();
  if (session === null || session.organization === null || session.role === null) redirect('/sign-in');
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
