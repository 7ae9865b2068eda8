import { workerContext } from '@/domain/kernel/consume';
import { drainOutbox } from '@/domain/kernel/outbox';
import { env } from '@/env';
import { seedDemo } from './seed/demo';
import { SeedUsageError, worldSize } from './seed/size';
import { seedWorld } from './seed/world';

/** Exit codes: 0 seeded, 1 it failed on the way, 2 the options are wrong and nothing was begun. */
try {
  const size = worldSize(process.argv.slice(2));
  if (env().DEPLOYMENT === 'production')
    throw new Error('Invented people do not belong into a production deployment.');
  if (size === null) await seedDemo(console.log);
  else {
    await seedWorld(size, console.log);
    await drainOutbox(workerContext('seed'));
    console.log('The rankings are being computed.');
  }
  process.exit(0);
} catch (error) {
  const refused = error instanceof SeedUsageError;
  console.error(refused ? error.message : error);
  process.exit(refused ? 2 : 1);
}
