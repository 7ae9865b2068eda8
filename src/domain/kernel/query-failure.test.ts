import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organizations } from '@/db/schema';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createLogger } from '@/services/log';
import { asWorker } from './transaction';

let test: TestDatabase;
const CANARY = 'canary@people.example';

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const failing = (query: ReturnType<typeof sql>): Promise<unknown> =>
  asWorker(testContext(test.db, WORKER), (tx) => tx.execute(query)).catch((error: unknown) => error);

const logged = (error: unknown): string => {
  let text = '';
  createLogger({ write: (line: string) => void (text += line) }).error('failed', { error });
  return text;
};

describe('a query that Postgres refuses', () => {
  it('keeps the state and the statement, and no value, in its words, its stack and its log line', async () => {
    const error = await failing(sql`select ${CANARY}::uuid`);
    expect(error).toMatchObject({ name: 'QueryError', sqlState: '22P02' });
    const { message, stack = '' } = error as Error;
    expect(message).toBe('Postgres 22P02 (string_to_uuid): select $1::uuid');
    expect(stack).toContain('query-failure.test');
    expect(`${message}${stack}${JSON.stringify(error)}${logged(error)}`).not.toContain(CANARY);
  });

  it('is a conflict when another took the same unique key first', async () => {
    const id = testContext(test.db, WORKER).newId();
    const insert = () =>
      asWorker(testContext(test.db, WORKER), (tx) =>
        tx.insert(organizations).values({ id, name: CANARY, timeZone: 'UTC', createdAt: new Date(0) }),
      );
    await insert();
    const error = await insert().catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code: 'conflict' });
    expect(logged(error)).not.toContain(CANARY);
  });

  it('leaves every other error as it is', async () => {
    const bug = new TypeError('a bug');
    const thrown = asWorker(testContext(test.db, WORKER), () => Promise.reject(bug));
    await expect(thrown).rejects.toBe(bug);
  });
});
