import { parseArgs } from 'node:util';
import { rebuildFeatures } from '@/domain/candidates/commands/rebuild-features';
import { workerContext } from '@/domain/kernel/consume';

/**
 * Rebuilds the rows that the engine reads (`candidate_features`) from the versions they name: those of an old or no packed format,
 * with `--all` everybody's. Each chunk is one transaction; `--after ID` goes on where another run ended. Exit codes: 0 done, 2 the
 * options are wrong.
 */
const USAGE = 'npm run -s features:rebuild -- [--all] [--after CANDIDATE_ID] [--chunk 500]';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const refuse = (why: string): never => {
  console.error(`${why}\n\n${USAGE}`);
  process.exit(2);
};
const readOptions = () => {
  try {
    return parseArgs({
      options: {
        all: { type: 'boolean', default: false },
        after: { type: 'string' },
        chunk: { type: 'string', default: '500' },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
};

const { all, after, chunk } = readOptions();
const limit = Number(chunk);
if (!Number.isInteger(limit) || limit < 1 || limit > 5000) refuse('--chunk is a number from 1 to 5000.');
if (after !== undefined && !UUID.test(after)) refuse('--after is the id of a candidate.');
const ctx = workerContext('features-rebuild');
let lastId = after ?? null;
let total = 0;
for (;;) {
  const chunkDone = await rebuildFeatures(ctx, { afterId: lastId, all, limit });
  if (chunkDone.lastId === null) break;
  lastId = chunkDone.lastId;
  total += chunkDone.rebuilt;
  console.log(`${total} rebuilt, up to ${lastId}`);
}
console.log(`Done: ${total} rows rebuilt.`);
process.exit(0);
