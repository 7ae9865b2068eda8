import { once } from 'node:events';
import http from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFront, type Front } from './front';
import { freePort } from './ports';

let front: Front;
let address: string;
let instances: http.Server[];
/** Requests to /slow wait for it. */
const gate = Promise.withResolvers<void>();

/** An instance that answers with its name and what it was asked. */
const startInstance = async (name: string): Promise<{ server: http.Server; port: number }> => {
  const server = http.createServer((request, response) => {
    const asked = async (): Promise<void> => {
      if (request.url === '/slow') await gate.promise;
      let body = '';
      for await (const chunk of request) body += String(chunk);
      response.writeHead(207, { 'x-name': name, 'set-cookie': ['a=1', 'b=2'] });
      response.end(`${request.method} ${request.url} ${String(request.headers['x-signature'])} ${body}`);
    };
    void asked();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return { server, port: typeof at === 'object' && at !== null ? at.port : 0 };
};

beforeAll(async () => {
  const [one, two] = [await startInstance('one'), await startInstance('two')];
  instances = [one.server, two.server];
  const port = await freePort();
  front = await startFront({ port, ports: [one.port, two.port] });
  address = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await front.stop();
  for (const server of instances) server.close();
});

test('hands a request and its answer on unchanged', async () => {
  const response = await fetch(`${address}/a?b=%20c`, {
    method: 'POST',
    headers: { 'x-signature': 'signed' },
    body: 'x'.repeat(100_000),
  });
  expect(response.status).toBe(207);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await response.text()).toBe(`POST /a?b=%20c signed ${'x'.repeat(100_000)}`);
});

test('gives a request to the instance with the fewest under way', async () => {
  const slow = fetch(`${address}/slow`);
  const names = new Set<string | null>();
  for (let n = 0; n < 5; n += 1) names.add((await fetch(address)).headers.get('x-name'));
  gate.resolve();
  expect(names).toEqual(new Set([(await slow).headers.get('x-name') === 'one' ? 'two' : 'one']));
});

test('answers 502 for an instance that is gone', async () => {
  const port = await freePort();
  const lonely = await startFront({ port, ports: [await freePort()] });
  expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(502);
  await lonely.stop();
});
