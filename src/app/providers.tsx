'use client';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiProvider } from '@/trpc/client';
import { UiProviders } from '@/ui/providers';

/**
 * What every interactive page stands on: the look, the URL as state, and the API's queries. A refresh brings another request's
 * nonce, but the document keeps the policy it came with, so the first one stays.
 */
export const Providers = (props: { nonce: string | undefined; children: ReactNode }) => {
  const [nonce] = useState(props.nonce);
  useEffect(() => {
    // Where the scroll lock of dialogs looks for it before it writes its style sheet.
    Object.assign(globalThis, { __webpack_nonce__: nonce });
  }, [nonce]);
  return (
    <UiProviders nonce={nonce}>
      <NuqsAdapter>
        <ApiProvider>{props.children}</ApiProvider>
      </NuqsAdapter>
    </UiProviders>
  );
};
