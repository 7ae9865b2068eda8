import type { ReactNode } from 'react';
import { AppProviders } from '../app-providers';
import { Door } from '../door';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <AppProviders>
      <Door>{children}</Door>
    </AppProviders>
  );
}
