import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidacies, matchResults, matchRuns, receipts } from '@/db/schema';
import { addPerson } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize, type Actor } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { moveCandidacy, undoMove } from '@/domain/pipeline/commands';
import { openMatch } from '@/domain/pipeline/queries/match';
import { listMatches } from '@/domain/pipeline/queries/ranking';
import { wholePoints } from '@/domain/scoring/points';
import { receiptSchema } from '@/domain/scoring/receipt';
import { DEFAULT_BANDS, type BandCuts } from '@/domain/scoring/schema';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll } from '@/testing/queue';
import { consumeMatchBatch, startBatch } from './batches';
import { decidedScores } from './bands';
import { publishBands } from './commands/publish-bands';
import { consumeMatchChunk } from './consumer';
import { consumeMatchPart } from './parts';
import { bandsOverview } from './queries/bands';
import { consumeMatchRequest } from './runs';
import { LEAST_DECISIONS } from './schema/bands';

let test: TestDatabase;
let worker: Context;
let admin: Context;
let member: MemberActor;
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
  member = await createMember(test.db);
  const actor: Actor = { kind: 'admin', userId: member.userId };
  admin = testContext(test.db, actor);
});
afterAll(() => test.close());

const publish = async (): Promise<string> => {
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, grant, { jobId, revision });
  await deliverAll(worker, { 'match-request': consumeMatchRequest, 'match-chunk': consumeMatchChunk });
  await clearOutbox(worker);
  return jobId;
};
const newestRun = async (jobId: string) => {
  const [run] = await asWorker(worker, (tx) =>
    tx.select().from(matchRuns).where(eq(matchRuns.jobId, jobId)).orderBy(desc(matchRuns.createdAt)).limit(1),
  );
  return run!;
};

/** A hundred kept decisions of opened people for each of four scores, of which so many were for the shortlist; no others count. */
const keepDecisions = async (jobId: string): Promise<void> => {
  const run = await newestRun(jobId);
  const at = worker.now().toISOString();
  await asWorker(worker, async (tx) => {
    await tx.update(candidacies).set({ openedAt: null });
    await tx.execute(sql`
      with people as (
        insert into candidates select (jsonb_populate_record(c, jsonb_build_object(
          'id', gen_random_uuid(), 'email', null, 'phone', null, 'code', 'D' || i))).*
        from candidates c, generate_series(1, 400) i where c.id = (select id from candidates limit 1) returning id
      ), decided as (
        select id, (row_number() over () - 1) / 4 as nth, (row_number() over () - 1) % 4 + 1 as kind from people
      ), pairs as (
        insert into candidacies
          (id, organization_id, job_id, candidate_id, source, stage_since, opened_at, created_at)
        select id, ${member.organizationId}, ${jobId}, id, 'imported', ${at}, ${at}, ${at} from decided
      ), moves as (
        insert into stage_events (id, organization_id, candidacy_id, from_stage, to_stage, user_id, at)
        select gen_random_uuid(), ${member.organizationId}, id, 'new',
          (case when nth < (array[10, 30, 60, 90])[kind] then 'shortlisted' else 'rejected' end)::stage,
          ${member.userId}, ${at} from decided
      )
      insert into receipts (id, organization_id, job_id, candidate_id, run_id, content, created_at)
      select gen_random_uuid(), ${member.organizationId}, ${jobId}, id, ${run.id},
        json_build_object('expected', (array[3000, 5000, 6500, 9000])[kind])::text, ${at} from decided`);
  });
};

