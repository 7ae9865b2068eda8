import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../local/ports';
import { startApplication } from '../scripts/application';
import { runOrFail } from '../scripts/run';
import { openSession, until } from '../scripts/seed/session';

/**
 * From publishing a job to its ranked shortlist being readable, through the served application, with a pool of people.
 * Prints, as the last line with `--json`, `{candidates, jobs, medianMs, maxMs}`.
 */
const { values } = parseArgs({
  options: {
    candidates: { type: 'string', default: '10000' },
    jobs: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
  },
});
const candidates = Number(values.candidates);
const count = Number(values.jobs);
const localDir = mkdtempSync(join(tmpdir(), 'flexibees-bench-'));
const stopping = new AbortController();
process.on('SIGINT', () => stopping.abort());

const application = await startApplication(
  { localDir, port: await freePort(), mode: 'serve', seed: true, signal: stopping.signal },
  (line) => console.error(line),
);
try {
  Object.assign(process.env, application.env);
  await runOrFail(
    'tsx',
    ['scripts/seed.ts', '--employers', '1', '--candidates', String(candidates)],
    application.env,
  );
  const { DEMO_USER } = await import('../scripts/seed/demo');
  const { api } = openSession();
  await api.accounts.signIn.mutate(DEMO_USER);
  const open = await api.jobs.list.query({ states: ['open'] });
  const times: number[] = [];
  for (const job of open.slice(0, count)) {
    const { jobId } = await api.jobs.duplicate.mutate({ jobId: job.id });
    const begun = performance.now();
    await api.jobs.publish.mutate({ jobId, revision: 1 });
    await until('the ranking', 60, async () => {
      const ranking = await api.pipeline.matches.query({ jobId, group: 'ranked' });
      return ranking.computing === null && ranking.rows.length > 0 ? true : null;
    });
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const result = {
    candidates,
    jobs: times.length,
    medianMs: Math.round(times[Math.floor(times.length / 2)] ?? 0),
    maxMs: Math.round(times.at(-1) ?? 0),
  };
  console.log(values.json ? JSON.stringify(result) : result);
} finally {
  await application.stop();
  rmSync(localDir, { recursive: true, force: true });
}
process.exit(0);
