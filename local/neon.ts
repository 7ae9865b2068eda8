import { once } from 'node:events';
import net from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export type NeonProxyOptions = {
  port: number;
  /** The Postgres server that every connection goes to, whatever address the driver asks for. */
  target: { host: string; port: number };
};

export type NeonProxy = { stop: () => Promise<void> };

/**
 * Starts the WebSocket → TCP proxy that Neon's driver speaks through (its `wsProxy` is `127.0.0.1:<port>/v1`). Bytes pass
 * unchanged: one WebSocket is one Postgres connection.
 */
export async function startNeonProxy({ port, target }: NeonProxyOptions): Promise<NeonProxy> {
  const server = new WebSocketServer({ host: '127.0.0.1', port, perMessageDeflate: false });
  await once(server, 'listening');
  server.on('connection', (socket, request) => {
    request.socket.setNoDelay(true);
    join(socket, net.connect({ ...target, noDelay: true }));
  });
  return {
    stop: () =>
      new Promise((done) => {
        for (const client of server.clients) client.terminate();
        server.close(() => done());
      }),
  };
}

/** Ties the two ends together: what arrives at one leaves by the other, and neither outlives the other. */
function join(socket: WebSocket, tcp: net.Socket): void {
  tcp.on('data', (chunk) => {
    socket.send(chunk, () => tcp.resume());
    // A large result must not pile up in memory while the client reads slowly.
    if (socket.bufferedAmount > 1_048_576) tcp.pause();
  });
  socket.on('message', (data: Buffer) => {
    // One that has gone never drains; a paused socket would not hear that its client closes either.
    if (!tcp.write(data) && !tcp.destroyed) {
      socket.pause();
      tcp.once('drain', () => socket.resume());
    }
  });
  tcp.on('error', () => socket.close(1011, 'database unreachable'));
  tcp.on('close', () => {
    socket.resume();
    socket.close();
  });
  socket.on('error', () => tcp.destroy());
  socket.on('close', () => tcp.destroy());
}
