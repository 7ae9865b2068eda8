'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { useState, type ReactNode } from 'react';
import superjson from 'superjson';
import { makeQueryClient } from './query-client';
import type { ErrorData } from './init';
import type { AppRouter } from './root';

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** The queries of one browser tab, over one batching link. */
export const ApiProvider = ({ children }: { children: ReactNode }) => {
  const [queryClient] = useState(makeQueryClient);
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [httpBatchLink({ url: '/api/trpc', transformer: superjson, maxItems: 10 })],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
};

/** What failed, in our closed codes; `network` when no answer came. */
export const errorData = (error: unknown): Omit<ErrorData, 'code'> & { code: string; message: string } => {
  if (error instanceof TRPCClientError) {
    const data = error.data as Partial<ErrorData> | undefined | null;
    if (data?.code !== undefined) {
      return {
        code: data.code,
        message: error.message,
        issues: data.issues ?? [],
        errorId: data.errorId ?? null,
        retryAfterSeconds: data.retryAfterSeconds ?? null,
      };
    }
  }
  return {
    code: 'network',
    message: 'The server did not answer. What you typed is kept here; try again in a moment.',
    issues: [],
    errorId: null,
    retryAfterSeconds: null,
  };
};
