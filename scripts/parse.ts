import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parseIsolated } from '@/domain/resumes/adapter';
import { toSummary, type ResumeSummary } from '@/domain/resumes/parse/summary';
import { MAX_BYTES } from '@/domain/resumes/parse/kind';
import { freshWorkerBundles } from './worker-bundles';

type Answer = ResumeSummary | { file: string; error: string };

async function read(path: string, asOf: string): Promise<Answer> {
  const file = basename(path);
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) return { file, error: 'too_large' };
    const outcome = await parseIsolated(await readFile(path), { filename: file, asOf });
    return outcome.ok ? toSummary(file, outcome.resume) : { file, error: outcome.reason };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return { file, error: 'no_such_file' };
    return { file, error: error instanceof Error ? error.message : 'unreadable' };
  }
}

const USAGE = `npm run -s parse -- FILE… [--as-of YYYY-MM]

Reads résumés and prints a JSON array, one object a file; of one that cannot be read {file, error}.
Exit codes: 0 every file is answered, those that cannot be read too, which are named on standard error; 2 the options are wrong`;

/** Ends the command: nothing was read. */
const refuse = (why: string): never => {
  console.error(`${why}\n\n${USAGE}`);
  process.exit(2);
};
const readOptions = () => {
  try {
    return parseArgs({ options: { 'as-of': { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
};
const { values, positionals } = readOptions();
const asOf = values['as-of'] ?? new Date().toISOString().slice(0, 7);
if (positionals.length === 0) refuse('Name a file to read.');
if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(asOf)) refuse(`--as-of takes a month, such as 2026-11, not “${asOf}”.`);
freshWorkerBundles();

// A few files are handed over at once; the reader works through them one by one in each child.
const answers: Answer[] = Array.from({ length: positionals.length });
const queue = positionals.entries();
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (const [index, path] of queue) answers[index] = await read(path, asOf);
  }),
);
console.log(JSON.stringify(answers, null, 1));
for (const answer of answers) {
  if ('error' in answer) console.error(`${answer.file}: ${answer.error}`);
}
