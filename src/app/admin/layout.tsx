import type { Route } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { pageContext } from '@/trpc/server';
import { signInHref } from '../(auth)/next-path';
import { AppProviders } from '../app-providers';
import { AdminProvider } from './admin';

/** Pages of platform admins; to everybody else who is signed in there is nothing here. Procedures decide. */
const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const { session } = await pageContext();
  if (session === null) {
    redirect(signInHref((await headers()).get('x-pathname') ?? '/admin') as Route);
  }
  if (!session.platformAdmin) notFound();
  const { user, organization } = session;
  return (
    <AppProviders>
      <AdminProvider
        admin={{
          name: user.name,
          email: user.email,
          timeZone: user.timeZone,
          isMember: organization !== null,
        }}
      >
        {children}
      </AdminProvider>
    </AppProviders>
  );
};
export default AdminLayout;
