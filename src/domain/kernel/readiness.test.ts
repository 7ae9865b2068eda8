import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { readiness } from './readiness';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const redisThat = (answer: Promise<string>) => ({ ping: () => answer });
const never = new Promise<never>(() => undefined);

it('is ready when database and Redis answer', async () => {
  expect(await readiness(redisThat(Promise.resolve('PONG')), 2000, database.db)).toEqual({
    ready: true,
    parts: { database: 'ok', redis: 'ok' },
  });
});

it('names the part that hangs', async () => {
  expect(await readiness(redisThat(never), 50, database.db)).toEqual({
    ready: false,
    parts: { database: 'ok', redis: 'failed' },
  });
});

it('names a database that is not there', async () => {
  const gone = connect({ url: 'postgres://nobody:x@127.0.0.1:1/none', max: 1 });
  expect(await readiness(redisThat(Promise.resolve('PONG')), 2000, gone.db)).toMatchObject({
    ready: false,
    parts: { database: 'failed' },
  });
  await gone.close();
});
