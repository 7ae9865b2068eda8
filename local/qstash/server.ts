import { once } from 'node:events';
import http from 'node:http';
import { ZodError } from 'zod';
import { openDatabase } from './database';
import { deadLetterRoutes } from './dead-letters';
import { createDispatcher } from './dispatcher';
import { eventRoutes } from './events';
import { planFaults } from './faults';
import { flowControlRoutes, loadFlowControl } from './flow-control';
import { localRoutes } from './local-routes';
import { messageRoutes } from './messages';
import { LostReply, publishRoutes } from './publish';
import { queueRoutes } from './queues';
import type { Context, Route } from './route';
import { createScheduler } from './scheduler';
import { scheduleRoutes } from './schedules';
import { DEFAULT_SETTINGS, patchSettings, type SettingsPatch } from './settings';
import { urlGroupRoutes } from './url-groups';
import { WireError } from './wire-error';

export type QstashOptions = {
  port: number;
  /** Where its schema `qstash` lives; of a role that may create schemas. */
  databaseUrl: string;
  token: string;
  currentSigningKey: string;
  nextSigningKey: string;
  settings?: SettingsPatch;
};

export type Qstash = { url: string; stop: () => Promise<void> };

/**
 * Starts the QStash stand-in on 127.0.0.1. Whatever it has answered for is in Postgres: killed at any point, it goes on
 * from there, delivering again what was under way.
 */
export async function startQstash(options: QstashOptions): Promise<Qstash> {
  let settings = patchSettings(DEFAULT_SETTINGS, options.settings ?? {});
  const pool = await openDatabase(options.databaseUrl);
  const context: Context = {
    pool,
    settings: () => settings,
    faults: planFaults(() => settings),
    flow: await loadFlowControl(pool, () => settings),
    signingKeys: { current: options.currentSigningKey, next: options.nextSigningKey },
    wake: () => dispatcher.wake(),
    reschedule: () => scheduler.wake(),
  };
  const dispatcher = createDispatcher(context);
  const scheduler = createScheduler(context);
  const routes = {
    v2: [
      ...publishRoutes(context),
      ...messageRoutes(context),
      ...deadLetterRoutes(context),
      ...eventRoutes(context),
      ...scheduleRoutes(context),
      ...queueRoutes(context),
      ...urlGroupRoutes(context),
      ...flowControlRoutes(context),
      ...accountRoutes(context, dispatcher.running),
    ],
    local: localRoutes(context, (changed) => {
      settings = changed;
    }),
  };
  const server = http.createServer(
    (request, response) => void serve(request, response, routes, options.token),
  );
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  dispatcher.wake();
  scheduler.wake();
  return {
    url: `http://127.0.0.1:${options.port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await scheduler.stop();
      await dispatcher.stop();
      await pool.end();
    },
  };
}

const accountRoutes = ({ settings, signingKeys }: Context, running: () => number): Route[] => [
  { method: 'GET', pattern: /^\/keys$/, handle: async () => signingKeys },
  {
    method: 'GET',
    pattern: /^\/globalParallelism$/,
    handle: async () => ({ parallelismMax: settings().concurrency, parallelismCount: running() }),
  },
];

async function serve(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  routes: { v2: Route[]; local: Route[] },
  token: string,
): Promise<void> {
  const answer = (status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  try {
    const body = await readBody(request);
    if (request.headers.authorization !== `Bearer ${token}`) throw new WireError(401, 'invalid token');
    const value = await route(request, body, routes);
    const deduplicated = typeof value === 'object' && value !== null && 'deduplicated' in value;
    answer(deduplicated ? 202 : 200, value);
  } catch (error) {
    if (error instanceof LostReply) request.socket.destroy();
    else if (error instanceof WireError) answer(error.status, { error: error.message });
    else if (error instanceof ZodError)
      answer(400, { error: error.issues.map(({ message }) => message).join('; ') });
    else answer(500, { error: error instanceof Error ? error.message : String(error) });
  }
}

/** The destination stands raw in the path, with `//` and its own query: nothing here may normalise it. */
async function route(
  request: http.IncomingMessage,
  body: Buffer,
  routes: { v2: Route[]; local: Route[] },
): Promise<unknown> {
  const raw = request.url ?? '/';
  const [, prefix, rest = ''] = /^\/(v2|local)(\/.*)$/.exec(raw) ?? [];
  const [path = '', query = ''] = rest.split('?', 2);
  for (const { method, pattern, raw, handle } of prefix === 'local' ? routes.local : routes.v2) {
    const match = method === request.method ? pattern.exec(raw ? rest : path) : null;
    if (!match) continue;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    );
    const parts = match.slice(1);
    const callerIP = request.socket.remoteAddress ?? '';
    return handle({ query: new URLSearchParams(query), headers, body, callerIP, parts });
  }
  throw new WireError(404, `${request.method} ${path} not found`);
}

async function readBody(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
