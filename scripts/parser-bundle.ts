import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

/** Makes the reader's bundle when it is missing or older than what it is made from. */
export function freshParserBundle(): void {
  const built = statSync('dist-worker/parse.worker.mjs', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const stale = globSync('src/domain/{resumes,catalog,scoring}/**/*.ts').some(
    (file) => statSync(file).mtimeMs > built,
  );
  if (stale) execFileSync('npm', ['run', '-s', 'build:worker'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
