import { parseArgs } from 'node:util';
import { env } from '@/env';
import { seedDemo } from './seed/demo';
import { seedWorld } from './seed/world';

const { values } = parseArgs({
  options: {
    employers: { type: 'string' },
    candidates: { type: 'string' },
    jobs: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

if (env().DEPLOYMENT === 'production')
  throw new Error('Invented people do not belong into a production deployment.');

const { employers, candidates, jobs, seed } = values;
if (employers === undefined && candidates === undefined && jobs === undefined) {
  await seedDemo(console.log);
} else {
  const size = {
    seed: Number(seed),
    employers: Number(employers ?? 1),
    candidates: Number(candidates ?? 0),
    jobs: Number(jobs ?? 0),
  };
  await seedWorld(size, console.log);
}
process.exit(0);
