import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform } from '../local/start';
import { freePort } from '../local/ports';
import { migrate } from './migrate';
import { freshWorkerBundles } from './worker-bundles';

/**
 * The generated access matrix: every procedure and route × every kind of caller, against what each declares, and every
 * table's row security. Prints what differs; with `--json` the last line is one JSON object. Exits 1 on any difference.
 */
freshWorkerBundles();
const localDir = mkdtempSync(join(tmpdir(), 'flexibees-access-'));
const platform = await startPlatform({ localDir, port: await freePort() });
Object.assign(process.env, platform.env, { LOG_LEVEL: 'silent' });
let differs = true;
try {
  await migrate(platform.env.DATABASE_OWNER_URL ?? '');
  // Imported only now: what it imports reads the environment set above.
  const { accessMatrix } = await import('./access/matrix');
  const result = await accessMatrix(platform.env.DATABASE_OWNER_URL ?? '');
  for (const line of result.differences) console.error(line);
  const { cells, asDeclared, undeclared, rlsMissing } = result;
  differs = cells !== asDeclared || undeclared > 0 || rlsMissing > 0;
  const summary = { cells, asDeclared, undeclared, rlsMissing };
  console.log(process.argv.includes('--json') ? JSON.stringify(summary) : summary);
} finally {
  await platform.stop();
  rmSync(localDir, { recursive: true, force: true });
}
process.exit(differs ? 1 : 0);
