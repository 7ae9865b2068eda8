import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../local/ports';
import { processesOf } from '../local/processes';

const timeout = 30_000;

/** `npm start` on a new copy, from where the pinned Node takes over, up to its first line: the platform is coming up. */
const begin = async (): Promise<{ launcher: ChildProcess; localDir: string }> => {
  const localDir = mkdtempSync(join(tmpdir(), 'flexibees-start-'));
  chmodSync(localDir, 0o755);
  const launcher = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: { ...process.env, LOCAL_DIR: localDir, PORT: String(await freePort()), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  onTestFinished(() => {
    launcher.kill('SIGKILL');
    rmSync(localDir, { recursive: true, force: true });
  });
  const lines = createInterface({ input: launcher.stdout! });
  const [line] = await once(lines, 'line');
  expect(line).toContain('local platform');
  // The database server is up, or the making of its files is.
  await expect.poll(() => processesOf(localDir).length, { timeout }).toBeGreaterThan(1);
  return { launcher, localDir };
};

test.each<[string, (launcher: ChildProcess) => void, number | null]>([
  ['Ctrl-C', (launcher) => launcher.kill('SIGINT'), 0],
  ['the death of npm', (launcher) => launcher.disconnect(), 0],
  ['kill -9', (launcher) => launcher.kill('SIGKILL'), null],
])('%s ends all that the start has begun', { timeout: 60_000 }, async (_name, end, code) => {
  const { launcher, localDir } = await begin();
  const exited = once(launcher, 'exit');
  end(launcher);
  expect((await exited)[0]).toBe(code);
  await expect.poll(() => processesOf(localDir), { timeout }).toEqual([]);
});
