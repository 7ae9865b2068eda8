import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '@/domain/candidates/commands';
import { authorize, authorizeCandidate, type Actor } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import { asApplicant, asCandidate, asMember, asPublic, asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { fullAnswers, profileOf } from '@/testing/people';
import { applications, candidacies, candidates, jobs, stageEvents } from './schema';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const person = async (name: string, member: MemberActor): Promise<{ actor: Actor; candidacyId: string }> => {
  const worker = testContext(test.db, WORKER);
  const at = worker.now();
  const [jobId, candidacyId] = [worker.newId(), worker.newId()];
  const candidateId = await asWorker(worker, async (tx) => {
    const id = await addPerson(worker, tx, {
      organizationId: null,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf(name, `${name}@example.com`, ['tally']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    });
    const { organizationId, userId } = member;
    await tx.insert(jobs).values({
      id: jobId,
      organizationId,
      title: `Job of ${name}`,
      draft: {},
      createdBy: userId,
      createdAt: at,
      updatedAt: at,
      stateSince: at,
    });
    await tx.insert(candidacies).values({
      id: candidacyId,
      organizationId,
      jobId,
      candidateId: id,
      source: 'applied',
      stageSince: at,
      createdAt: at,
    });
    await tx.insert(stageEvents).values({
      id: worker.newId(),
      organizationId,
      candidacyId,
      from: 'new',
      to: 'shortlisted',
      note: 'a note among colleagues',
      userId,
      at,
    });
    return id;
  });
  return { actor: { kind: 'candidate', candidateId }, candidacyId };
};

describe('a candidate', () => {
  it('sees the own person, jobs and stages only, and nothing of what the employer noted', async () => {
    const member = await createMember(test.db);
    const [asha, ben] = [await person('asha', member), await person('ben', member)];
    const ctx = testContext(test.db, asha.actor);
    const own = authorizeCandidate(asha.actor);
    const people = await asCandidate(ctx, own, (tx) => tx.select().from(candidates));
    expect(people.map(({ name }) => name)).toEqual(['asha']);
    const titles = await asCandidate(ctx, own, (tx) => tx.select({ title: jobs.title }).from(jobs));
    expect(titles).toEqual([{ title: 'Job of asha' }]);
    const stages = await asCandidate(ctx, own, (tx) => tx.select({ to: stageEvents.to }).from(stageEvents));
    expect(stages).toEqual([{ to: 'shortlisted' }]);
    for (const hidden of [sql`select note from stage_events`, sql`select draft from jobs`]) {
      await expect(asCandidate(ctx, own, (tx) => tx.execute(hidden))).rejects.toMatchObject({
        sqlState: '42501',
      });
    }
    const moved = await asCandidate(ctx, own, (tx) =>
      tx.update(candidacies).set({ stage: 'withdrawn' }).returning({ id: candidacies.id }),
    );
    expect(moved).toEqual([{ id: asha.candidacyId }]);
    const colleague = authorize(member, 'match:read');
    const kept = await asMember(testContext(test.db, member), colleague, (tx) =>
      tx.select().from(candidacies),
    );
    expect(kept.find(({ id }) => id === ben.candidacyId)?.stage).toBe('new');
  });

  it('writes audit rows in the own name only', async () => {
    const member = await createMember(test.db);
    const { actor } = await person('asha2', member);
    const ctx = testContext(test.db, actor);
    const entry = { organizationId: member.organizationId, action: 'x', entity: 'job', entityId: 'j' };
    await asCandidate(ctx, authorizeCandidate(actor), (tx) => audit(ctx, tx, entry));
    const forged = { ...ctx, actor: member };
    await expect(
      asCandidate(ctx, authorizeCandidate(actor), (tx) => audit(forged, tx, entry)),
    ).rejects.toMatchObject({ sqlState: 'P0001' });
  });
});

describe('an applicant', () => {
  it('reaches the one draft whose key was shown', async () => {
    const member = await createMember(test.db);
    const worker = testContext(test.db, WORKER);
    const jobId = worker.newId();
    const at = worker.now();
    await asWorker(worker, (tx) =>
      tx.insert(jobs).values({
        id: jobId,
        organizationId: member.organizationId,
        title: 'Open',
        draft: {},
        createdBy: member.userId,
        createdAt: at,
        updatedAt: at,
        stateSince: at,
      }),
    );
    const ctx = testContext(test.db, { kind: 'anonymous' });
    const ids = [worker.newId(), worker.newId()] as const;
    for (const id of ids) {
      await asApplicant(ctx, { applicationId: id }, (tx) =>
        tx
          .insert(applications)
          .values({ id, organizationId: member.organizationId, jobId, createdAt: at, updatedAt: at }),
      );
    }
    const seen = await asApplicant(ctx, { applicationId: ids[0] }, (tx) => tx.select().from(applications));
    expect(seen.map(({ id }) => id)).toEqual([ids[0]]);
    expect(await asPublic(ctx, (tx) => tx.select().from(applications))).toEqual([]);
    await expect(asPublic(ctx, (tx) => tx.select().from(jobs))).rejects.toMatchObject({ sqlState: '42501' });
  });
});
