import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

const BUNDLES = ['parse', 'score'].map((name) => `dist-worker/${name}.worker.mjs`);

/** Makes the bundles of the résumés' reader and of the scoring threads when one is missing or older than what it may be made from. */
export function freshWorkerBundles(): void {
  const built = Math.min(
    ...BUNDLES.map((bundle) => statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
  const stale = globSync('src/{db,domain}/**/*.ts').some((file) => statSync(file).mtimeMs > built);
  if (stale) execFileSync('npm', ['run', '-s', 'build:worker'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
