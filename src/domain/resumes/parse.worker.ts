import { join } from 'node:path';
import { capBuffers } from './buffer-cap';
import { closeNetwork } from './no-network';
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

/** Child to parent: ready to work, or the outcome of one job and how often it reached for the network meanwhile. */
export type WorkerMessage =
  { type: 'ready' } | { type: 'done'; id: number; outcome: ParseOutcome; refused: number };

function send(message: WorkerMessage): void {
  process.send?.(message);
}

const catalog = loadParseCatalog(join(process.cwd(), 'config'));
const reached = closeNetwork();
const capped = capBuffers();

async function read(job: ParseJob): Promise<ParseOutcome> {
  const before = capped();
  const outcome = await parseResume(job.bytes, {
    filename: job.filename,
    asOf: job.asOf,
    catalog,
  }).catch((): ParseOutcome => ({ ok: false, reason: 'damaged' }));
  return !outcome.ok && capped() > before ? { ok: false, reason: 'too_much_memory' } : outcome;
}

process.on('disconnect', () => process.exit(0));
process.on('message', (job: ParseJob) => {
  const before = reached();
  void read(job).then((outcome) => send({ type: 'done', id: job.id, outcome, refused: reached() - before }));
});
send({ type: 'ready' });
