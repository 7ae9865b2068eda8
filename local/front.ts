import { once } from 'node:events';
import http from 'node:http';

export type Front = { stop: () => Promise<void> };

/**
 * One address on 127.0.0.1 with several instances behind it, as a hosting platform has: a request goes to the instance with the
 * fewest under way. An instance that does not answer costs its request a 502.
 * @param ports of the instances
 */
export async function startFront({
  port,
  ports,
}: {
  port: number;
  ports: readonly number[];
}): Promise<Front> {
  const agent = new http.Agent({ keepAlive: true });
  const instances = ports.map((each) => ({ port: each, underWay: 0 }));
  const server = http.createServer((request, response) => {
    const instance = instances.reduce((least, each) => (each.underWay < least.underWay ? each : least));
    instance.underWay += 1;
    response.once('close', () => {
      instance.underWay -= 1;
    });
    const { method, url, headers } = request;
    const onward = http.request({
      agent,
      host: '127.0.0.1',
      port: instance.port,
      method,
      path: url,
      headers,
    });
    onward.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.once('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    // Whoever asked and went away is not worked for any longer.
    response.once('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    stop: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    },
  };
}
