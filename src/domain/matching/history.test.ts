import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchResults, scoreHistory } from '@/db/schema';
import { addPerson, saveAnswers } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import type { JobAnswers } from '@/domain/jobs/schema';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember, asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { consumeMatchChunk } from './consumer';
import { keepReplaced, MOST_ROWS_A_PAIR } from './history';
import { consumeCandidateChanged } from './patch';
import { consumeMatchRequest } from './runs';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let ctx: Context;
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
  member = await createMember(test.db);
  ctx = testContext(test.db, member);
});
afterAll(() => test.close());

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
};
const person = (name: string, skills: string[]) =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf(name, `${worker.newId()}@people.example`, skills),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
const publish = async (answers: JobAnswers, job?: { jobId: string; revision: number }) => {
  const write = authorize(member, 'job:write');
  const { jobId } = job ?? (await createJob(ctx, write, { title: 'Accountant', role: null }));
  const { revision } = await saveDraft(ctx, write, { jobId, revision: job?.revision ?? 1, answers });
  await publishJob(ctx, write, { jobId, revision });
  await deliverAll(worker, consumers);
  return { jobId, revision };
};
const historyOf = (jobId: string) =>
  asMember(ctx, authorize(member, 'match:read'), (tx) =>
    tx.select().from(scoreHistory).where(eq(scoreHistory.jobId, jobId)).orderBy(asc(scoreHistory.until)),
  );
const listed = (jobId: string) =>
  asWorker(worker, (tx) => tx.select().from(matchResults).where(eq(matchResults.jobId, jobId)));

interface Plan {
  'Relation Name'?: string;
  'Actual Loops': number;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}
/** How many rows of the history a plan looked at. */
const historyRows = (plan: Plan): number =>
  (plan['Relation Name'] === 'score_history'
    ? plan['Actual Loops'] * (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0))
    : 0) + (plan.Plans ?? []).reduce((sum, inner) => sum + historyRows(inner), 0);

