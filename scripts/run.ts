import { once } from 'node:events';
import { isAlive, spawnWatched, stopWatched } from '../local/watchdog';

export type Environment = Record<string, string | undefined>;

/** Seconds that a command may take to end when it is asked to. */
const GRACE = 10;

const running = new Set<ReturnType<typeof spawnWatched>>();

/**
 * Runs npm or a command of `node_modules/.bin` with our output, in such a way that it ends when we do.
 * @returns its exit code
 */
export async function runTool(tool: string, args: string[], env: Environment = {}): Promise<number> {
  const command = tool === 'npm' ? tool : `node_modules/.bin/${tool}`;
  const child = spawnWatched(command, args, {
    signal: 'TERM',
    grace: GRACE,
    output: 'inherit',
    env: { ...process.env, ...env },
  });
  running.add(child);
  await once(child, 'exit');
  running.delete(child);
  child.stdin?.end();
  return child.exitCode ?? 1;
}

/** @throws Error when the command fails */
export async function runOrFail(tool: string, args: string[], env: Environment = {}): Promise<void> {
  const code = await runTool(tool, args, env);
  if (code !== 0) throw new Error(`${[tool, ...args].join(' ')} failed (${code}).`);
}

/** Ends the commands that are still running. */
export async function stopTools(): Promise<void> {
  await Promise.all([...running].filter(isAlive).map(stopWatched));
}
