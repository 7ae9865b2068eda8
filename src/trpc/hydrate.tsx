import { HydrationBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dehydratedState } from './server';

/** Hands what the page prefetched to the client components below it. */
export const Hydrate = ({ children }: { children: ReactNode }) => (
  <HydrationBoundary state={dehydratedState()}>{children}</HydrationBoundary>
);
