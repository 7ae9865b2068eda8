/**
 * Time: npm run -s bench:parse [FOLDER] [--rounds N]. Accuracy and time: npm run -s bench:parse -- --json [--dev FOLDER]
 * [--misses]. `--dev` takes a folder with files/ and truth/; the corpus of our own is drawn into .local-corpus/.
 * `--misses` tells file by file what was missed, of the unseen half never.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseIsolated } from '@/domain/resumes/adapter';
import { drawCorpus } from './corpus/generate';
import { findBrowser } from '../scripts/browser';
import { freshWorkerBundles } from '../scripts/worker-bundles';
import { demoSet, folderSet, judge, type Judged } from './corpus/sets';

const CORPUS = '.local-corpus';

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    dev: { type: 'string' },
    misses: { type: 'boolean', default: false },
    seed: { type: 'string', default: 'corpus' },
  },
  allowPositionals: true,
});

async function accuracy(): Promise<void> {
  const drawn = await drawCorpus(CORPUS, values.seed, findBrowser);
  console.error(drawn ? `Drew the corpus into ${CORPUS}.` : `The corpus in ${CORPUS} is as it should be.`);
  // The first document waits for the child to start: it is nobody's time.
  await parseIsolated(Buffer.from('Warm-up'), { filename: 'warm-up.txt', asOf: '2026-09' });
  const sets: [name: string, set: Judged[]][] = [
    ...(values.dev === undefined ? [] : [['dev', folderSet(values.dev)] as [string, Judged[]]]),
    ['ownSeen', [...folderSet(join(CORPUS, 'seen')), ...demoSet()]],
    ['ownUnseen', folderSet(join(CORPUS, 'unseen'))],
  ];
  const out: Record<string, unknown> = { bench: 'parse' };
  for (const [name, set] of sets) {
    const { results, misses } = await judge(set);
    out[name] = results;
    if (values.misses && name !== 'ownUnseen')
      for (const { file, miss } of misses) console.log(`${name}\t${file}\t${miss}`);
  }
  console.log(JSON.stringify(out));
}

async function speed(directory: string): Promise<void> {
  const files = readdirSync(directory).filter((name) => /\.(?:pdf|docx|txt)$/i.test(name));
  const documents = files.map((filename) => ({ filename, bytes: readFileSync(join(directory, filename)) }));
  const times: number[] = [];
  const failures: Record<string, string> = {};
  const started = performance.now();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const { filename, bytes } of documents) {
      const from = performance.now();
      const outcome = await parseIsolated(bytes, { filename, asOf: '2026-09' });
      times.push(performance.now() - from);
      if (!outcome.ok) failures[filename] = outcome.reason;
    }
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  console.log(
    JSON.stringify(
      {
        bench: 'parse',
        directory,
        documents: documents.length,
        rounds: Number(values.rounds),
        medianMs: at(0.5),
        p95Ms: at(0.95),
        slowestMs: at(0.9999),
        documentsPerSecond: Math.round((times.length * 10_000) / (performance.now() - started)) / 10,
        failures,
      },
      null,
      1,
    ),
  );
}

freshWorkerBundles();
await (values.json ? accuracy() : speed(positionals[0] ?? 'demo/resumes'));
