import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Claims a LOCAL_DIR for this process; two platforms on the same files would tear each other's data.
 * @returns gives the claim back
 * @throws Error naming the process that has it
 */
export function claimDirectory(localDir: string): () => void {
  mkdirSync(localDir, { recursive: true });
  const path = join(localDir, 'platform.lock');
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, identity(process.pid) ?? String(process.pid));
  try {
    const holder = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const [pid] = holder?.split(' ') ?? [];
    if (holder !== undefined && holder === identity(Number(pid)))
      throw new Error(
        `${localDir} is in use by process ${pid}. Stop it, or set PORT and LOCAL_DIR to run a second copy.`,
      );
    rmSync(path, { force: true });
    // Fails when another process was as quick as we were.
    linkSync(mine, path);
  } finally {
    rmSync(mine);
  }
  return () => rmSync(path, { force: true });
}

/** A process number may be used again after a crash; with its start time (from Linux's /proc) it is unmistakable. */
function identity(pid: number): string | undefined {
  const stat = `/proc/${pid}/stat`;
  if (existsSync(stat)) {
    const afterName = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return `${pid} ${afterName[19]}`;
  }
  try {
    process.kill(pid, 0);
    return `${pid} running`;
  } catch {
    return undefined;
  }
}
