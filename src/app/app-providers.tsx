import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from './providers';

/** What every interactive part of the application stands on; the public board is plain HTML and does without. */
export const AppProviders = async ({ children }: { children: ReactNode }) => {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return <Providers nonce={nonce}>{children}</Providers>;
};
