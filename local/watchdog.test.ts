import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { processIdentity } from './lock';
import { isAlive, spawnWatched, stopWatched, type WatchedOptions } from './watchdog';

const dir = mkdtempSync(join(tmpdir(), 'flexibees-watchdog-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const timeout = 10_000;
const lives = (pid: number): boolean => processIdentity(pid) !== undefined;
/** A program that writes its number and that of a child of its own. */
const program = (trap: string): string[] => ['-c', `${trap}; sleep 60 & echo $$ $!; wait`];
const start = (trap = 'true', options: Partial<WatchedOptions> = {}) => {
  const path = join(dir, `${Math.random()}.out`);
  const output = openSync(path, 'w');
  const child = spawnWatched('/bin/sh', program(trap), { signal: 'TERM', output, ...options });
  closeSync(output);
  const pids = (): number[] => (readFileSync(path, 'utf8').match(/\d+/g) ?? []).slice(0, 2).map(Number);
  return { child, pids };
};

test('ends a program and what it started', async () => {
  const { child, pids } = start();
  await expect.poll(pids, { timeout }).toHaveLength(2);
  expect(pids().map(lives)).toEqual([true, true]);
  await stopWatched(child);
  expect(isAlive(child)).toBe(false);
  await expect.poll(() => pids().map(lives), { timeout }).toEqual([false, false]);
});

test('ends a program that will not listen', async () => {
  const { child, pids } = start(`trap '' TERM`, { grace: 0.3 });
  await expect.poll(pids, { timeout }).toHaveLength(2);
  await stopWatched(child);
  await expect.poll(() => pids().map(lives), { timeout }).toEqual([false, false]);
});

test('passes on the exit code', async () => {
  const child = spawnWatched('/bin/sh', ['-c', 'exit 7'], { signal: 'TERM', output: 'inherit' });
  await once(child, 'exit');
  expect(child.exitCode).toBe(7);
});

test('a program does not outlive a launcher that is killed', async () => {
  const script = `import('./local/watchdog.ts').then(({ spawnWatched }) => {
    spawnWatched('/bin/sh', ${JSON.stringify(program('true'))}, { signal: 'TERM', grace: 5, output: 'inherit' });
  });`;
  const launcher = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void launcher.kill('SIGKILL'));
  const [line] = await once(launcher.stdout, 'data');
  const pids = String(line).trim().split(' ').map(Number);
  expect(pids.map(lives)).toEqual([true, true]);
  launcher.kill('SIGKILL');
  await expect.poll(() => pids.map(lives), { timeout }).toEqual([false, false]);
});
