import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { candidacies, candidateFeatures, jobs, jobVersions, matchResults } from '@/db/schema';
import { addPerson, answerScreening } from '@/domain/candidates/commands';
import { loadCatalog } from '@/domain/catalog/load';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { jobFacts } from '@/domain/jobs/facts';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { compileJob } from '@/domain/scoring/compile';
import { rank } from '@/domain/scoring/rank';
import { scorePair } from '@/domain/scoring/score';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { deliverAll } from '@/testing/queue';
import { consumeMatchChunk } from './consumer';
import { consumeMatchRequest } from './runs';
import { KEEP_PER_GROUP } from './schema';

let test: TestDatabase;
let worker: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());

const SKILLS = ['tally', 'gst', 'excel', 'audit', 'sap'];
const POOL = KEEP_PER_GROUP + 60;

/** People as different as a few numbers make them; every eleventh has answered nothing. */
const personOf = (n: number) => ({
  lawfulBasis: 'consent' as const,
  profile: profileOf(
    `Person ${n}`,
    `p${n}@people.example`,
    SKILLS.filter((_, i) => (n >> i) % 2 === 1),
  ),
  answers:
    n % 11 === 0
      ? {}
      : {
          ...fullAnswers,
          hours: { min: 5 + (n % 7), max: 12 + (n % 13) },
          least_pay: { amountMinor: 30_000 + 500 * n, currency: 'INR', per: 'hour' as const },
        },
  resumeId: null,
  parserVersion: null,
});

it('lists whom the exact scorer lists, with the same scores: pool, own people, applicants and answers', async () => {
  const member = await createMember(test.db);
  const other = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const add = (n: number, organizationId: string | null, pooled: boolean) =>
    asWorker(worker, (tx) =>
      addPerson(worker, tx, {
        ...personOf(n),
        organizationId,
        poolConsentAt: pooled ? worker.now() : null,
      }),
    );
  const pool: string[] = [];
  for (let n = 0; n < POOL; n++) pool.push(await add(n, null, true));
  const own = [await add(0, member.organizationId, false), await add(31, member.organizationId, true)];
  const foreign = await add(31, other.organizationId, false);
  const applicant = await add(1, other.organizationId, false);

  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const answers = {
    ...accountantJob,
    screening: [{ id: 'closed-books', text: 'Closed books?', kind: 'yes_no', wanted: 'yes' } as const],
  };
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers });
  await publishJob(ctx, grant, { jobId, revision });
  // The best of all withdrew; somebody of the pool and an own person answered the job's question; some rows are not packed.
  const withdrawn = pool[31]!;
  const told = new Map([
    [pool[30]!, 'yes'],
    [pool[62]!, 'no'],
    [own[1]!, 'yes'],
    [applicant, 'yes'],
  ]);
  await asWorker(worker, async (tx) => {
    const candidacy = (candidateId: string, source: 'applied' | 'matched', stage: 'new' | 'withdrawn') => ({
      id: worker.newId(),
      organizationId: member.organizationId,
      jobId,
      candidateId,
      source,
      stage,
      stageSince: worker.now(),
      createdAt: worker.now(),
    });
    await tx
      .insert(candidacies)
      .values([candidacy(applicant, 'applied', 'new'), candidacy(withdrawn, 'matched', 'withdrawn')]);
    for (const [candidateId, answer] of told) {
      const { organizationId } = member;
      await answerScreening(worker, tx, {
        organizationId,
        jobId,
        candidateId,
        questionId: 'closed-books',
        answer,
        provenance: 'answered',
      });
    }
    const unpacked = [pool[3]!, own[0]!];
    await tx
      .update(candidateFeatures)
      .set({ packed: sql`case when candidate_id = ${pool[3]} then null else '\\x0909'::bytea end` })
      .where(inArray(candidateFeatures.candidateId, unpacked));
  });
  await deliverAll(worker, { 'match-request': consumeMatchRequest, 'match-chunk': consumeMatchChunk });

  const { rows, expected } = await asWorker(worker, async (tx) => {
    const [job] = await tx.select().from(jobs).where(eq(jobs.id, jobId));
    const [version] = await tx.select().from(jobVersions).where(eq(jobVersions.id, job!.currentVersionId!));
    const { roles, taxonomy, weightSets } = loadCatalog();
    const asOf = worker.now().toISOString().slice(0, 10);
    const compiled = compileJob(jobFacts(version!.snapshot, roles), weightSets.current.set, taxonomy, asOf);
    const people = await tx.select().from(candidateFeatures);
    const scores = people
      .filter(({ candidateId }) => candidateId !== foreign && candidateId !== withdrawn)
      .map(({ candidateId, facts }) => {
        const answer = told.get(candidateId);
        const screening: Record<string, 'yes' | 'no'> =
          answer === undefined ? {} : { 'closed-books': answer as 'yes' | 'no' };
        return { candidateId, score: scorePair(compiled, { ...facts, screening }) };
      });
    const always = new Set([...own, applicant]);
    return {
      expected: rank(scores, jobId, KEEP_PER_GROUP, always),
      rows: await tx.select().from(matchResults).where(eq(matchResults.runId, job!.currentRunId!)),
    };
  });
  const byId = <T extends { candidateId: string }>(list: T[]): T[] =>
    list.toSorted((a, b) => (a.candidateId < b.candidateId ? -1 : 1));
  const shown = byId(rows).map(
    ({ candidateId, group, expected, low, high, coverage, band, factors, gates }) => ({
      candidateId,
      score: { expected, low, high, coverage, band, group, factors, gates },
    }),
  );
  expect(shown).toEqual(byId(expected).map(({ candidateId, score }) => ({ candidateId, score })));
  expect(rows.length).toBeLessThan(POOL);
});
