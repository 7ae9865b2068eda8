import { expect, request, type FullConfig } from '@playwright/test';

/**
 * Waits until the fresh process signs people in: its first calls load what they need, and a limiter that gets no answer from
 * Redis within 300 ms refuses, as it should. Journeys are about an application that runs.
 */
export default async function warmUp({ projects }: FullConfig): Promise<void> {
  const api = await request.newContext({ baseURL: projects[0]?.use.baseURL ?? '' });
  const signIn = async () => {
    const response = await api.post('/api/trpc/accounts.signIn', {
      headers: { origin: projects[0]?.use.baseURL ?? '' },
      data: { json: { email: 'nobody@warm.example', password: 'nothing at all' } },
    });
    return response.status();
  };
  await expect.poll(signIn, { timeout: 30_000 }).toBe(401);
  await api.dispose();
}
