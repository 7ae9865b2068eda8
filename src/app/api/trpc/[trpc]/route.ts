import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { after } from 'next/server';
import { createRequestContext } from '@/trpc/context';
import { toTRPCError } from '@/trpc/init';
import { appRouter } from '@/trpc/root';
import { logger } from '@/services/log';

const handler = (request: Request) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    maxBatchSize: 10,
    createContext: ({ resHeaders }) =>
      createRequestContext(request.headers, {
        setCookie: (cookie) => resHeaders.append('set-cookie', cookie),
        afterwards: after,
      }).catch((error: unknown) => {
        throw toTRPCError(error, logger(), 'context');
      }),
    responseMeta: () => ({ headers: { 'cache-control': 'private, no-store' } }),
  });

export { handler as GET, handler as POST };
