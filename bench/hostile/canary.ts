import { createServer, type AddressInfo } from 'node:net';
import type { Lure } from './hostile-file';

export interface Canary {
  lure: Lure;
  /** How often somebody has called so far. */
  calls: () => number;
  close: () => void;
}

/** Listens on this machine and counts who connects. */
export async function startCanary(): Promise<Canary> {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  const host = '127.0.0.1';
  return {
    lure: { host, port, http: `http://${host}:${port}` },
    calls: () => calls,
    close: () => server.close(),
  };
}