describe('bands from decisions', () => {
  it('wait for three hundred decisions of people who were opened, and then only an admin changes them', async () => {
    const candidateIds = await asWorker(worker, async (tx) => {
      const ids: string[] = [];
      for (let index = 0; index < 3; index += 1) {
        ids.push(
          await addPerson(worker, tx, {
            organizationId: member.organizationId,
            lawfulBasis: 'consent',
            poolConsentAt: null,
            profile: profileOf(
              `Person ${index}`,
              `${worker.newId()}@people.example`,
              ['tally', 'gst'].slice(index),
            ),
            answers: fullAnswers,
            resumeId: null,
            parserVersion: null,
          }),
        );
      }
      return ids;
    });
    const jobId = await publish();
    const ctx = testContext(test.db, member);
    const grant = authorize(member, 'candidacy:decide');
    const decide = (candidateId: string, to: 'shortlisted' | 'rejected') =>
      moveCandidacy(ctx, grant, {
        jobId,
        candidateId,
        to,
        reason: to === 'rejected' ? 'other' : null,
        note: null,
      });
    const [one, two, three] = candidateIds as [string, string, string];
    for (const candidateId of [one, two]) {
      await openMatch(ctx, authorize(member, 'match:read'), { jobId, candidateId });
    }
    await decide(one, 'shortlisted');
    const { eventId } = await decide(two, 'shortlisted');
    await undoMove(ctx, grant, { eventId });
    await decide(two, 'rejected');
    // Decided on without being opened: says nothing of the person.
    await decide(three, 'rejected');
    const scores = new Map(
      (
        await asWorker(worker, (tx) => tx.select().from(matchResults).where(eq(matchResults.jobId, jobId)))
      ).map(({ candidateId, expected }) => [candidateId, expected]),
    );
    const decided = await asWorker(worker, decidedScores);
    expect(decided.toSorted((a, b) => b.score - a.score)).toEqual([
      { score: scores.get(one), shortlisted: true },
      { score: scores.get(two), shortlisted: false },
    ]);
    const overview = await bandsOverview(admin);
    expect(overview).toMatchObject({
      decisions: 2,
      missing: LEAST_DECISIONS - 2,
      curve: [],
      calibrated: null,
    });
    const { hash } = overview.defaults;
    const refused = publishBands(admin, { kind: 'calibrated', hash, expected: 0, reason: 'too early' });
    await expect(refused).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are kept by the runs that begin afterwards and by their receipts; earlier ones keep theirs', async () => {
    const before = await publish();
    await keepDecisions(before);
    const overview = await bandsOverview(admin);
    expect(overview.missing).toBe(0);
    expect(overview.calibrated?.points).toEqual({ partial: 50, good: 65, strong: 90 });
    const { hash } = overview.calibrated!;
    const input = { kind: 'calibrated' as const, hash, expected: 0, reason: 'four hundred decisions' };
    await expect(publishBands(admin, { ...input, hash: 'f'.repeat(64) })).rejects.toMatchObject({
      code: 'conflict',
    });
    const both = await Promise.allSettled([publishBands(admin, input), publishBands(admin, input)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const after = await publish();
    expect((await newestRun(before)).bands).toBeNull();
    expect((await newestRun(after)).bands).toEqual({ partial: 4_950, good: 6_450, strong: 8_950 });
    const batchId = await asWorker(worker, (tx) =>
      startBatch(worker, tx, { trigger: 'nightly', timeZone: 'Asia/Kolkata', day: '2026-11-10' }),
    );
    await consumeMatchBatch(worker, { batchId: batchId! });
    await consumeMatchPart(worker, { batchId: batchId!, group: 0, shard: 0 });
    expect(await newestRun(before)).toMatchObject({
      batchId,
      state: 'succeeded',
      bands: { partial: 4_950, good: 6_450, strong: 8_950 },
    });
    const rows = await asWorker(worker, (tx) =>
      tx
        .select()
        .from(matchResults)
        .where(eq(matchResults.jobId, after))
        .orderBy(desc(matchResults.expected)),
    );
    const bandBy = ({ strong, good, partial }: BandCuts, score: number): string =>
      score >= strong ? 'strong' : score >= good ? 'good' : score >= partial ? 'partial' : 'limited';
    const cuts = { partial: 4_950, good: 6_450, strong: 8_950 };
    expect(rows.map(({ band }) => band)).toEqual(rows.map(({ expected }) => bandBy(cuts, expected)));
    expect(rows.some(({ band, expected }) => band !== bandBy(DEFAULT_BANDS, expected))).toBe(true);
    const [top] = rows;
    const opened = await openMatch(testContext(test.db, member), authorize(member, 'match:read'), {
      jobId: after,
      candidateId: top!.candidateId,
    });
    expect(opened.score.bands).toEqual({ partial: 4_950, good: 6_450, strong: 8_950 });
    // Nothing begins at 60 any more: who has 59.6 is shown with 60, and found from there.
    await test.owner.query(
      'update match_results set expected = 5960 where job_id = $1 and candidate_id = $2',
      [after, top!.candidateId],
    );
    const listed = await listMatches(testContext(test.db, member), authorize(member, 'match:read'), {
      jobId: after,
      group: top!.group,
      bands: [],
      minimumScore: 60,
      stage: 'all',
    });
    const found = listed.rows.find(({ candidateId }) => candidateId === top!.candidateId);
    expect(found?.score.bands).toEqual(cuts);
    expect(wholePoints(5_960, found?.score.bands)).toBe(60);
    const [kept] = await asWorker(worker, (tx) =>
      tx.select().from(receipts).where(eq(receipts.jobId, after)),
    );
    expect(receiptSchema.parse(JSON.parse(kept!.content)).bands).toEqual(opened.score.bands);
    const back = await publishBands(admin, {
      kind: 'default',
      hash: overview.defaults.hash,
      expected: 1,
      reason: 'back to what was',
    });
    expect(back.number).toBe(2);
    expect((await newestRun(await publish())).bands).toBeNull();
  });
});
