import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCanary } from './hostile/canary';
import { watchChildren } from './hostile/child-watch';
import { hostileCorpus } from './hostile/corpus';
import { readHostile, type Reading } from './hostile/run';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    out: { type: 'string' },
  },
});

const canary = await startCanary();
const files = hostileCorpus(canary.lure).filter(({ label }) => label.includes(values.only));
if (values.out !== undefined) {
  mkdirSync(values.out, { recursive: true });
  const listed = files.map(({ label, filename, make, ends }, index) => {
    const file = `${String(index + 1).padStart(3, '0')}.bin`;
    writeFileSync(join(values.out ?? '', file), make());
    return { file, label, filename, ends };
  });
  writeFileSync(join(values.out, 'files.json'), JSON.stringify(listed, null, 1));
  console.log(`${files.length} files are in ${values.out}.`);
  process.exit(0);
}

let faults = 0;
const fault = (error: unknown) => {
  faults += 1;
  console.error(error);
};
process.on('uncaughtException', fault);
process.on('unhandledRejection', fault);

const watch = watchChildren();
const readings: Reading[] = [];
for (const file of files) {
  const reading = await readHostile(file, watch, canary);
  readings.push(reading);
  if (values.json && reading.expected && reading.deaths.length === 0) continue;
  const { label, ending, seconds, peakMb, deaths, expected } = reading;
  console.log(
    `${expected ? ' ' : '!'} ${seconds.toFixed(2).padStart(6)} s ${peakMb.toFixed(0).padStart(4)} MB  ${ending.padEnd(16)} ${label} ${deaths.join(' ')}`,
  );
}
await watch.stop();
canary.close();

const most = (of: (reading: Reading) => number) => Math.max(0, ...readings.map(of));
const sum = (of: (reading: Reading) => number) => readings.reduce((total, reading) => total + of(reading), 0);
const result = {
  files: readings.length,
  crashes: faults + sum(({ deaths }) => deaths.length),
  maxRssMb: Math.ceil(most(({ peakMb }) => peakMb)),
  maxSeconds: Math.round(most(({ seconds }) => seconds) * 100) / 100,
  outboundSockets: sum(({ sockets }) => sockets),
  untyped: readings.filter(({ ending }) => ending === 'untyped').length,
};
const unexpected = readings.filter(({ expected }) => !expected).length;
if (unexpected > 0) console.log(`${unexpected} files ended otherwise than they should.`);
console.log(JSON.stringify(result));
const holds =
  unexpected === 0 &&
  result.crashes === 0 &&
  result.maxRssMb <= 256 &&
  result.maxSeconds <= 10 &&
  result.outboundSockets === 0 &&
  result.untyped === 0;
process.exit(holds ? 0 : 1);
