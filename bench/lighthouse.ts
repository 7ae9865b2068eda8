import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { freePort } from '../local/ports';
import { startApplication } from '../scripts/application';
import { findBrowser } from '../scripts/browser';

/**
 * Lighthouse, as a phone on a slow network (its own defaults), on the public board and on the first job it lists; the
 * median of each category over some runs. Starts the application with its demo employer, or measures the one at `--url`.
 * Prints, as the last line with `--json`, `{pages: [{url, performance, accessibility, bestPractices, seo}], minimum}`.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    runs: { type: 'string', default: '5' },
    details: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const CATEGORIES = {
  performance: 'performance',
  accessibility: 'accessibility',
  bestPractices: 'best-practices',
  seo: 'seo',
} as const;
type Scores = Record<keyof typeof CATEGORIES, number>;
const NAMES = Object.keys(CATEGORIES) as (keyof Scores)[];

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** One run: scores of 100. With `--details`, what costs points goes to stderr. */
const measure = async (url: string, port: number): Promise<Scores> => {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: Object.values(CATEGORIES),
  });
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}.`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  if (values.details) {
    for (const { id, score, displayValue } of Object.values(lhr.audits))
      if (score !== null && score < 1) console.error(`  ${score} ${id} ${displayValue ?? ''}`);
  }
  // A busy machine costs performance: this tells how fast it was during the run.
  console.error(`benchmark index ${lhr.environment.benchmarkIndex}`);
  const scoreOf = (name: keyof Scores): number =>
    Math.round((lhr.categories[CATEGORIES[name]]?.score ?? 0) * 100);
  return {
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    bestPractices: scoreOf('bestPractices'),
    seo: scoreOf('seo'),
  };
};

const firstJob = async (base: string): Promise<string> => {
  const page = await (await fetch(`${base}/jobs`)).text();
  const path = /href="(\/jobs\/[a-z0-9-]+-[0-9a-f]{12})"/.exec(page)?.[1];
  if (path === undefined) throw new Error('The board lists no job to measure.');
  return `${base}${path}`;
};

const measureAll = async (base: string): Promise<({ url: string } & Scores)[]> => {
  const port = await freePort();
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu'],
  });
  try {
    const pages = [];
    for (const url of [`${base}/jobs`, await firstJob(base)]) {
      // The first visit compiles nothing and fills caches of the server, as any visitor before did.
      await fetch(url);
      const runs: Scores[] = [];
      for (let run = 0; run < Number(values.runs); run++) {
        const scores = await measure(url, port);
        console.error(`${url} ${NAMES.map((name) => `${name} ${scores[name]}`).join(', ')}`);
        runs.push(scores);
      }
      const [performance, accessibility, bestPractices, seo] = NAMES.map((name) =>
        median(runs.map((scores) => scores[name])),
      ) as [number, number, number, number];
      pages.push({ url, performance, accessibility, bestPractices, seo });
    }
    return pages;
  } finally {
    await browser.close();
  }
};

const withApplication = async <T>(work: (base: string) => Promise<T>): Promise<T> => {
  if (values.url !== undefined) return work(values.url.replace(/\/$/, ''));
  const localDir = mkdtempSync(join(tmpdir(), 'flexibees-bench-'));
  const stopping = new AbortController();
  process.on('SIGINT', () => stopping.abort());
  const application = await startApplication(
    { localDir, port: await freePort(), mode: 'serve', seed: true, signal: stopping.signal },
    (line) => console.error(line),
  );
  try {
    return await work(application.env['APP_URL'] ?? '');
  } finally {
    await application.stop();
    rmSync(localDir, { recursive: true, force: true });
  }
};

const pages = await withApplication(measureAll);
const minimum = Math.min(...pages.flatMap((page) => NAMES.map((name) => page[name])));
const result = { pages, minimum };
console.log(values.json ? JSON.stringify(result) : result);
process.exit(0);
