import { once } from 'node:events';
import http from 'node:http';

export type Received = {
  /** Path with query. */
  path: string;
  headers: Record<string, string>;
  body: string;
  /** Milliseconds since the epoch. */
  at: number;
};

export type Answer = { status: number; headers?: Record<string, string>; body?: string };

export type Receiver = {
  url: string;
  received: Received[];
  /** Requests for a path, in order of arrival. */
  to: (path: string) => Received[];
  stop: () => Promise<void>;
};

/**
 * Starts a destination for deliveries that keeps what it is sent.
 * @param answer decides the reply; the request is kept before it is called
 * @param port default: any free one
 */
export async function startReceiver(
  answer: (request: Received, receiver: Receiver) => Answer | Promise<Answer> = () => ({ status: 200 }),
  port = 0,
): Promise<Receiver> {
  const server = http.createServer((request, response) => void serve(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const receiver: Receiver = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    received: [],
    to: (path) => receiver.received.filter((request) => request.path === path),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  const serve = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const received: Received = {
      path: request.url ?? '/',
      headers: Object.fromEntries(headers),
      body: Buffer.concat(chunks).toString(),
      at: Date.now(),
    };
    receiver.received.push(received);
    const { status, headers: sent, body } = await answer(received, receiver);
    response.writeHead(status, sent);
    response.end(body);
  };
  return receiver;
}
