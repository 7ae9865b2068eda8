import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { join } from 'node:path';
import { loadParseCatalog } from './parse/load-catalog';
import { parseResume } from './parse/resume';
import type { ParseOutcome } from './schema';

/** Parent to child: one file to read. */
export interface ParseJob {
  id: number;
  bytes: Uint8Array;
  filename: string;
  asOf: string;
}

/** Child to parent: ready to work, or the outcome of one job. */
export type WorkerMessage = { type: 'ready' } | { type: 'done'; id: number; outcome: ParseOutcome };

/** Nothing in here has business on a network: every way to open a socket throws. */
function closeNetwork(): void {
  const refuse = (): never => {
    throw new Error('This process has no network.');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  Object.assign(dgram, { createSocket: refuse });
  Object.assign(dns, { lookup: refuse, resolve: refuse });
  Object.assign(globalThis, { fetch: refuse, WebSocket: refuse, EventSource: refuse });
}

function send(message: WorkerMessage): void {
  process.send?.(message);
}

closeNetwork();
const catalog = loadParseCatalog(join(process.cwd(), 'config'));
process.on('disconnect', () => process.exit(0));
process.on('message', (job: ParseJob) => {
  parseResume(job.bytes, { filename: job.filename, asOf: job.asOf, catalog }).then(
    (outcome) => send({ type: 'done', id: job.id, outcome }),
    () => send({ type: 'done', id: job.id, outcome: { ok: false, reason: 'damaged' } }),
  );
});
send({ type: 'ready' });
