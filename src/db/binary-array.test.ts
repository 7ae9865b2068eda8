import { sql, type SQL } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { asWorker } from '@/domain/kernel/transaction';
import { binaryArray, byteas, instants, ints, texts, uuids } from './binary-array';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

/** What Postgres made of an array, element by element as text. */
const received = (array: SQL): Promise<string[]> =>
  asWorker(testContext(test.db, WORKER), async (tx) => {
    const { rows } = await tx.execute<{ got: string }>(sql`select unnest(${array})::text as got`);
    return rows.map(({ got }) => got);
  });

it('hands arrays of any length to Postgres as they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uuid()),
      fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      fc.array(fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !text.includes('\0'))),
      fc.array(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })),
      fc.array(fc.uint8Array()),
      async (ids, numbers, words, times, values) => {
        expect(await received(sql`${binaryArray('uuid', ids.length, [uuids(ids)])}::uuid[]`)).toEqual(ids);
        expect(await received(sql`${binaryArray('int4', numbers.length, [ints(numbers)])}::int[]`)).toEqual(
          numbers.map(String),
        );
        expect(await received(sql`${binaryArray('text', words.length, [texts(words)])}::text[]`)).toEqual(
          words,
        );
        const epochs = sql`array(select (extract(epoch from at) * 1000)::bigint
          from unnest(${binaryArray('timestamptz', times.length, [instants(times)])}::timestamptz[]) with ordinality as u (at, n) order by n)`;
        expect(await received(epochs)).toEqual(times.map((time) => String(time.getTime())));
        let end = 0;
        const joined = { bytes: Buffer.concat(values), ends: values.map(({ length }) => (end += length)) };
        const hex = values.map((value) => `\\x${Buffer.from(value).toString('hex')}`);
        expect(
          await received(sql`${binaryArray('bytea', values.length, [byteas(joined)])}::bytea[]`),
        ).toEqual(hex);
      },
    ),
    { numRuns: 15 },
  );
});

it('puts pieces together, takes ids in capitals, and refuses what is none', async () => {
  const [one, other] = ['01A21BC7-2571-738A-9F87-E19B52DEFB4B', '01A21BC7-2571-738A-9F87-E19B52DEFB4C'];
  const ids = [one, one, other, one];
  const pieces = [uuids(ids.slice(0, 2)), uuids([]), uuids(ids.slice(2))];
  const array = sql`${binaryArray('uuid', ids.length, pieces)}::uuid[]`;
  expect(await received(array)).toEqual(ids.map((id) => id.toLowerCase()));
  expect(() => uuids(['01a21bc7'])).toThrow(RangeError);
  expect(() => ints([2 ** 31])).toThrow(RangeError);
});
