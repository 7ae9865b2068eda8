import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { type EngineOptions, startEngine } from './engine';
import type { Engine, Reply } from './reply';
import { createScriptRewriter } from './scripts';

export type RedisOptions = EngineOptions & { restPort: number; token: string };

export type RedisServer = { url: string; kind: Engine['kind']; stop: () => Promise<void> };

type Answer = { status: number; value: unknown };

/** Commands that hold a connection or change it: the REST interface shares one. */
const UNAVAILABLE = new Set(
  'AUTH BLMOVE BLPOP BRPOP BZPOPMAX BZPOPMIN DISCARD EXEC HELLO MONITOR MULTI PSUBSCRIBE QUIT SELECT SHUTDOWN SUBSCRIBE UNWATCH WATCH'.split(
    ' ',
  ),
);

/** Starts the stand-in of Upstash's Redis REST interface on 127.0.0.1. */
export async function startRedis({ restPort, token, ...options }: RedisOptions): Promise<RedisServer> {
  const engine = await startEngine(options);
  const rewrite = createScriptRewriter();
  const prepare = (command: unknown): string[] => {
    if (!Array.isArray(command) || command.length === 0) throw new Error('ERR empty command');
    const [name = '', ...args] = command.map(argument);
    if (UNAVAILABLE.has(name.toUpperCase())) throw new Error(`ERR Command is not available: '${name}'`);
    return rewrite([name.toUpperCase(), ...args]);
  };
  const run = async (command: unknown, base64: boolean): Promise<{ result: unknown } | { error: string }> => {
    try {
      return { result: encode(await engine.run(prepare(command)), base64) };
    } catch (error) {
      return { error: message(error) };
    }
  };

  const pipeline = async (commands: unknown[], base64: boolean): Promise<Answer> => {
    const value = [];
    for (const command of commands) value.push(await run(command, base64));
    return { status: 200, value };
  };
  const transaction = async (commands: unknown[], base64: boolean): Promise<Answer> => {
    try {
      const replies = await engine.transaction(commands.map(prepare));
      const value = replies.map((reply) =>
        reply instanceof Error ? { error: reply.message } : { result: encode(reply, base64) },
      );
      return { status: 200, value };
    } catch (error) {
      return { status: 400, value: { error: message(error) } };
    }
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const given =
      (request.headers.authorization ?? '').replace(/^Bearer /i, '') || url.searchParams.get('_token');
    if (!sameToken(given ?? '', token))
      return { status: 401, value: { error: 'WRONGPASS invalid or missing auth token' } };
    if (!['GET', 'HEAD', 'POST', 'PUT'].includes(request.method ?? ''))
      return { status: 405, value: { error: 'ERR method not allowed' } };
    const text = await readText(request);
    const base64 = request.headers['upstash-encoding'] === 'base64';
    const path = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    if (path[0] === 'pipeline' || path[0] === 'multi-exec') {
      const commands = parse(text);
      if (!Array.isArray(commands))
        return { status: 400, value: { error: 'ERR failed to parse pipeline request' } };
      return path[0] === 'pipeline' ? pipeline(commands, base64) : transaction(commands, base64);
    }
    const command = path.length > 0 ? pathCommand(path, text, url.searchParams) : parse(text);
    const value = await run(command, base64);
    return { status: 'error' in value ? 400 : 200, value };
  };

  let sequence = 0;
  const server = http.createServer((request, response) => {
    void answer(request).then(({ status, value }) => {
      sequence += 1;
      response.writeHead(status, {
        'content-type': 'application/json',
        'upstash-sync-token': String(sequence),
      });
      response.end(JSON.stringify(value));
      return undefined;
    });
  });
  server.listen(restPort, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${restPort}`,
    kind: engine.kind,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await engine.stop();
    },
  };
}

/** `/set/key/value?ex=10` with a body as the last argument before the options. */
function pathCommand(path: string[], body: string, query: URLSearchParams): string[] {
  const options = [...query].filter(([name]) => name !== '_token').flatMap(([name, value]) => [name, value]);
  const given = body === '' || body === '[]' ? [] : [body];
  return [...path, ...given, ...options.filter((option) => option !== '')];
}

const argument = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** The SDK asks for base64 by default, of every string but a reply that is `OK` as a whole. */
function encode(reply: Reply, base64: boolean): unknown {
  if (reply === undefined || reply === null) return null;
  if (Array.isArray(reply))
    return reply.map((item) => (isText(item) ? text(item, base64) : encode(item, base64)));
  if (typeof reply === 'number') return reply;
  if (typeof reply === 'bigint') return Number(reply);
  return text(reply, base64 && String(reply) !== 'OK');
}

const isText = (reply: Reply): reply is Buffer | string =>
  typeof reply === 'string' || Buffer.isBuffer(reply);

const text = (bytes: Buffer | string, base64: boolean): string =>
  base64 ? Buffer.from(bytes).toString('base64') : bytes.toString();

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function sameToken(given: string, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}
