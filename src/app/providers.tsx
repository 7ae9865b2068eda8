'use client';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiProvider } from '@/trpc/client';
import { UiProviders } from '@/ui/providers';

/**
 * The nonce of the document: its scripts carry it. A refresh, or going from one part of the application to another, brings
 * another request's nonce, but the document keeps the policy that it came with.
 */
const documentNonce = (given: string | undefined): string | undefined =>
  typeof document === 'undefined'
    ? given
    : document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || given;

/** What every interactive page stands on: the look, the URL as state, and the API's queries. */
export const Providers = (props: { nonce: string | undefined; children: ReactNode }) => {
  const [nonce] = useState(() => documentNonce(props.nonce));
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
