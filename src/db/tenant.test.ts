import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorize } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import { enqueue } from '@/domain/kernel/outbox';
import { asMember, asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { jobs, memberships, outbox, users } from './schema';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const draftFor = (actor: { organizationId: string; userId: string }, id: string, at: Date) => ({
  id,
  organizationId: actor.organizationId,
  title: 'Accountant',
  draft: {},
  createdBy: actor.userId,
  createdAt: at,
  updatedAt: at,
  stateSince: at,
});

describe('tenancy', () => {
  it('shows a member only the rows of its own organisation and refuses to write another one', async () => {
    const [own, other] = [await createMember(test.db), await createMember(test.db)];
    const ctx = testContext(test.db, own);
    const grant = authorize(own, 'job:write');
    const otherCtx = testContext(test.db, other);
    await asMember(otherCtx, authorize(other, 'job:write'), (tx) =>
      tx.insert(jobs).values(draftFor(other, otherCtx.newId(), otherCtx.now())),
    );
    await asMember(ctx, grant, (tx) => tx.insert(jobs).values(draftFor(own, ctx.newId(), ctx.now())));

    const seen = await asMember(ctx, grant, (tx) => tx.select().from(jobs));
    expect(seen.map((job) => job.organizationId)).toEqual([own.organizationId]);
    const changed = await asMember(ctx, grant, (tx) =>
      tx.update(jobs).set({ title: 'x' }).where(eq(jobs.organizationId, other.organizationId)).returning(),
    );
    expect(changed).toEqual([]);
    const foreign = asMember(ctx, grant, (tx) =>
      tx.insert(jobs).values(draftFor(other, ctx.newId(), ctx.now())),
    );
    await expect(foreign).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('gives the login role nothing before it takes a role, and leaks no setting through the pool', async () => {
    const own = await createMember(test.db);
    const ctx = testContext(test.db, own);
    await asMember(ctx, authorize(own, 'job:read'), (tx) => tx.select().from(memberships));
    for (let i = 0; i < 8; i += 1) {
      await expect(test.db.select().from(users)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('permission denied') },
      });
    }
  });

  it('chains the audit log per organisation and lets nobody rewrite it', async () => {
    const own = await createMember(test.db);
    const ctx = testContext(test.db, own);
    const grant = authorize(own, 'job:write');
    for (const action of ['job.created', 'job.published']) {
      await asMember(ctx, grant, (tx) =>
        audit(ctx, tx, { organizationId: own.organizationId, action, entity: 'job', entityId: 'j' }),
      );
    }
    const { rows } = await test.owner.query(
      'select sequence::int, previous_hash, hash from audit_log where organization_id = $1 order by sequence',
      [own.organizationId],
    );
    expect(rows.map((row) => row.sequence)).toEqual([1, 2]);
    expect(rows[1].previous_hash).toBe(rows[0].hash);
    await expect(
      asWorker(testContext(test.db, WORKER), (tx) => tx.execute(sql`update audit_log set action = 'x'`)),
    ).rejects.toMatchObject({ sqlState: '42501' });
    const other = await createMember(test.db);
    await expect(
      asMember(ctx, grant, (tx) =>
        audit(ctx, tx, { organizationId: other.organizationId, action: 'x', entity: 'job', entityId: 'j' }),
      ),
    ).rejects.toMatchObject({ sqlState: 'P0001' });
  });
});

describe('outbox', () => {
  it('keeps one message per idempotency key and none of a rolled-back transaction', async () => {
    const own = await createMember(test.db);
    const ctx = testContext(test.db, own);
    const grant = authorize(own, 'job:write');
    const jobId = ctx.newId();
    for (let i = 0; i < 2; i += 1) {
      await asMember(ctx, grant, (tx) =>
        enqueue(
          ctx,
          tx,
          'match-request',
          { requestId: jobId, jobId, trigger: 'job' },
          { idempotencyKey: `match:${jobId}` },
        ),
      );
    }
    await expect(
      asMember(ctx, grant, async (tx) => {
        await enqueue(ctx, tx, 'match-request', { requestId: ctx.newId(), jobId, trigger: 'job' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    const rows = await asWorker(testContext(test.db, WORKER), (tx) => tx.select().from(outbox));
    expect(rows.map((row) => row.payload)).toEqual([{ requestId: jobId, jobId, trigger: 'job' }]);
  });
});
