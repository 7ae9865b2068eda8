import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { reachable, serverUser } from './binaries';

/** Kept on the root user's machine-wide state folder when LOCAL_DIR lies where the server's user may not go. */
const FALLBACK = '/var/lib/flexibees-local';

/**
 * Chooses where the cluster's files live: in `dir` itself, or, when the server's user cannot reach it (a checkout under
 * /root), in a folder of its own whose name is remembered in `<dir>.location`.
 * @param dir the wished data directory; its parent must exist
 * @returns the absolute data directory
 */
export function clusterDirectory(dir: string): string {
  const wished = resolve(dir);
  const parent = dirname(wished);
  if (reachable(parent)) return wished;
  const pointer = `${wished}.location`;
  if (!existsSync(pointer)) {
    mkdirSync(FALLBACK, { recursive: true, mode: 0o755 });
    const home = mkdtempSync(join(FALLBACK, `${basename(dirname(parent))}-`));
    chmodSync(home, 0o755);
    writeFileSync(pointer, join(home, basename(wished)));
  }
  return readFileSync(pointer, 'utf8').trim();
}

/**
 * Makes a cluster in `data` unless there is one. A half-made one (the process was killed) is thrown away.
 * @param password of the superuser `postgres`; sent in clear on loopback, since SCRAM costs ~100 ms a connection there
 * @throws Error with initdb's own words
 */
export async function ensureCluster(
  native: string,
  data: string,
  password: string,
  durable: boolean,
): Promise<void> {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const staging = `${data}.new`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), 'flexibees-initdb-'));
  const passwordFile = join(secret, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (serverUser)
    for (const path of [staging, secret, passwordFile]) chownSync(path, serverUser.uid, serverUser.gid);
  try {
    const access = ['-D', staging, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=password'];
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    await initdb(native, [...access, ...locale, ...(durable ? [] : ['--no-sync'])]);
  } finally {
    rmSync(secret, { recursive: true });
  }
  rmSync(data, { recursive: true, force: true });
  renameSync(staging, data);
}

async function initdb(native: string, args: string[]): Promise<void> {
  const child = spawn(join(native, 'bin', 'initdb'), args, {
    ...serverUser,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((done, failed) =>
    child.once('error', failed).once('close', done),
  );
  if (code !== 0) throw new Error(`initdb failed (${code}):\n${Buffer.concat(output).toString()}`);
}
