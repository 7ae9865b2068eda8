import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { maskCode } from '@/domain/candidates/mask-code';
import { loadCatalog } from '@/domain/catalog/load';
import { encodeLabPeople } from '@/domain/scoring/lab-people';
import { labValues } from '@/domain/scoring/lab-values';
import { withWeight, COUNTED_FACTORS } from '@/domain/scoring/weights';
import { DEFAULT_BANDS, FACTORS, type WeightSet } from '@/domain/scoring/schema';
import { findBrowser } from '../scripts/browser';
import { AS_OF, makePeopleAndJobs } from './matching/world';

/**
 * The weight lab's own worker in a real browser: the time from asking for a job's people until they are ranked, and of drag steps,
 * each from telling the worker new weights until its answer is back on the page. Prints, as the last line with `--json`,
 * `{people, bytes, loadMs, stepMs, p95StepMs}`; `stepMs` is the median.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    steps: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
});

const { people, jobs } = makePeopleAndJobs(Number(values.people), 1);
const [job] = jobs;
if (job === undefined) throw new Error('The world has no job.');
const { taxonomy, weightSets } = loadCatalog();
const { set } = weightSets.current;
const body = encodeLabPeople(
  labValues({
    jobId: 'job-0',
    job,
    taxonomy,
    asOf: AS_OF,
    inUse: set,
    draft: set,
    bands: DEFAULT_BANDS,
    people: people.map(({ id, facts }) => ({ candidateId: id, code: maskCode(id), facts })),
    total: people.length,
  }),
);
const bundle = await build({
  entryPoints: ['src/app/admin/weights/lab/lab.worker.ts'],
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
});

const weightsOf = (factors: WeightSet['factors']) =>
  Object.fromEntries(FACTORS.map((factor) => [factor, factors[factor].weight]));
/** A hand that drags one slider after another to and fro. */
const steps = Array.from({ length: Number(values.steps) }, (_, step) => {
  const factor = COUNTED_FACTORS[Math.floor(step / 25) % COUNTED_FACTORS.length] ?? 'hours';
  return weightsOf(withWeight(set.factors, factor, step % 25));
});

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  if (path === '/people') response.end(body);
  else if (path === '/worker.js') {
    response.setHeader('content-type', 'text/javascript');
    response.end(bundle.outputFiles[0]?.text);
  } else {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Lab</title>');
  }
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const executablePath = await findBrowser();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const page = await browser.newPage();
// The loader of this script names functions by a helper that the page does not have.
await page.addInitScript('globalThis.__name = (named) => named');
await page.goto(url);
const measured = await page.evaluate(
  async ({ inUse, dragged }) => {
    const worker = new Worker('/worker.js');
    const answerOf = (request: unknown, transfer: Transferable[] = []) =>
      new Promise<unknown>((answered) => {
        worker.addEventListener('message', (event) => answered(event.data), { once: true });
        worker.postMessage(request, transfer);
      });
    const begun = performance.now();
    const buffer = await (await fetch('/people')).arrayBuffer();
    await answerOf({ kind: 'people', buffer, inUse }, [buffer]);
    await answerOf({ kind: 'weights', weights: inUse, by: 'draft' });
    const loadMs = performance.now() - begun;
    const stepMs: number[] = [];
    for (const weights of dragged) {
      const from = performance.now();
      await answerOf({ kind: 'weights', weights, by: 'draft' });
      stepMs.push(performance.now() - from);
    }
    return { loadMs, stepMs };
  },
  { inUse: weightsOf(set.factors), dragged: steps },
);
await browser.close();
server.close();

const sorted = measured.stepMs.toSorted((a, b) => a - b);
const at = (share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const round = (milliseconds: number): number => Number(milliseconds.toFixed(1));
const figures = {
  people: people.length,
  bytes: body.length,
  loadMs: round(measured.loadMs),
  stepMs: round(at(0.5)),
  p95StepMs: round(at(0.95)),
};
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
process.exit(0);
