import { once } from 'node:events';
import net from 'node:net';
import type { Database } from '@/db/client';

/** A database that goes away after its first `left` transactions, as the process's would in a crash. */
export const goingAway = (db: Database, left: number): Database =>
  new Proxy(db, {
    get: (target, key) => {
      if (key === '$client' && (left -= 1) < 0) throw new Error('the process died');
      return Reflect.get(target, key, target) as unknown;
    },
  });

export interface BreakableLine {
  port: number;
  /** Ends every connection at once and refuses new ones. */
  cut: () => void;
  /** Keeps every connection open and takes new ones, and lets nothing through any more. */
  hang: () => void;
  heal: () => void;
  stop: () => Promise<void>;
}

/** A TCP proxy on a free port of 127.0.0.1 in front of `target`, whose line a test can cut. */
export const startBreakableLine = async (target: { host: string; port: number }): Promise<BreakableLine> => {
  const open = new Set<net.Socket>();
  let whole = true;
  let hanging = false;
  const server = net.createServer((near) => {
    if (!whole) {
      near.resetAndDestroy();
      return;
    }
    const far = net.connect(target);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('data', (bytes) => hanging || other.write(bytes));
      one.on('end', () => other.end());
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  const cut = (): void => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    cut,
    hang: () => {
      hanging = true;
    },
    heal: () => {
      // What was asked meanwhile got lost: those connections stay silent.
      hanging = false;
      whole = true;
    },
    stop: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
};
