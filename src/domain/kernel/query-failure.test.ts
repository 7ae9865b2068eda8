import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connect, DEADLINES, type Database, type Transaction } from '@/db/client';
import { organizations } from '@/db/schema';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { startBreakableLine, type BreakableLine } from '@/testing/outage';
import { createLogger } from '@/services/log';
import { startNeonProxy, type NeonProxy } from '../../../local/neon';
import { freePort } from '../../../local/ports';
import { DomainError } from './errors';
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

describe('Postgres itself', () => {
  it('ends a statement that takes too long, and a transaction that lies idle, and that is told as unavailable', async () => {
    const settings = await asWorker(testContext(test.db, WORKER), (tx) =>
      tx.execute<{ statement: string; idle: string }>(
        sql`select current_setting('statement_timeout') as statement,
          current_setting('idle_in_transaction_session_timeout') as idle`,
      ),
    );
    expect(settings.rows).toEqual([{ statement: '20s', idle: '1min' }]);
    const slow = asWorker(testContext(test.db, WORKER), async (tx) => {
      await tx.execute(sql`set local statement_timeout = '50ms'`);
      await tx.execute(sql`select pg_sleep(5)`);
    });
    await expect(slow).rejects.toMatchObject({ code: 'unavailable' });
    const after = await test.db.execute(sql`select current_setting('statement_timeout') as statement`);
    expect(after.rows).toEqual([{ statement: '0' }]);
  });
});

// Last in this file: Neon's driver has one proxy address for the whole process.
describe('a database that is away', () => {
  const CONNECTIONS = 2;
  let line: BreakableLine;
  let proxy: NeonProxy;
  let pool: { db: Database; close: () => Promise<void> };

  beforeAll(async () => {
    const { hostname, port } = new URL(inject('postgres').appUrl);
    line = await startBreakableLine({ host: hostname, port: Number(port) });
    const target = { host: '127.0.0.1', port: line.port };
    const proxyPort = await freePort();
    proxy = await startNeonProxy({ port: proxyPort, target });
    pool = connect({
      url: test.appUrl,
      wsProxy: `127.0.0.1:${proxyPort}/v1`,
      max: CONNECTIONS,
      deadlines: { ...DEADLINES, connectMs: 700, silenceMs: 700 },
    });
  });
  afterAll(async () => {
    await pool.close();
    await proxy.stop();
    await line.stop();
  });

  /** What became of a transaction: its code, 'answered', or 'no answer' when it is still open after five seconds. */
  const outcome = async (work: (tx: Transaction) => Promise<unknown>): Promise<string> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('no answer'), 5000);
    });
    const done = asWorker(testContext(pool.db, WORKER), work).then(
      () => 'answered',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );
    const first = await Promise.race([done, late]);
    clearTimeout(timer);
    return first;
  };
  const read = () => outcome((tx) => tx.execute(sql`select 1`));
  const times = <T>(count: number, start: () => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, start));

  it('is told as unavailable to whoever reads meanwhile, and reads go on when it is back, outage after outage', async () => {
    // More outages than connections: one that an outage used up would be missed in the end.
    for (let outage = 0; outage <= 2 * CONNECTIONS; outage += 1) {
      expect(await times(CONNECTIONS, read)).toEqual(['answered', 'answered']);
      const inTheMiddle = async (tx: Transaction) => {
        await tx.execute(sql`select 1`);
        line.cut();
        await tx.execute(sql`select 1`);
      };
      expect(await outcome(inTheMiddle)).toBe('unavailable');
      expect(await times(CONNECTIONS + 1, read)).toEqual(['unavailable', 'unavailable', 'unavailable']);
      line.heal();
      expect(await times(CONNECTIONS, read)).toEqual(['answered', 'answered']);
      // Idle connections are taken before anybody hears that they are dead.
      line.cut();
      expect(await times(CONNECTIONS, read)).toEqual(['unavailable', 'unavailable']);
      line.heal();
    }
  });

  it('is told as unavailable when it ends a connection itself', async () => {
    const ended = outcome(async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await test.db.execute(sql`select pg_terminate_backend(${rows[0]?.pid})`);
      await tx.execute(sql`select 1`);
    });
    expect(await ended).toBe('unavailable');
    expect(await times(CONNECTIONS, read)).toEqual(['answered', 'answered']);
  });

  it('is told as unavailable when it says nothing more, in the time of one statement, and its connections are not used again', async () => {
    const inTheMiddle = async (tx: Transaction) => {
      await tx.execute(sql`select 1`);
      line.hang();
      await tx.execute(sql`select 1`);
    };
    const started = performance.now();
    expect(await outcome(inTheMiddle)).toBe('unavailable');
    // Idle connections that went silent, then new ones that are never greeted.
    for (let round = 0; round < 3; round += 1)
      expect(await times(CONNECTIONS, read)).toEqual(['unavailable', 'unavailable']);
    expect(performance.now() - started).toBeLessThan(4 * 700 + 2_000);
    line.heal();
    expect(await times(2 * CONNECTIONS, read)).toEqual(['answered', 'answered', 'answered', 'answered']);
  });
});
