import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  auditLog,
  candidacies,
  candidateMerges,
  candidates,
  factRequests,
  jobs,
  resumes,
  stageEvents,
} from '@/db/schema';
import {
  addPerson,
  changePerson,
  lockPerson,
  saveAnswers,
  saveScreeningAnswer,
} from '@/domain/candidates/commands';
import { distinguish } from '@/domain/candidates/commands/distinguish';
import { consumePeopleCompare } from '@/domain/candidates/consumers/compare-people';
import { getPerson, listPeople } from '@/domain/candidates/queries';
import { carryEdits } from '@/domain/candidates/edits';
import { profileFromParse } from '@/domain/candidates/from-parse';
import { personByEmail } from '@/domain/candidates/queries/by-email';
import { getStanding } from '@/domain/candidates/queries/standing';
import type { CandidateProfile, FlexifitAnswers } from '@/domain/candidates/schema';
import type { MergePeopleInput } from '@/domain/candidates/schema/duplicates';
import { loadCatalog } from '@/domain/catalog/load';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { consumeMatchRequest, latestRun } from '@/domain/matching/runs';
import { screeningOfPair } from '@/domain/matching/screening';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { moveCandidacy, undoMove } from './commands';
import { mergePeople } from './commands/merge-people';
import { undoMerge } from './commands/undo-merge';
import { listMerges } from './queries/merges';
import { listMatches } from './queries/ranking';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
/** Each verb of a member happens a second after the one before. */
let clock = new Date('2026-11-23T09:00:00.000Z');

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
};
const now = () => {
  clock = new Date(clock.getTime() + 1000);
  return clock;
};
const ctx = () => testContext(test.db, member, { now });
const write = () => authorize(member, 'candidate:write');
const read = () => authorize(member, 'candidate:read');

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER, { now });
});
afterAll(() => test.close());
beforeEach(async () => {
  await clearOutbox(worker);
  member = await createMember(test.db);
});

const phone = (value: string): Pick<CandidateProfile, 'phone'> => ({
  phone: { value, provenance: 'parsed', confidence: 1, span: null },
});

const person = (
  name: string,
  email: string | null,
  facts: Partial<CandidateProfile> = phone('+91 98765 43210'),
  answers: FlexifitAnswers = fullAnswers,
) =>
  asWorker(worker, async (tx) => {
    const resumeId = worker.newId();
    const { organizationId } = member;
    const id = await addPerson(worker, tx, {
      organizationId,
      lawfulBasis: 'legitimate_interest',
      poolConsentAt: null,
      profile: { ...profileOf(name, email, ['tally', 'gst']), ...facts },
      answers,
      resumeId,
      parserVersion: '1',
    });
    await tx.insert(resumes).values({
      id: resumeId,
      organizationId,
      candidateId: id,
      blobPath: `resumes/${resumeId}.pdf`,
      fileName: `${name}.pdf`,
      contentType: 'application/pdf',
      size: 1,
      sha256: resumeId,
      parsed: {
        parserVersion: '1',
        text: name,
        pages: 1,
        blocks: [],
        name: null,
        email: null,
        phone: null,
        location: null,
        skills: [],
        experience: [],
        education: [],
        languages: [],
        licences: [],
        totalMonths: null,
      },
      parserVersion: '1',
      createdAt: worker.now(),
    });
    return id;
  });

const publish = async (): Promise<string> => {
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx(), grant, { title: 'Accountant', role: null });
  const answers = {
    ...accountantJob,
    screening: [{ id: 'gst', text: 'Have you filed GST?', kind: 'yes_no' as const, wanted: 'yes' as const }],
  };
  const { revision } = await saveDraft(ctx(), grant, { jobId, revision: 1, answers });
  await publishJob(ctx(), grant, { jobId, revision });
  await deliverAll(worker, consumers);
  await clearOutbox(worker);
  return jobId;
};

const settle = async (): Promise<void> => {
  await deliverAll(worker, consumers);
  await clearOutbox(worker);
};

