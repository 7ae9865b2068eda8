import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Environment, runOrFail } from './run';

const DEFAULT_LOCAL_DIR = '.local';

/** What a build is made of; `config` too, since pages may read it while they are built. */
const SOURCES = ['config', 'emails', 'public', 'src'];
const FILES = ['next.config.mjs', 'package-lock.json', 'package.json', 'postcss.config.mjs', 'tsconfig.json'];

/** The build folder of a LOCAL_DIR: inside the project, as Next demands, and of its own, so that copies coexist. */
export function buildDirectory(localDir: string): string {
  const path = resolve(localDir);
  if (path === resolve(DEFAULT_LOCAL_DIR)) return '.next';
  return `.next-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}

/**
 * Builds the application into `NEXT_DIST_DIR`, unless the last build there was made of the same files and public settings.
 * @returns whether it had to
 */
export async function buildApplication(env: Environment): Promise<boolean> {
  const dir = env['NEXT_DIST_DIR'] ?? '.next';
  const marker = join(dir, 'built-from');
  const hash = hashSources(env);
  const built =
    existsSync(join(dir, 'BUILD_ID')) && existsSync(marker) && readFileSync(marker, 'utf8') === hash;
  if (built && existsSync('dist-worker')) return false;
  await runOrFail('npm', ['run', '-s', 'build:worker']);
  const restoreTsconfig = holdTsconfig();
  try {
    await runOrFail('next', ['build'], { ...env, NODE_ENV: 'production' });
  } finally {
    restoreTsconfig();
  }
  writeFileSync(marker, hash);
  return true;
}

/**
 * Next writes the types' folder of an unusual build folder into tsconfig.json.
 * @returns puts back what is there now
 */
export function holdTsconfig(): () => void {
  const before = readFileSync('tsconfig.json');
  return () => {
    if (!readFileSync('tsconfig.json').equals(before)) writeFileSync('tsconfig.json', before);
  };
}

function hashSources(env: Environment): string {
  const hash = createHash('sha256').update(process.version);
  const inlined = Object.entries(env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'));
  hash.update(JSON.stringify(inlined.toSorted(([one], [two]) => (one < two ? -1 : 1))));
  const listed = SOURCES.filter(existsSync).flatMap((dir) =>
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name)),
  );
  for (const path of [...FILES, ...listed.toSorted()])
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
