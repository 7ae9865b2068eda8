import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPerson, saveAnswers } from '@/domain/candidates/commands';
import { publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize, authorizeCandidate } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember, asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { forgetRankings, rankingsOf } from '@/domain/matching/kept-rankings';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { cache } from '@/services/cache';
import { redis } from '@/services/redis';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { listedPerson, publishedJob } from '@/testing/listed';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { deliverAll } from '@/testing/queue';
import { freePort } from '../../../local/ports';
import { startRedis, type RedisServer } from '../../../local/redis/server';
import { moveCandidacy, undoMove } from './commands';
import { mergePeople } from './commands/merge-people';
import { undoMerge } from './commands/undo-merge';
import { withdraw } from './commands/withdraw';
import { listMatches } from './queries/ranking';

const TOKEN = 'a token of tests';
let dir: string;
let server: RedisServer;
let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let ctx: Context;
let jobId: string;
let meera: string;
let bina: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'redis-'));
  server = await startRedis({ dir, port: await freePort(), restPort: await freePort(), token: TOKEN });
  stubEnvironment({ UPSTASH_REDIS_REST_URL: server.url, UPSTASH_REDIS_REST_TOKEN: TOKEN });
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(async () => {
  await test.close();
  await server.stop();
  await rm(dir, { recursive: true });
});

const deliver = () =>
  deliverAll(worker, {
    'match-request': consumeMatchRequest,
    'match-chunk': consumeMatchChunk,
    'candidate-changed': consumeCandidateChanged,
  });
