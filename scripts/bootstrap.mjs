// Runs on whatever Node the machine has (20 or newer) and needs nothing installed: it installs what the lock file names,
// then hands over to the TypeScript entry on the pinned Node.
//   node scripts/bootstrap.mjs start|dev|test [arguments]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const LOCK = join(ROOT, 'package-lock.json');
const INSTALLED = join(ROOT, 'node_modules', '.installed-lock');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');
const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs');
const ENTRIES = new Set(['start', 'dev', 'test']);
const PARENT_CHECK_MS = 500;

const begun = Date.now();
const [entry, ...args] = process.argv.slice(2);
if (!ENTRIES.has(entry)) {
  console.error(`Usage: node scripts/bootstrap.mjs ${[...ENTRIES].join('|')} [arguments]`);
  process.exit(2);
}
install();
run();

/** Installs when the lock file is not the one that was installed last. `npm ci` refuses locks that name other platforms. */
function install() {
  const lock = readFileSync(LOCK);
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === hash && existsSync(NODE)) return;
  console.log('Installing packages …');
  const npm = process.env.npm_execpath;
  const flags = ['install', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
  const [command, prefix] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, [...prefix, ...flags], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // npm may rewrite the lock file for this platform: the committed one stays as it is.
  if (!readFileSync(LOCK).equals(lock)) writeFileSync(LOCK, lock);
  if (status !== 0) process.exit(status ?? 1);
  if (!existsSync(NODE)) {
    console.error(
      'The pinned Node was not installed. npm must be allowed to run the install script of the package "node".',
    );
    process.exit(1);
  }
  writeFileSync(INSTALLED, hash);
}

function run() {
  const child = spawn(NODE, ['--import', TSX, join('scripts', `${entry}.ts`), ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      BOOTSTRAP_BEGUN: String(begun),
      PATH: [dirname(NODE), process.env.PATH].join(delimiter),
    },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm that is killed does not tell us; started by hand, we may well outlive the shell.
  const npm = process.env.npm_lifecycle_event ? callers() : '';
  if (npm) setInterval(() => callers() !== npm && child.kill('SIGTERM'), PARENT_CHECK_MS).unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Process numbers of npm and of the shell that it may have put between itself and us; Linux tells the shell's parent. */
function callers() {
  const parent = process.ppid;
  const shell = `/proc/${parent}`;
  if (!existsSync(shell) || !readFileSync(`${shell}/cmdline`, 'utf8').includes('bootstrap.mjs'))
    return `${parent}`;
  const [, grandparent] = readFileSync(`${shell}/stat`, 'utf8').split(') ').at(-1).split(' ');
  return `${parent} ${grandparent}`;
}
