import 'server-only';
import { dehydrate, type FetchQueryOptions, type QueryKey } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { TRPCError } from '@trpc/server';
import { headers } from 'next/headers';
import { forbidden, notFound } from 'next/navigation';
import { cache } from 'react';
import { roleMay, type Permission } from '@/domain/kernel/policy';
import { createRequestContext, NO_EFFECTS } from './context';
import { makeQueryClient } from './query-client';
import { appRouter } from './root';

/** One context a request, shared by every prefetch of a page. Server components set no cookies. */
export const pageContext = cache(async () => createRequestContext(await headers(), NO_EFFECTS));
export const getQueryClient = cache(makeQueryClient);

export const trpc = createTRPCOptionsProxy({
  ctx: pageContext,
  router: appRouter,
  queryClient: getQueryClient,
});

/** Fetches on the server what client components will read; a failure is left for them to show. */
export const prefetch = async <D, E, T, K extends QueryKey>(
  options: FetchQueryOptions<D, E, T, K>,
): Promise<void> => {
  await getQueryClient().prefetchQuery(options);
};

/**
 * Prefetches what a page is about and returns it: an id that is malformed, of nothing, or of somebody else's answers as not found (404).
 * Any other failure is left for the client to show, and gives undefined.
 */
export const prefetchFound = async <D, E, T, K extends QueryKey>(
  options: FetchQueryOptions<D, E, T, K>,
): Promise<T | undefined> => {
  try {
    return await getQueryClient().fetchQuery(options);
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : null;
    if (code === 'NOT_FOUND' || code === 'BAD_REQUEST') notFound();
    return undefined;
  }
};

/** Answers a page that is a form as forbidden (403) to members whose role does not hold `permission`; procedures decide. */
export const pageNeeds = async (permission: Permission): Promise<void> => {
  const { session } = await pageContext();
  if (session?.role != null && !roleMay(session.role, permission)) forbidden();
};

export const dehydratedState = () => dehydrate(getQueryClient());
