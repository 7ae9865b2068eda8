import { workerContext } from '@/domain/kernel/consume';
import { drainOutbox } from '@/domain/kernel/outbox';
import { releaseWeights } from '@/domain/matching/commands/publish-weights';

/** Part of a deployment, after the migrations: puts the weights of this release in use, once, and sends what follows from it. */
const ctx = workerContext('release');
const published = await releaseWeights(ctx);
await drainOutbox(ctx);
console.log(published ? 'The weights of this release are in use.' : 'The weights are as they were.');
process.exit(0);
