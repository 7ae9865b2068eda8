'use client';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { ApiProvider } from '@/trpc/client';
import { UiProviders } from '@/ui/providers';

/** What every page stands on: the look, the URL as state, and the API's queries. */
export const Providers = ({ nonce, children }: { nonce: string | undefined; children: ReactNode }) => (
  <UiProviders nonce={nonce}>
    <NuqsAdapter>
      <ApiProvider>{children}</ApiProvider>
    </NuqsAdapter>
  </UiProviders>
);
