import { once } from 'node:events';
import net from 'node:net';

/** Tells whether a port of 127.0.0.1 can be listened on now. */
export async function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** A port of 127.0.0.1 that nobody listens on, chosen by the operating system. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return address.port;
}

/** The wished port when it is free, else the next free one above it, leaving out `taken`. */
export async function portFrom(wished: number, taken: ReadonlySet<number>): Promise<number> {
  for (let port = wished; port < 65_536; port += 1) if (!taken.has(port) && (await isFree(port))) return port;
  throw new Error(`No free port from ${wished} on.`);
}
