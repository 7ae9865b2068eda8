import { randomInt } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from '@/trpc/root';

/** Sign-ups are limited for each network address; every test comes from its own. */
const someAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

/** The application's procedures, with the cookies of a browser context: for what a journey needs but is not about. */
export const openApi = (request: APIRequestContext, baseURL: string) => {
  const headers = { origin: baseURL, 'x-forwarded-for': someAddress() };
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${baseURL}/api/trpc`,
        transformer: superjson,
        headers,
        fetch: async (input, init) => {
          const response = await request.fetch(String(input), {
            method: init?.method ?? 'GET',
            headers: { ...(init?.headers as Record<string, string>) },
            ...(init?.body && { data: init.body as string }),
          });
          return new Response(new Uint8Array(await response.body()), { status: response.status() });
        },
      }),
    ],
  });
};
export type Api = ReturnType<typeof openApi>;
