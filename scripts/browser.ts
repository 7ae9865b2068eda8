import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const DEBIAN = '/usr/bin/chromium';
const SPARTICUZ = '@sparticuz/chromium';

/**
 * Finds a Chromium for the end-to-end tests, installing one when the machine has none: Debian's, else Playwright's own, else
 * the one that npm carries.
 * @returns its path; undefined when Playwright installed its own and knows where it is
 * @throws Error when none can be had
 */
export async function findBrowser(): Promise<string | undefined> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return given;
  if (existsSync(DEBIAN)) return DEBIAN;
  console.log('Installing a browser …');
  if (process.getuid?.() === 0) {
    const apt = (...args: string[]): boolean => succeeds('apt-get', [...args, '-y', '-q']);
    const install = (): boolean => apt('install', '--no-install-recommends', 'chromium');
    if ((install() || (apt('update') && install())) && existsSync(DEBIAN)) return DEBIAN;
  }
  if (succeeds('node_modules/.bin/playwright', ['install', '--with-deps', 'chromium'])) return undefined;
  return fromNpm();
}

/** Kept apart from node_modules, which the lock file alone decides. */
async function fromNpm(): Promise<string> {
  const dir = resolve('.local', 'browser');
  mkdirSync(dir, { recursive: true });
  if (!succeeds('npm', ['install', '--prefix', dir, '--no-save', '--no-fund', '--no-audit', SPARTICUZ]))
    throw new Error('No browser can be installed here. Install Chromium and set CHROMIUM_PATH.');
  const require = createRequire(join(dir, 'package.json'));
  const loaded: unknown = await import(pathToFileURL(require.resolve(SPARTICUZ)).href);
  return executablePath(loaded);
}

type Sparticuz = { default: { executablePath: () => Promise<string> } };

async function executablePath(loaded: unknown): Promise<string> {
  return (loaded as Sparticuz).default.executablePath();
}

const succeeds = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
