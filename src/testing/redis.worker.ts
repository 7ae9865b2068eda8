import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../local/ports';
import { startRedis } from '../../local/redis/server';

/** Redis's stand-in as a process of its own, which a test may kill or stop. Its token comes first; its address leaves by a message. */
const port = await freePort();
const redis = await startRedis({
  dir: join(tmpdir(), `flexibees-redis-${port}`),
  port,
  restPort: await freePort(),
  token: process.argv[2] ?? '',
  embedded: true,
});
process.on('disconnect', () => process.exit(0));
process.send?.(redis.url);
