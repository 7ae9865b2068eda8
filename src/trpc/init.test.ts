import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '@/db/client';
import { createLogger } from '@/services/log';
import { testContext } from '@/testing/context';
import { stubEnvironment } from '@/testing/environment';
import { NO_EFFECTS, type RequestContext } from './context';
import { createRouter, publicProcedure, type ErrorData } from './init';
import { appRouter } from './root';

const CANARY = 'canary@people.example';
/** Nothing here may reach a database. */
const NO_DATABASE = {} as Database;

beforeAll(() => stubEnvironment());

const said: string[] = [];
const contextOf = (overrides: Partial<RequestContext> = {}): RequestContext => ({
  ...testContext(NO_DATABASE, { kind: 'anonymous' }),
  log: createLogger({ write: (line: string) => void said.push(line) }),
  session: null,
  candidateId: null,
  portalSessionId: null,
  clientAddress: '10.0.0.1',
  sameOrigin: true,
  ...NO_EFFECTS,
  ...overrides,
});

const typed = z.object({ name: z.string() });
const router = createRouter({
  more: publicProcedure.output(typed).query(() => ({ name: 'Asha', email: CANARY })),
  other: publicProcedure
    .output(typed)
    .query(() => ({ name: { email: CANARY } }) as unknown as { name: string }),
  nested: publicProcedure
    .input(z.object({ files: z.array(typed) }))
    .output(z.void())
    .query(() => undefined),
});

interface Answer {
  result?: { data: { json: unknown } };
  error?: { json: { message: string; data: ErrorData } };
}
const ask = async (
  path: string,
  input?: unknown,
): Promise<{ status: number; text: string; body: Answer }> => {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
  const req = new Request(`http://localhost/api/trpc/${path}${query}`);
  const createContext = () => contextOf();
  const response = await fetchRequestHandler({ endpoint: '/api/trpc', req, router, createContext });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Answer };
};

it('lets out only what the output schema names', async () => {
  const { body } = await ask('more');
  expect(body.result?.data.json).toEqual({ name: 'Asha' });
});

it('tells an answer of the wrong shape as a failure of ours: an id, no issues, no values, and a line in the log', async () => {
  const { status, text, body } = await ask('other');
  expect(status).toBe(500);
  expect(body.error?.json.data).toMatchObject({ code: 'internal_server_error', issues: [] });
  const { errorId } = body.error?.json.data ?? {};
  expect(body.error?.json.message).toContain(errorId);
  expect(text).not.toContain(CANARY);
  const line = said.find((entry) => entry.includes(errorId ?? '?'));
  expect(line).toContain('procedure failed');
  expect(line).not.toContain(CANARY);
});

it('names the field of an input by its dotted path', async () => {
  const { status, body } = await ask('nested', { files: [{ name: 'a' }, { name: 3 }] });
  expect(status).toBe(400);
  expect(body.error?.json.data).toMatchObject({ code: 'invalid_input', issues: [{ path: 'files.1.name' }] });
});

it('refuses every mutation that another site made, before anything else', async () => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  const mutations = Object.entries(procedures).flatMap(([path, { _def }]) =>
    _def.type === 'mutation' ? [path] : [],
  );
  expect(mutations.length).toBeGreaterThan(15);
  for (const path of mutations) {
    const response = await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: new Request(`http://localhost/api/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
      router: appRouter,
      createContext: () => contextOf({ sameOrigin: false }),
    });
    const body = (await response.json()) as Answer;
    expect([path, response.status, body.error?.json.message]).toEqual([
      path,
      403,
      'This request came from another site.',
    ]);
  }
});
