import { expect, it } from 'vitest';
import { authorize } from '@/domain/kernel/actor';
import { testContext } from '@/testing/context';
import { createTestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { readPastedAd } from './read-ad';

it('counts days from today where the reader is', async () => {
  const test = await createTestDatabase();
  const member = await createMember(test.db);
  // Past midnight in India already.
  const ctx = testContext(test.db, member, { now: () => new Date('2026-11-27T20:00:00.000Z') });
  const startIn = (timeZone: string) =>
    readPastedAd(ctx, authorize(member, 'job:write'), { text: 'Accountant\nJoin immediately', timeZone })
      .answers.latest_start;
  expect(['Asia/Kolkata', 'Europe/London', 'Nowhere/At all'].map(startIn)).toEqual([
    '2026-11-28',
    '2026-11-27',
    '2026-11-27',
  ]);
  await test.close();
});
