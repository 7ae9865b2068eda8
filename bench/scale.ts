import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { freePort } from '../local/ports';
import { startApplication } from '../scripts/application';
import { countBroken } from './scale/invariants';
import { forgetPeaks, peakRssMb } from './scale/memory';
import { workOffNight } from './scale/night';

/**
 * Nights of a large pool and its open jobs as production works them off: the clock strikes, QStash (its stand-in) delivers to one
 * address with several served applications behind it, and everything goes through the tables. The first night is not counted,
 * since it also makes a candidacy of each pair and tells everybody; what was lost or done twice is counted over both, by SQL.
 * Servers have the heap that V8 chooses on a machine of `--memory` MiB. With `--faults`, deliveries come twice, answers are lost, publishing fails. A world in `--dir` is kept, and found again.
 * Prints, as the last line with `--json`, `{messages, wallSeconds, pairsPerSecond, lost, duplicated, peakRssMb}`.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200000' },
    jobs: { type: 'string', default: '500' },
    instances: { type: 'string', default: '2' },
    memory: { type: 'string', default: '512' },
    faults: { type: 'boolean', default: false },
    port: { type: 'string' },
    dir: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const FAULTS = { seed: 7, duplicate: 0.5, dropAck: 0.4, reorder: 0.5, failPublish: 0.1, dropReply: 0.1 };
const say = (line: string): void => console.error(line);

const localDir = values.dir ?? mkdtempSync(join(tmpdir(), 'flexibees-bench-'));
const stopping = new AbortController();
process.on('SIGINT', () => stopping.abort());
const application = await startApplication(
  {
    localDir,
    port: values.port === undefined ? await freePort() : Number(values.port),
    mode: 'serve',
    instances: Number(values.instances),
    memoryMb: Number(values.memory),
    seed: false,
    distDir: '.next-bench',
    signal: stopping.signal,
  },
  say,
);
const owner = new pg.Pool({ connectionString: application.env['DATABASE_OWNER_URL'], max: 2 });
try {
  Object.assign(process.env, application.env);
  const { queueClient } = await import('@/services/queue');
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from candidates');
  if (rows[0]?.n === 0) {
    // The sweep would send what publishing asks for one by one: here nights rank all jobs together.
    await queueClient().schedules.pause({ schedule: 'sweep' });
    const { seedWorld } = await import('../scripts/seed/world');
    const size = { seed: 7, employers: 50, candidates: Number(values.people), jobs: Number(values.jobs) };
    const begun = performance.now();
    await seedWorld(size, say);
    await owner.query(`delete from outbox where topic = 'match-request'`);
    // Else the sweep would look meanwhile for who of them is one person.
    await owner.query('update candidates set compared_version_id = current_version_id');
    await owner.query('vacuum analyze');
    say(`The world took ${Math.round((performance.now() - begun) / 1000)} s.`);
    await queueClient().schedules.resume({ schedule: 'sweep' });
  }
  if (values.faults) {
    await fetch(`${application.env['QSTASH_URL']}/local/settings`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${application.env['QSTASH_TOKEN']}` },
      body: JSON.stringify({ faults: FAULTS }),
    });
  }
  const baseline = peakRssMb(application.pids()).now;
  const night = async (name: string) => {
    forgetPeaks(application.pids());
    const done = await workOffNight(owner);
    const { peak } = peakRssMb(application.pids());
    say(`${name}: ${done.seconds.toFixed(1)} s, a server from ${baseline} to ${peak} MB.`);
    console.error(
      done.byTopic
        .map((each) => `  ${each.topic} ${each.messages} (${each.deliveries} deliveries)`)
        .join('\n'),
    );
    return { ...done, peak };
  };
  const first = await night('First night');
  const { seconds, messages, pairs, peak } = await night('Second night');
  const figures = {
    messages,
    wallSeconds: Number(seconds.toFixed(1)),
    pairsPerSecond: Math.round(pairs / seconds),
    ...(await countBroken(owner, say)),
    peakRssMb: Math.max(first.peak, peak),
  };
  if (!values.json) console.table(figures);
  console.log(JSON.stringify(figures));
} finally {
  await owner.end();
  await application.stop();
  if (values.dir === undefined) rmSync(localDir, { recursive: true, force: true });
}
process.exit(0);
