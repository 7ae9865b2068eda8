import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { freePort } from '../../local/ports';

export interface TestServer {
  url: string;
  stop: () => Promise<void>;
}

const toRequest = async (request: IncomingMessage, url: string): Promise<Request> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', headers } = request;
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const bodiless = method === 'GET' || method === 'HEAD';
  return new Request(url + (request.url ?? '/'), {
    method,
    headers: given,
    ...(bodiless ? {} : { body: Buffer.concat(chunks) }),
  });
};

/** Serves a route handler on a free port of 127.0.0.1. What it throws is answered with 500, as Next does. */
export const serve = async (handle: (request: Request) => Promise<Response>): Promise<TestServer> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await handle(await toRequest(request, url)).catch(
      (error: unknown) => new Response(String(error), { status: 500 }),
    );
    response.writeHead(status, Object.fromEntries(headers));
    if (body === null) response.end();
    else Readable.fromWeb(body as ReadableStream).pipe(response);
  };
  const server = http.createServer((request, response) => void answer(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
