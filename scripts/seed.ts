import { env } from '@/env';
import { seedDemo } from './seed/demo';
import { SeedUsageError, worldSize } from './seed/size';
import { seedWorld } from './seed/world';

/** Exit codes: 0 seeded, 1 it failed on the way, 2 the options are wrong and nothing was begun. */
try {
  const size = worldSize(process.argv.slice(2));
  if (env().DEPLOYMENT === 'production')
    throw new Error('Invented people do not belong into a production deployment.');
  await (size === null ? seedDemo(console.log) : seedWorld(size, console.log));
  process.exit(0);
} catch (error) {
  const refused = error instanceof SeedUsageError;
  console.error(refused ? error.message : error);
  process.exit(refused ? 2 : 1);
}