const person = (name: string, organizationId: string | null) =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: organizationId === null ? worker.now() : null,
      profile: profileOf(name, `${worker.newId()}@people.example`, ['tally']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
const listed = (who = member, stage: 'open' | 'rejected' = 'open') =>
  listMatches(testContext(test.db, who), authorize(who, 'match:read'), {
    jobId,
    group: 'ranked',
    bands: [],
    minimumScore: 0,
    stage,
  });
const rowOf = async (candidateId: string) =>
  (await listed()).rows.find((row) => row.candidateId === candidateId);
const move = (candidateId: string, to: 'shortlisted' | 'rejected') =>
  moveCandidacy(ctx, authorize(member, 'candidacy:decide'), {
    jobId,
    candidateId,
    to,
    reason: to === 'rejected' ? 'other' : null,
    note: null,
  });
/** Reads until a page comes from Redis: a busy machine may have let the first ones go by. */
const kept = () =>
  expect
    .poll(
      async () => {
        const before = cache().counts().hits;
        await listed();
        return cache().counts().hits - before;
      },
      { timeout: 15_000 },
    )
    .toBe(1);
/** Whether the job's pages went with the change; a call that failed is counted, and they go with their time. */
const goesWith = async (change: () => Promise<unknown>) => {
  await kept();
  const lost = () => cache().counts().failures + cache().counts().skipped;
  const before = lost();
  await change();
  return lost() > before || (await redis().exists(rankingsOf(member.organizationId, jobId))) === 0;
};

beforeEach(async () => {
  member = await createMember(test.db);
  ctx = testContext(test.db, member);
  bina = await person('Bina Das', member.organizationId);
  meera = await person('Meera Joshi', null);
  jobId = await publishedJob(ctx, member, accountantJob);
  await deliver();
});

describe('a ranking that is kept in Redis', () => {
  it('is the one that was read from the tables, for every member who may see it', async () => {
    const first = await listed();
    await kept();
    expect(await listed()).toEqual(first);
    expect(await listed(await createMember(test.db, 'viewer', member))).toEqual(first);
    expect(first.rows.find(({ candidateId }) => candidateId === meera)?.name).toBeNull();
  });

  it('is refused to another organisation as if it were not there', async () => {
    await kept();
    await expect(listed(await createMember(test.db))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('goes with a decision, which shows the name and hides it again', async () => {
    let eventId = '';
    expect(await goesWith(async () => ({ eventId } = await move(meera, 'shortlisted')))).toBe(true);
    expect(await rowOf(meera)).toMatchObject({ name: 'Meera Joshi', stage: 'shortlisted' });
    const undo = () => undoMove(ctx, authorize(member, 'candidacy:decide'), { eventId });
    expect(await goesWith(undo)).toBe(true);
    expect(await rowOf(meera)).toMatchObject({ name: null, stage: 'new' });
    await kept();
    await move(bina, 'rejected');
    expect(await rowOf(bina)).toBeUndefined();
    expect((await listed(member, 'rejected')).rows.map(({ candidateId }) => candidateId)).toEqual([bina]);
  });

  it('goes with a person scored anew', async () => {
    const before = await rowOf(bina);
    const answer = async () => {
      const answers = { ...fullAnswers, hours: { min: 2, max: 4 } };
      const write = authorize(member, 'candidate:write');
      await saveAnswers(ctx, write, { candidateId: bina, answers });
      await deliver();
    };
    expect(await goesWith(answer)).toBe(true);
    const after = await rowOf(bina);
    expect(after?.hours).toEqual({ min: 2, max: 4 });
    expect(after!.score.expected).toBeLessThan(before!.score.expected);
  });

  it('goes with the next ranking', async () => {
    const { runId } = await listed();
    const write = authorize(member, 'job:write');
    const publish = async () => {
      const answers = { ...accountantJob, must_have_skills: accountantJob.must_have_skills!.slice(0, 1) };
      const { revision } = await saveDraft(ctx, write, { jobId, revision: 2, answers });
      await publishJob(ctx, write, { jobId, revision });
    };
    await kept();
    await publish();
    expect((await listed()).computing).not.toBeNull();
    expect(await goesWith(deliver)).toBe(true);
    const next = await listed();
    expect(next.runId).not.toBe(runId);
    expect(next.computing).toBeNull();
  });

  it('goes with a merge and its undo, and with a withdrawal', async () => {
    const twin = await person('B Das', member.organizationId);
    const { organizationId } = member;
    const applicant = {
      profile: profileOf('Asha Iyer', 'asha@people.example', ['tally']),
      answers: fullAnswers,
    };
    const standing = { source: 'applied', unmasked: true, inPool: false } as const;
    const asha = await listedPerson(worker, { organizationId, jobId, ...applicant, ...standing });
    for (const candidateId of [twin, asha.candidateId])
      await consumeCandidateChanged(worker, { candidateId });
    const write = authorize(member, 'candidate:write');
    const versions = await test.owner.query<{ id: string; version: string }>(
      'select id, current_version_id as version from candidates where id = any($1)',
      [[bina, twin]],
    );
    const versionOf = new Map(versions.rows.map(({ id, version }) => [id, version]));
    let mergeId = '';
    const merge = async () => {
      ({ mergeId } = await mergePeople(ctx, write, {
        oneId: bina,
        otherId: twin,
        oneVersionId: versionOf.get(bina)!,
        otherVersionId: versionOf.get(twin)!,
        choices: {},
      }));
    };
    const pair = async () => [await rowOf(bina), await rowOf(twin)].filter((row) => row !== undefined).length;
    expect(await pair()).toBe(2);
    expect(await goesWith(merge)).toBe(true);
    expect(await pair()).toBe(1);
    expect(await goesWith(() => undoMerge(ctx, write, { mergeId }))).toBe(true);
    expect(await pair()).toBe(2);

    const actor = { kind: 'candidate', candidateId: asha.candidateId } as const;
    const own = authorizeCandidate(actor);
    expect(await rowOf(asha.candidateId)).toBeDefined();
    expect(await goesWith(() => withdraw(testContext(test.db, actor), own, asha))).toBe(true);
    expect(await rowOf(asha.candidateId)).toBeUndefined();
  });

  it('shows what changed although nothing was forgotten, as after a crash', async () => {
    await kept();
    await test.owner.query('update candidates set name = $2 where id = $1', [bina, 'Bina Roy']);
    expect((await rowOf(bina))?.name).toBe('Bina Roy');
    await kept();
    await test.owner.query(`update candidacies set opened_at = now() where candidate_id = $1`, [bina]);
    expect((await rowOf(bina))?.isNew).toBe(false);
    await kept();
    await test.owner.query('update candidacies set unmasked_at = now() where candidate_id = $1', [meera]);
    expect((await rowOf(meera))?.name).toBe('Meera Joshi');
  });

  it('stays when the change is rolled back', async () => {
    await kept();
    const failing = asMember(ctx, authorize(member, 'match:read'), async (tx) => {
      forgetRankings(tx, [{ organizationId: member.organizationId, jobId }]);
      throw new Error('changed our mind');
    });
    await expect(failing).rejects.toThrow('changed our mind');
    expect(await redis().exists(rankingsOf(member.organizationId, jobId))).toBe(1);
  });
});
