import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';
import { env } from '@/env';
import type { AppRouter } from '@/trpc/root';

/** A client of the served application with a cookie jar of its own, as a browser would have. */
export const openSession = () => {
  const jar = new Map<string, string>();
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${env().APP_URL}/api/trpc`,
        transformer: superjson,
        headers: () => ({ cookie: cookies(), origin: env().APP_URL }),
        fetch: async (input, init) => {
          const response = await fetch(input, init);
          for (const cookie of response.headers.getSetCookie()) {
            const [pair = ''] = cookie.split(';');
            const at = pair.indexOf('=');
            jar.set(pair.slice(0, at), pair.slice(at + 1));
          }
          return response;
        },
      }),
    ],
  });
  return { api, cookies };
};
export type SeedSession = ReturnType<typeof openSession>;

/** Asks again every 250 ms until there is an answer; throws after `seconds`. */
export const until = async <T>(what: string, seconds: number, ask: () => Promise<T | null>): Promise<T> => {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Waited ${seconds} s for ${what}.`);
};
