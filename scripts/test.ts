import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { portFrom } from '../local/ports';
import { startApplication } from './application';
import { findBrowser } from './browser';
import { runTool, stopTools } from './run';
import { addCounts, type Counts, readPlaywright, readVitest } from './test-report';

const STEPS = ['check', 'unit', 'e2e'] as const;
type Step = (typeof STEPS)[number];

/** What a step came to; `ok` is false also when a tool fails without a failing test. */
type Result = { step: Step; ok: boolean; counts: Counts; seconds: number };

/** Far from the default port; kept, when free, so that an unchanged application need not be built again. */
const E2E_PORT = 13_900;

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const chosen = STEPS.filter((step) => values.only?.includes(step) ?? true);
if (chosen.length === 0 || values.only?.some((name) => !STEPS.some((step) => step === name)))
  throw new Error(`--only takes ${STEPS.join(', ')}.`);

const stopping = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
  process.on(event, () => {
    stopping.abort();
    void stopTools();
  });

const dir = mkdtempSync(join(tmpdir(), 'flexibees-npm-test-'));
chmodSync(dir, 0o755);
const none: Counts = { passed: 0, failed: 0 };

const steps: Record<Step, () => Promise<{ ok: boolean; counts: Counts }>> = {
  check: async () => ({ ok: (await runTool('npm', ['run', '-s', 'check'])) === 0, counts: none }),
  unit: async () => {
    const report = join(dir, 'vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await runTool('vitest', ['run', ...reporters]);
    return { ok: code === 0, counts: read(report, readVitest) };
  },
  e2e: async () => {
    const browser = await findBrowser();
    const port = await portFrom(E2E_PORT, new Set());
    const localDir = join(dir, 'local');
    const distDir = `.next-test-${port}`;
    const { signal } = stopping;
    const application = await startApplication(
      { localDir, port, mode: 'serve', seed: false, distDir, signal },
      (line) => console.log(line),
    );
    try {
      const report = join(dir, 'playwright.json');
      const env = { ...application.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM_PATH: browser };
      const code = await runTool('playwright', ['test', '--reporter=list,json'], env);
      if (code !== 0 && application.log !== undefined) keepLog(application.log);
      return { ok: code === 0, counts: read(report, readPlaywright) };
    } finally {
      await application.stop();
    }
  },
};

/** A tool that died before it wrote its report counts as one failure. */
function read(path: string, reader: (report: unknown) => Counts): Counts {
  return existsSync(path) ? reader(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 1 };
}

/** The temporary folder goes away; what the application said during a failure is worth keeping. */
function keepLog(log: string): void {
  mkdirSync('test-results', { recursive: true });
  copyFileSync(log, join('test-results', 'application.log'));
}

async function runStep(step: Step): Promise<Result> {
  console.log(`\n── ${step} ──`);
  const start = Date.now();
  const result = await steps[step]().catch((error: unknown) => {
    console.error(error);
    return { ok: false, counts: { passed: 0, failed: 1 } };
  });
  return { step, ...result, seconds: Math.round((Date.now() - start) / 1000) };
}

const results: Result[] = [];
for (const step of chosen) if (!stopping.signal.aborted) results.push(await runStep(step));
rmSync(dir, { recursive: true, force: true });

console.log('\nRan:');
for (const { step, ok, counts, seconds } of results)
  console.log(
    `  ${step.padEnd(6)} ${ok ? 'ok    ' : 'FAILED'} ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`,
  );
const { passed, failed } = results.map(({ counts }) => counts).reduce(addCounts, none);
console.log(`${passed} passed, ${failed} failed`);
process.exit(!stopping.signal.aborted && results.every(({ ok }) => ok) && failed === 0 ? 0 : 1);
