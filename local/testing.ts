import type { TestProject } from 'vitest/node';
import { migrate } from '../scripts/migrate';
import { freshWorkerBundles } from '../scripts/worker-bundles';
import { withDatabase } from './database';
import { startTestPostgres, type TestPostgres } from './postgres/throwaway';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

/**
 * Vitest's global set-up: the bundles that other threads and processes run, and one throw-away server for the whole run, migrated once
 * into the template database.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  freshWorkerBundles();
  const { stop, ...postgres } = await startTestPostgres();
  await migrate(withDatabase(postgres.ownerUrl, postgres.template));
  provide('postgres', postgres);
  return stop;
}