const rowOf = async (id: string) => {
  const [row] = await asWorker(worker, (tx) => tx.select().from(candidates).where(eq(candidates.id, id)));
  return row!;
};

const inputOf = async (
  one: string,
  other: string,
  choices: MergePeopleInput['choices'] = {},
): Promise<MergePeopleInput> => ({
  oneId: one,
  otherId: other,
  oneVersionId: (await rowOf(one)).currentVersionId,
  otherVersionId: (await rowOf(other)).currentVersionId,
  choices,
});
const merge = async (...pair: Parameters<typeof inputOf>) =>
  mergePeople(ctx(), write(), await inputOf(...pair));
const undo = (mergeId: string) => undoMerge(ctx(), write(), { mergeId });

const move = (jobId: string, candidateId: string, to: 'shortlisted' | 'interview' | 'rejected') =>
  moveCandidacy(ctx(), authorize(member, 'candidacy:decide'), {
    jobId,
    candidateId,
    to,
    reason: to === 'rejected' ? 'other' : null,
    note: `a note about ${to}`,
  });

const listed = async (jobId: string) => {
  const { rows, counts } = await listMatches(ctx(), authorize(member, 'match:read'), {
    jobId,
    group: 'ranked',
    bands: [],
    minimumScore: 0,
    stage: 'all',
  });
  expect(counts.ranked).toBe(rows.length);
  return rows;
};

/** Everything of two people that a merge touches, as it stands. */
const stateOf = (...ids: string[]) =>
  asWorker(worker, async (tx) => {
    const state = [];
    for (const id of ids) {
      const { rows } = await tx.execute(`
        select to_jsonb(c) - 'updated_at' - 'compared_version_id' as person,
          (select to_jsonb(f) from candidate_features f where f.candidate_id = c.id) as features,
          (select jsonb_agg(to_jsonb(y) order by y.id) from candidacies y where y.candidate_id = c.id) as candidacies,
          (select jsonb_agg(r.id order by r.id) from resumes r where r.candidate_id = c.id) as resumes,
          (select jsonb_agg(q.id order by q.id) from fact_requests q where q.candidate_id = c.id) as asked,
          (select jsonb_object_agg(l.question_id, l.answer) from (
            select distinct on (s.job_id, s.question_id) s.* from screening_answers s where s.candidate_id = c.id
            order by s.job_id, s.question_id, s.number desc) l) as screening
        from candidates c where c.id = '${id}'`);
      state.push(rows[0]);
    }
    return state;
  });

/** Another reading of the person's file, in which the last post has another title; returns its id. */
const readAnew = (candidateId: string, title: string) =>
  asWorker(worker, async (tx) => {
    const { candidates: current, candidate_versions: version } = (await lockPerson(tx, candidateId))!;
    const [old] = await tx.select().from(resumes).where(eq(resumes.id, version.resumeId!));
    const [id, createdAt] = [worker.newId(), worker.now()];
    const entry = {
      title,
      company: 'Nandi Stationers',
      start: '2019-01',
      end: 'present' as const,
      location: null,
      span: { start: 0, end: 1 },
      confidence: 1,
    };
    const parsed = { ...old!.parsed, experience: [entry] };
    await tx
      .insert(resumes)
      .values({ ...old!, id, parsed, parserVersion: '2', replacesId: old!.id, createdAt });
    const fresh = profileFromParse(parsed, loadCatalog(), createdAt.toISOString().slice(0, 7));
    await changePerson(worker, tx, candidateId, {
      ...current,
      answers: version.answers,
      profile: carryEdits(version.profile, fresh),
      resumeId: id,
      parserVersion: '2',
    });
    return id;
  });

const eventsOf = (candidacyId: string) =>
  asWorker(worker, (tx) =>
    tx
      .select()
      .from(stageEvents)
      .where(eq(stageEvents.candidacyId, candidacyId))
      .orderBy(asc(stageEvents.at)),
  );