describe('the history of a pair', () => {
  it('keeps how the pair stood whenever its score changes, in another run or within one, and nothing else', async () => {
    const asha = await person('Asha Rao', ['tally', 'gst']);
    const bina = await person('Bina Das', ['tally']);
    const first = await publish(accountantJob);
    const [before] = (await listed(first.jobId)).filter(({ candidateId }) => candidateId === bina);
    expect(await historyOf(first.jobId)).toEqual([]);

    // The same again moves nobody.
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId: first.jobId, trigger: 'manual' });
    await deliverAll(worker, consumers);
    expect(await historyOf(first.jobId)).toEqual([]);

    // A skill less moves whoever lacked it.
    const fewer = { ...accountantJob, must_have_skills: (accountantJob.must_have_skills ?? []).slice(0, 1) };
    await publish(fewer, first);
    const moved = await historyOf(first.jobId);
    expect(moved.map(({ candidateId }) => candidateId)).toEqual([bina]);
    expect(moved[0]).toMatchObject({
      expected: before!.expected,
      position: 2,
      group: before!.group,
      patch: 0,
    });
    expect(moved[0]!.factors).toEqual(before!.factors);

    await saveAnswers(ctx, authorize(member, 'candidate:write'), {
      candidateId: asha,
      answers: { ...fullAnswers, hours: { min: 2, max: 4 } },
    });
    await deliverAll(worker, consumers);
    expect((await historyOf(first.jobId)).map(({ candidateId }) => candidateId)).toEqual([bina, asha]);

    // An hour more than the job asks is a new version of the facts with the same score.
    const rowOf = async (candidateId: string) =>
      (await listed(first.jobId))
        .filter((row) => row.candidateId === candidateId)
        .toSorted((a, b) => (a.runId < b.runId ? -1 : 1))
        .at(-1);
    const stood = await rowOf(bina);
    await saveAnswers(ctx, authorize(member, 'candidate:write'), {
      candidateId: bina,
      answers: { ...fullAnswers, hours: { min: 10, max: 45 } },
    });
    await deliverAll(worker, consumers);
    const stands = await rowOf(bina);
    expect(stands!.expected).toBe(stood!.expected);
    expect(stands!.candidateVersionId).not.toBe(stood!.candidateVersionId);
    expect(await historyOf(first.jobId)).toHaveLength(2);
  });

  it('tells the place that somebody had before they were scored anew, as the ranking did, even among equals', async () => {
    for (const name of ['Dev Rao', 'Esha Rao', 'Farid Rao']) await person(name, ['tally', 'gst']);
    await clearOutbox(worker);
    const { jobId } = await publish(accountantJob);
    const order = (await listed(jobId)).toSorted(
      (a, b) =>
        b.expected - a.expected || a.tieBreak - b.tieBreak || (a.candidateId < b.candidateId ? -1 : 1),
    );
    expect(new Set(order.map(({ expected }) => expected)).size).toBeLessThan(order.length);
    // From the last one up: whoever is scored lower changes no place above.
    for (const { candidateId } of order.toReversed()) {
      await saveAnswers(ctx, authorize(member, 'candidate:write'), {
        candidateId,
        answers: { ...fullAnswers, hours: { min: 1, max: 2 } },
      });
      await consumeCandidateChanged(worker, { candidateId });
    }
    const places = new Map((await historyOf(jobId)).map((row) => [row.candidateId, row.position]));
    expect(order.map(({ candidateId }) => places.get(candidateId))).toEqual(order.map((_, at) => at + 1));
  });

  it('forgets the oldest of a pair that moves very often, and nothing of others', async () => {
    const often = await person('Gita Sen', ['tally']);
    const seldom = await person('Hari Sen', ['tally']);
    const { jobId } = await publish(accountantJob);
    const moved = async (candidateId: string, times: number) => {
      const { organizationId } = member;
      await test.owner.query(
        `insert into score_history (organization_id, job_id, candidate_id, run_id, patch, candidate_version_id, match_group,
           expected, low, high, position, factors, scored_at, until)
         select $1, $2, $3, gen_random_uuid(), 0, candidate_version_id, match_group, n, low, high, 1, factors, scored_at,
           $4::timestamptz - n * interval '1 day'
         from generate_series(1, $5) n, match_results where candidate_id = $3
           and run_id = (select current_run_id from jobs where id = $2)`,
        [organizationId, jobId, candidateId, worker.now(), times],
      );
    };
    await moved(often, MOST_ROWS_A_PAIR + 2);
    await moved(seldom, 2);
    await saveAnswers(ctx, authorize(member, 'candidate:write'), {
      candidateId: often,
      answers: { ...fullAnswers, hours: { min: 1, max: 2 } },
    });
    await consumeCandidateChanged(worker, { candidateId: often });
    const rows = await historyOf(jobId);
    const kept = rows.filter(({ candidateId }) => candidateId === often).toReversed();
    expect(kept).toHaveLength(MOST_ROWS_A_PAIR);
    expect(kept[0]!.until).toEqual(worker.now());
    expect(kept.slice(1).map(({ expected }) => expected)).toEqual(
      Array.from({ length: MOST_ROWS_A_PAIR - 1 }, (_, n) => n + 1),
    );
    expect(rows.filter(({ candidateId }) => candidateId === seldom)).toHaveLength(2);
  });

  it('is looked up for those who moved, however many there are of others', async () => {
    const [jobCount, peopleCount, times] = [60, 200, 2];
    const ids = () => Array.from({ length: jobCount }, () => worker.newId());
    const [runIds, before, jobIds] = [ids(), ids(), ids()];
    const told = [member.organizationId, runIds, before, jobIds, peopleCount];
    const pairs = `unnest($2::uuid[], $3::uuid[], $4::uuid[]) as j (run, before, job), generate_series(1, $5) n,
      md5(n::text || 'person') person`;
    const rankings = (rows: string) =>
      test.owner.query(
        `insert into match_results (organization_id, run_id, job_id, candidate_id, candidate_version_id, match_group, expected, low,
           high, coverage, band, tie_break, scored_at, factors, gates)
         select $1, r.id, j.job, person::uuid, person::uuid, 'ranked', case when n = 1 then r.score else 5000 end, 0,
           10000, 1, 'good', n, now(), '', ''
         from ${pairs}, lateral (values ${rows}) as r (id, score)`,
        told,
      );
    // One person of each ranking moved.
    await rankings('(j.run, 6000), (j.before, 7000)');
    await test.owner.query(
      `insert into score_history (organization_id, job_id, candidate_id, run_id, patch, candidate_version_id, match_group,
         expected, low, high, position, factors, scored_at, until)
       select $1, j.job, person::uuid, md5(before::text || time)::uuid, 0, person::uuid, 'ranked', 1, 0, 2, 1, '', now(), now()
       from ${pairs}, generate_series(1, ${times}) time where j.run is not null`,
      told,
    );
    await test.owner.query('analyze match_results, score_history');
    // Written since, and so taken for more rows of the rankings that were there.
    await rankings('(md5(j.run::text)::uuid, 6000), (md5(j.before::text)::uuid, 6000)');
    const looked = await asWorker(worker, async (tx) => {
      let rows = 0;
      const watched = Object.assign(Object.create(tx) as typeof tx, {
        async execute(query: SQL) {
          const plans = await tx.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
            sql`explain (analyze, format json) ${query}`,
          );
          rows += plans.rows.reduce((sum, row) => sum + historyRows(row['QUERY PLAN'][0].Plan), 0);
        },
      });
      await keepReplaced(
        worker,
        watched,
        runIds.map((runId, n) => ({ runId, before: before[n]! })),
      );
      return rows;
    });
    expect(looked).toBe(jobCount * times);
  });

  it('is the organisation’s own', async () => {
    const stranger = await createMember(test.db);
    const seen = await asMember(testContext(test.db, stranger), authorize(stranger, 'match:read'), (tx) =>
      tx.select().from(scoreHistory),
    );
    expect(seen).toEqual([]);
  });
});
