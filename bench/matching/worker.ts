import { parentPort, workerData } from 'node:worker_threads';
import type { Columns } from '@/domain/scoring/columns/layout';
import { passMemory } from '@/domain/scoring/columns/memory';
import { bestPeople } from '@/domain/scoring/columns/pass';
import type { JobFacts } from '@/domain/scoring/schema';
import { compileAll, TOP } from './world';

/** One of several threads that share the columns: scores its part of the jobs each time it is told to. */
const { columns, jobs } = workerData as { columns: Columns; jobs: JobFacts[] };
let compiled = compileAll(jobs);

parentPort?.on('message', () => {
  const memory = passMemory(columns);
  for (const [n, job] of compiled.entries()) bestPeople(job, columns, memory, { jobId: `job-${n}`, n: TOP });
  parentPort?.postMessage('done', []);
  compiled = compileAll(jobs);
  parentPort?.postMessage('ready', []);
});
parentPort?.postMessage('ready', []);