describe('two people that are merged', () => {
  it('are one in lists and rankings, with the facts that were chosen, and old links lead to them', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha P', 'pillai@example.com', phone('098765 43210'), {});
    const jobId = await publish();
    expect(await listed(jobId)).toHaveLength(2);
    const { keptId, mergedId } = await merge(one, other, { email: one, name: other });
    expect([keptId, mergedId]).toEqual([one, other]);
    await settle();
    expect((await listed(jobId)).map(({ candidateId, name }) => [candidateId, name])).toEqual([
      [one, 'Asha P'],
    ]);
    const people = await listPeople(ctx(), read(), { search: '', skillId: null, cursor: null });
    expect(people).toMatchObject({
      total: 1,
      items: [{ id: one, name: 'Asha P', email: 'asha@example.com' }],
    });
    expect(await getStanding(ctx(), read(), { candidateId: other })).toEqual({ candidateId: one });
    const old = await getPerson(ctx(), read(), { candidateId: other });
    expect(old).toMatchObject({
      id: one,
      profile: { phone: { value: '098765 43210' } },
      answers: fullAnswers,
    });
    const files = await asWorker(worker, (tx) =>
      tx.select().from(resumes).where(eq(resumes.candidateId, one)),
    );
    expect(files.map(({ fileName }) => fileName).toSorted()).toEqual(['Asha P.pdf', 'Asha Pillai.pdf']);
    const [trace] = await asWorker(worker, (tx) =>
      tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.entityId, one), eq(auditLog.action, 'candidate.merged'))),
    );
    expect(trace).toMatchObject({ actor: `user:${member.userId}`, data: { mergedId: other } });
  });

  it('keep the address that was chosen, and later files with either address find them', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const { keptId } = await merge(one, other, { email: other });
    expect(keptId).toBe(other);
    const { organizationId } = member;
    for (const address of ['asha@example.com', 'pillai@example.com']) {
      expect(await asWorker(worker, (tx) => personByEmail(tx, organizationId, address))).toBe(other);
    }
  });

  it('stand at the furthest stage of each job, with what was decided about both', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const [first, second] = [await publish(), await publish()];
    await move(first, other, 'interview');
    await move(second, one, 'shortlisted');
    await move(second, other, 'rejected');
    const [twin] = await asWorker(worker, (tx) =>
      tx
        .select()
        .from(candidacies)
        .where(and(eq(candidacies.jobId, first), eq(candidacies.candidateId, other))),
    );
    await merge(one, other, { email: one });
    await settle();
    const stages = async (jobId: string) => (await listed(jobId)).map(({ stage }) => stage);
    expect([await stages(first), await stages(second)]).toEqual([['interview'], ['shortlisted']]);
    expect(await eventsOf(twin!.id)).toMatchObject([{ to: 'interview', note: 'a note about interview' }]);
    await expect(move(first, other, 'shortlisted')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are scored anew once, also when a run was under way, which lists the merged one no more', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const jobId = await publish();
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
    await merge(one, other, { email: one });
    const topics = await deliverAll(worker, consumers, 2);
    expect(topics.filter((topic) => topic === 'candidate-changed')).toHaveLength(2);
    expect((await listed(jobId)).map(({ candidateId }) => candidateId)).toEqual([one]);
    const rows = await asWorker(worker, (tx) =>
      tx.select().from(candidacies).where(eq(candidacies.jobId, jobId)),
    );
    expect(rows.filter(({ candidateId }) => candidateId === other)).toHaveLength(1);
  });

  it('are not listed by a run that read them before the merge and ends after it', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const jobId = await publish();
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
    let connections = 0;
    const db = new Proxy(test.db, {
      get: (target, key) =>
        key === '$client'
          ? {
              // The chunk is read in the first transaction and written in the second.
              connect: async () => {
                if ((connections += 1) === 2) await merge(one, other, { email: one });
                return target.$client.connect();
              },
            }
          : (Reflect.get(target, key, target) as unknown),
    });
    const run = await asWorker(worker, (tx) => latestRun(tx, jobId));
    await consumeMatchChunk({ ...worker, db }, { runId: run!.id, chunk: 0 });
    expect(connections).toBe(2);
    expect((await listed(jobId)).map(({ candidateId }) => candidateId)).toEqual([one]);
  });

  it('answer a job’s question as the person said, else as was said last', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const jobId = await publish();
    const say = (candidateId: string, answer: string) =>
      saveScreeningAnswer(ctx(), write(), { jobId, candidateId, questionId: 'gst', answer });
    await say(one, 'no');
    await say(other, 'yes');
    const { mergeId } = await merge(one, other, { email: one });
    const answers = () => asWorker(worker, (tx) => screeningOfPair(tx, { jobId, candidateId: one }));
    expect(await answers()).toEqual({ gst: 'yes' });
    await undo(mergeId);
    expect(await answers()).toEqual({ gst: 'no' });
  });

  it('leave the facts of somebody who proved the address as they are, and that one stays', async () => {
    const one = await person('Asha Pillai', 'asha@example.com', phone('+91 98765 43210'), {});
    const other = await person('Asha P', 'pillai@example.com');
    await test.owner.query('update candidates set email_verified_at = now() where id = $1', [one]);
    const before = await rowOf(one);
    const { keptId, mergeId } = await merge(one, other, { email: other, name: other });
    expect(keptId).toBe(one);
    expect(await rowOf(one)).toEqual(before);
    // In the portal they read their files: one of somebody who may be another person stays away from them.
    const [kept, merged] = await stateOf(one, other);
    expect([kept, merged]).toMatchObject([
      { resumes: [before.currentResumeId] },
      { resumes: [(await rowOf(other)).currentResumeId] },
    ]);
    await undo(mergeId);
    await test.owner.query('update candidates set email_verified_at = now() where id = $1', [other]);
    await expect(merge(one, other)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/both have proved/i),
    });
    expect((await rowOf(other)).mergedIntoId).toBeNull();
  });
});

