import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A platform that is being stopped may need a moment. */
const PATIENCE_MS = 10_000;

/**
 * Claims a LOCAL_DIR for this process; two platforms on the same files would tear each other's data.
 * @returns gives the claim back
 * @throws Error naming the process that has it, when that has not ended after ten seconds
 */
export async function claimDirectory(localDir: string, patienceMs = PATIENCE_MS): Promise<() => void> {
  mkdirSync(localDir, { recursive: true });
  const path = join(localDir, 'platform.lock');
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const holder = holderOf(path);
    if (holder === undefined) break;
    if (Date.now() >= deadline)
      throw new Error(
        `${localDir} is in use by process ${holder}. Stop it, or set PORT and LOCAL_DIR to run a second copy.`,
      );
    await wait(100);
  }
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, processIdentity(process.pid) ?? String(process.pid));
  rmSync(path, { force: true });
  try {
    // Fails when another process was as quick as we were.
    linkSync(mine, path);
  } finally {
    rmSync(mine);
  }
  return () => rmSync(path, { force: true });
}

/** The process that has the lock and still lives. */
function holderOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const claim = readFileSync(path, 'utf8');
  const [pid = ''] = claim.split(' ');
  return claim === processIdentity(Number(pid)) ? pid : undefined;
}

/**
 * A process number may be used again after a crash; with its start time (from Linux's /proc) it is unmistakable.
 * @returns undefined when the process has ended
 */
export function processIdentity(pid: number): string | undefined {
  const stat = `/proc/${pid}/stat`;
  if (existsSync(stat)) {
    // After the name: state first, start time twentieth. A zombie has ended; its parent only has not noticed.
    const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? undefined : `${pid} ${fields[19]}`;
  }
  try {
    process.kill(pid, 0);
    return `${pid} running`;
  } catch {
    return undefined;
  }
}
