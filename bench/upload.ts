import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { upload } from '@vercel/blob/client';
import { freePort } from '../local/ports';
import { startApplication } from '../scripts/application';
import { findBrowser } from '../scripts/browser';
import { openSession } from '../scripts/seed/session';
import { drawCorpus } from './corpus/generate';

/**
 * From choosing a résumé to its facts standing in the application form, through the served application: offer, upload to
 * the store, confirmation, queue, child, profile. Different résumés of the corpus, one after another. Starts the
 * application with its demo employer, or measures the running copy whose variables are set. Prints, as the last line with
 * `--json`, `{uploads, p50Ms, p95Ms}`.
 */
const { values } = parseArgs({
  options: { uploads: { type: 'string', default: '30' }, json: { type: 'boolean', default: false } },
});
const CORPUS = '.local-corpus';
const LOOK_AGAIN_MS = 25;
const PATIENCE_MS = 60_000;

/** As many files as asked for, spread evenly over the layouts and endings of the corpus. */
const chooseFiles = (count: number): string[] => {
  const all = ['seen', 'unseen'].flatMap((half) => {
    const folder = join(CORPUS, half, 'files');
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  });
  if (all.length < count) throw new Error(`The corpus holds ${all.length} files.`);
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] ?? '');
};

const measureOne = async (
  { api }: ReturnType<typeof openSession>,
  key: { applicationId: string; key: string },
  path: string,
): Promise<number> => {
  const bytes = readFileSync(path);
  const begun = performance.now();
  const offer = await api.applications.offerFile.mutate({ ...key, name: basename(path), size: bytes.length });
  if (!offer.accepted) throw new Error(`${path}: ${offer.problem.title}`);
  const { APP_URL = '' } = process.env;
  await upload(offer.path, new Blob([Uint8Array.from(bytes)]), {
    access: 'private',
    handleUploadUrl: `${APP_URL}/api/uploads/application`,
    clientPayload: `${key.applicationId}:${key.key}`,
    contentType: offer.contentType,
    headers: { origin: APP_URL },
  });
  await api.applications.confirmFile.mutate(key);
  for (;;) {
    const { file } = await api.applications.get.query(key);
    if (file.state === 'parsed') return performance.now() - begun;
    if (file.state === 'failed') throw new Error(`${path}: ${file.problem?.title ?? 'not read'}`);
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`${path} was not read within a minute.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
};

const measure = async (): Promise<{ uploads: number; p50Ms: number; p95Ms: number }> => {
  await drawCorpus(CORPUS, 'corpus', findBrowser);
  const session = openSession();
  const [job] = (await session.api.board.search.query({})).items;
  if (job === undefined) throw new Error('There is no open job to apply for.');
  const key = await session.api.applications.begin.mutate({ jobId: job.jobId });
  const [first = '', ...files] = chooseFiles(Number(values.uploads) + 1);
  // The first one waits for the reader's child to start: it is nobody's time.
  await measureOne(session, key, first);
  const times: number[] = [];
  for (const file of files) {
    times.push(await measureOne(session, key, file));
    console.error(`${Math.round(times.at(-1) ?? 0)} ms ${basename(file)}`);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.ceil(times.length * share) - 1] ?? 0);
  return { uploads: times.length, p50Ms: at(0.5), p95Ms: at(0.95) };
};

const withApplication = async <T>(work: () => Promise<T>): Promise<T> => {
  if (process.env['APP_URL'] !== undefined) return work();
  const localDir = mkdtempSync(join(tmpdir(), 'flexibees-bench-'));
  const stopping = new AbortController();
  process.on('SIGINT', () => stopping.abort());
  const application = await startApplication(
    { localDir, port: await freePort(), mode: 'serve', seed: true, signal: stopping.signal },
    (line) => console.error(line),
  );
  try {
    Object.assign(process.env, application.env);
    return await work();
  } finally {
    await application.stop();
    rmSync(localDir, { recursive: true, force: true });
  }
};

const result = await withApplication(measure);
console.log(values.json ? JSON.stringify(result) : result);
process.exit(0);