describe('merging', () => {
  it('is refused for another organisation’s people as for nobody’s', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const stranger = member;
    member = await createMember(test.db);
    const theirs = await person('Asha Pillai', 'pillai@example.com');
    const input = await inputOf(theirs, one);
    await expect(mergePeople(ctx(), write(), input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(mergePeople(ctx(), write(), { ...input, otherId: worker.newId() })).rejects.toMatchObject({
      code: 'not_found',
    });
    member = stranger;
    await expect(mergePeople(ctx(), write(), input)).rejects.toMatchObject({ code: 'not_found' });
    expect([(await rowOf(one)).mergedIntoId, (await rowOf(theirs)).mergedIntoId]).toEqual([null, null]);
  });

  it('happens once when two colleagues do it at the same moment', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    await publish();
    const input = await inputOf(one, other);
    const mirrored = {
      ...input,
      oneId: other,
      otherId: one,
      oneVersionId: input.otherVersionId,
      otherVersionId: input.oneVersionId,
    };
    const results = await Promise.allSettled([
      mergePeople(ctx(), write(), input),
      mergePeople(ctx(), write(), mirrored),
    ]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/merged one of these people already/),
    });
    const merges = await asWorker(worker, (tx) =>
      tx.select().from(candidateMerges).where(eq(candidateMerges.organizationId, member.organizationId)),
    );
    expect(merges).toHaveLength(1);
  });

  it('keeps the merged one out of the rankings when their file is read anew after it', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha P', 'pillai@example.com');
    const { mergeId } = await merge(one, other, { email: one });
    await asWorker(worker, async (tx) => {
      const { candidates: current, candidate_versions: version } = (await lockPerson(tx, other))!;
      await changePerson(worker, tx, other, { ...current, ...version, parserVersion: '2' });
    });
    expect((await stateOf(other))[0]).toMatchObject({ features: null });
    await undo(mergeId);
    const { currentVersionId } = await rowOf(other);
    expect((await stateOf(other))[0]).toMatchObject({ features: { version_id: currentVersionId } });
  });

  it('is refused when somebody changed the facts since they were compared', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const input = await inputOf(one, other);
    await saveAnswers(ctx(), write(), { candidateId: other, answers: { focus: 'strategy' } });
    await expect(mergePeople(ctx(), write(), input)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/changed since you compared/),
    });
  });

  it('waits for an import that has found one of them, and is refused for what that told', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const input = await inputOf(one, other, { email: one });
    const waiting = async () => {
      const { rows } = await test.owner.query<{ count: number }>(
        `select count(*)::int from pg_locks l join pg_stat_activity a using (pid)
         where not l.granted and a.datname = current_database()`,
      );
      return rows[0]!.count;
    };
    let merging: Promise<unknown> = Promise.resolve();
    await asWorker(worker, async (tx) => {
      const known = await personByEmail(tx, member.organizationId, 'pillai@example.com');
      expect(known).toBe(other);
      merging = mergePeople(ctx(), write(), input).then(
        () => 'merged',
        (error: unknown) => error,
      );
      const blocked = async () => {
        await expect.poll(waiting).toBeGreaterThan(0);
      };
      await Promise.race([merging, blocked()]);
      const found = await lockPerson(tx, other);
      const { candidates: current, candidate_versions: version } = found!;
      await changePerson(worker, tx, other, { ...current, ...version, answers: { focus: 'strategy' } });
    });
    expect(await merging).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/changed since you compared/),
    });
    expect((await getPerson(ctx(), read(), { candidateId: other })).answers).toEqual({ focus: 'strategy' });
  });

  it('refuses what is told of the merged one afterwards, so that nothing is written beside the person', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    await merge(one, other, { email: one });
    await expect(
      saveAnswers(ctx(), write(), { candidateId: other, answers: { focus: 'strategy' } }),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringMatching(/merged with another/) });
  });
});

