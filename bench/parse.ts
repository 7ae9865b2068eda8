import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseIsolated } from '@/domain/resumes/adapter';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const [directory = 'demo/resumes'] = positionals;
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