describe('undoing a merge', () => {
  it('gives both back exactly, with all that had moved', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha P', 'pillai@example.com', phone('098765 43210'), { focus: 'both' });
    const [first, second] = [await publish(), await publish()];
    await move(first, other, 'interview');
    await move(second, one, 'shortlisted');
    const lone = await asWorker(worker, async (tx) => {
      await tx
        .delete(candidacies)
        .where(and(eq(candidacies.jobId, second), eq(candidacies.candidateId, other)));
      await tx.delete(candidacies).where(and(eq(candidacies.jobId, first), eq(candidacies.candidateId, one)));
      const id = worker.newId();
      const { organizationId, userId } = member;
      await tx.insert(factRequests).values({
        id,
        batchId: id,
        organizationId,
        jobId: first,
        candidateId: other,
        questionId: 'week',
        requestedBy: userId,
        requestedAt: worker.now(),
      });
      return id;
    });
    await saveScreeningAnswer(ctx(), write(), {
      jobId: first,
      candidateId: other,
      questionId: 'gst',
      answer: 'yes',
    });
    const before = await stateOf(one, other);
    const { mergeId } = await merge(one, other, { email: one, name: other });
    await settle();
    const [kept, left] = await stateOf(one, other);
    expect(kept).toMatchObject({ person: { name: 'Asha P' }, asked: [lone], screening: { gst: 'yes' } });
    expect((kept as { candidacies: unknown[]; resumes: unknown[] }).candidacies).toHaveLength(2);
    expect((kept as { resumes: unknown[] }).resumes).toHaveLength(2);
    expect(left).toMatchObject({
      person: { merged_into_id: one },
      features: null,
      candidacies: null,
      resumes: null,
    });
    expect(await undo(mergeId)).toEqual({ keptId: one, mergedId: other, stayed: [] });
    expect(await stateOf(one, other)).toEqual(before);
    await settle();
    expect((await listed(first)).map(({ candidateId }) => candidateId).toSorted()).toEqual(
      [one, other].toSorted(),
    );
  });

  it('puts candidacies that became one back where each stood', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const jobId = await publish();
    await move(jobId, other, 'interview');
    const before = await stateOf(one, other);
    const { mergeId } = await merge(one, other, { email: one });
    await settle();
    expect((await listed(jobId)).map(({ stage }) => stage)).toEqual(['interview']);
    await undo(mergeId);
    expect(await stateOf(one, other)).toEqual(before);
  });

  it('waits for a run that lists one of the two for the first time, and does not block it', async () => {
    const jobId = await publish();
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const say = (candidateId: string, answer: string) =>
      saveScreeningAnswer(ctx(), write(), { jobId, candidateId, questionId: 'gst', answer });
    await say(one, 'no');
    await say(other, 'yes');
    const { mergeId } = await merge(one, other, { email: one });
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
    const run = await asWorker(worker, (tx) => latestRun(tx, jobId));
    let undoing: ReturnType<typeof undo> | undefined;
    await asWorker(worker, async (tx) => {
      await tx.select().from(jobs).where(eq(jobs.id, jobId)).for('update');
      undoing = undo(mergeId);
      const waits = `select count(*)::int as waits from pg_locks where not granted
        and pid in (select pid from pg_stat_activity where datname = current_database())`;
      await expect
        .poll(async () => (await test.owner.query(waits)).rows[0], { timeout: 10_000 })
        .toEqual({ waits: 1 });
      await consumeMatchChunk({ ...worker, tx }, { runId: run!.id, chunk: 0 });
    });
    expect(await undoing).toEqual({ keptId: one, mergedId: other, stayed: [] });
    expect((await listed(jobId)).map(({ candidateId }) => candidateId)).toEqual([one]);
  });

  it('happens once, whoever asks', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const { mergeId } = await merge(one, other);
    const results = await Promise.allSettled([undo(mergeId), undo(mergeId)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(undo(mergeId)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/undone already/),
    });
    const again = await merge(one, other);
    await undo(again.mergeId);
    member = await createMember(test.db);
    await expect(undo(again.mergeId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves what somebody changed since, and says it', async () => {
    const one = await person('Asha Pillai', 'asha@example.com', phone('+91 98765 43210'), {});
    const other = await person('Asha P', 'pillai@example.com');
    const jobId = await publish();
    await move(jobId, other, 'shortlisted');
    const { mergeId } = await merge(one, other, { email: one, name: other });
    await settle();
    await saveAnswers(ctx(), write(), { candidateId: one, answers: { focus: 'strategy' } });
    await move(jobId, one, 'interview');
    const { stayed } = await undo(mergeId);
    expect(stayed).toHaveLength(2);
    expect(stayed.join(' ')).toMatch(
      /Facts that somebody changed.*stage for “Accountant, mornings” was changed/,
    );
    const [kept, freed] = [
      await getPerson(ctx(), read(), { candidateId: one }),
      await getPerson(ctx(), read(), { candidateId: other }),
    ];
    expect(kept.answers).toEqual({ focus: 'strategy' });
    expect(kept.profile.name?.value).toBe('Asha Pillai');
    expect(freed.answers).toEqual(fullAnswers);
    await settle();
    const stages = Object.fromEntries(
      (await listed(jobId)).map(({ candidateId, stage }) => [candidateId, stage]),
    );
    expect(stages).toEqual({ [one]: 'interview', [other]: 'shortlisted' });
  });

  it('takes away what a newer parser read since in the file of the one who goes', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha P', 'pillai@example.com');
    const before = await stateOf(one, other);
    const { mergeId } = await merge(one, other, { email: one, experience: other });
    const read = await readAnew(one, 'Bookkeeper');
    await undo(mergeId);
    const [kept, freed] = await stateOf(one, other);
    expect(kept).toEqual(before[0]);
    expect(freed).toEqual({
      ...before[1],
      resumes: [...(before[1] as { resumes: string[] }).resumes, read].toSorted(),
    });
  });

  it('keeps what a newer parser read since in the file of the one who stays', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha P', 'pillai@example.com');
    const { mergeId } = await merge(one, other, { email: one, experience: one, name: other });
    const read = await readAnew(one, 'Bookkeeper');
    expect((await undo(mergeId)).stayed).toEqual([]);
    const { profile } = await getPerson(ctx(), authorize(member, 'candidate:read'), { candidateId: one });
    expect((await rowOf(one)).currentResumeId).toBe(read);
    expect(profile.experience[0]?.title).toBe('Bookkeeper');
    expect((await rowOf(other)).currentResumeId).not.toBe(read);
  });

  it('goes from the newest merge to the oldest, along a chain as well as around one person', async () => {
    const [a, b, c] = [
      await person('Asha Pillai', 'a@example.com'),
      await person('Asha Pillai', 'b@example.com'),
      await person('Asha Pillai', 'c@example.com'),
    ];
    const jobId = await publish();
    await move(jobId, a, 'shortlisted');
    const before = await stateOf(a, b, c);
    const first = await merge(a, b, { email: b });
    const second = await merge(b, c, { email: c });
    expect([first.keptId, second.keptId]).toEqual([b, c]);
    expect(await getStanding(ctx(), read(), { candidateId: a })).toEqual({ candidateId: c });
    await settle();
    expect((await listed(jobId)).map(({ candidateId, stage }) => [candidateId, stage])).toEqual([
      [c, 'shortlisted'],
    ]);
    await expect(undo(first.mergeId)).rejects.toMatchObject({
      message: expect.stringMatching(/merged with somebody else since/),
    });
    await undo(second.mergeId);
    await undo(first.mergeId);
    expect(await stateOf(a, b, c)).toEqual(before);
    const [one, two] = [await merge(a, c, { email: c }), await merge(b, c, { email: c })];
    await expect(undo(one.mergeId)).rejects.toMatchObject({
      message: expect.stringMatching(/merged into this person since/),
    });
    expect(
      (await listMerges(ctx(), read(), { candidateId: c })).map(({ mergeId, blocked }) => [
        mergeId,
        blocked === null,
      ]),
    ).toEqual([
      [two.mergeId, true],
      [one.mergeId, false],
    ]);
    await undo(two.mergeId);
    await undo(one.mergeId);
    expect(await stateOf(a, b, c)).toEqual(before);
  });

  it('is refused, with nothing changed, while somebody else has the address', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const { mergeId } = await merge(one, other, { email: one });
    await test.owner.query('update candidates set email = null where id = $1', [one]);
    const third = await person('Asha Pillai', 'pillai@example.com');
    await expect(undo(mergeId)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Nothing was changed/),
    });
    expect((await rowOf(other)).mergedIntoId).toBe(one);
    expect((await rowOf(third)).mergedIntoId).toBeNull();
  });

  it('still finds a stage that was undone on its own', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    const jobId = await publish();
    await move(jobId, other, 'shortlisted');
    const { mergeId } = await merge(one, other, { email: one });
    const [joined] = await asWorker(worker, (tx) =>
      tx
        .select()
        .from(candidacies)
        .where(and(eq(candidacies.jobId, jobId), eq(candidacies.candidateId, one))),
    );
    const events = await eventsOf(joined!.id);
    await undoMove(ctx(), authorize(member, 'candidacy:decide'), { eventId: events.at(-1)!.id });
    expect((await undo(mergeId)).stayed).toHaveLength(1);
  });
});

describe('people who were found to be two', () => {
  it('are said to be so by members of their organisation only, and that can be taken back', async () => {
    const one = await person('Asha Pillai', 'asha@example.com');
    const other = await person('Asha Pillai', 'pillai@example.com');
    await consumePeopleCompare(worker);
    const say = (different: boolean) =>
      distinguish(ctx(), write(), { oneId: other, otherId: one, different });
    await say(true);
    await say(true);
    const { rows } = await test.owner.query(
      'select one_id, other_id from candidate_distinctions where organization_id = $1',
      [member.organizationId],
    );
    expect(rows).toEqual([{ one_id: [one, other].toSorted()[0], other_id: [one, other].toSorted()[1] }]);
    const own = member;
    member = await createMember(test.db);
    await expect(say(true)).rejects.toMatchObject({ code: 'not_found' });
    member = own;
    expect(await say(false)).toEqual({ different: false });
  });
});
