import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { candidacies, candidates, candidateVersions } from '@/db/schema';
import { importAnswers } from '@/domain/candidates/commands';
import { consumePeopleCompare } from '@/domain/candidates/consumers/compare-people';
import { distinguish } from '@/domain/candidates/commands/distinguish';
import { editableOf } from '@/domain/candidates/edits';
import { getPerson, listPeople } from '@/domain/candidates/queries';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { importPeople } from '@/domain/resumes/commands/import-people';
import { consumeImportRows } from '@/domain/resumes/consumers/import-rows';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { beginApplication, submitApplication } from './commands/apply';
import { mergePeople } from './commands/merge-people';
import { undoMerge } from './commands/undo-merge';
import { consumeApplicationConfirmed, consumeApplicationSubmitted } from './consumers/application-submitted';
import { listMerges } from './queries/merges';
import { listPairs } from './queries/pairs';
import { listMatches } from './queries/ranking';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
stubEnvironment();
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());
beforeEach(async () => {
  await clearOutbox(worker);
  member = await createMember(test.db);
});

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
  'application-submitted': consumeApplicationSubmitted,
  'import-rows': consumeImportRows,
  'people-compare': consumePeopleCompare,
};
const deliver = async (): Promise<void> => {
  await deliverAll(worker, consumers, 2);
  await clearOutbox(worker);
};
const ctx = () => testContext(test.db, member);
const read = () => authorize(member, 'candidate:read');
const write = () => authorize(member, 'candidate:write');

const publish = async (title: string): Promise<string> => {
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx(), grant, { title, role: null });
  const { revision } = await saveDraft(ctx(), grant, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx(), grant, { jobId, revision });
  await deliver();
  return jobId;
};

const bring = async (row: string): Promise<void> => {
  const csv = `email,name,phone,city,title,company,since\n${row}\n`;
  await importPeople(ctx(), write(), { csv, fileName: 'people.csv', jobId: null, lawfulBasis: 'consent' });
  await deliver();
};

const apply = async (jobId: string, email: string, phone: string | null, name = 'Asha Pillai') => {
  const visitor = testContext(test.db, { kind: 'anonymous' });
  const key = await beginApplication(visitor, { jobId });
  const profile = {
    ...editableOf(null),
    name,
    email,
    phone,
    skills: [{ from: null, skillId: 'tally', level: 3 }],
    experience: [{ from: null, title: 'Controller', company: 'Kaveri', start: '2019-01', end: 'present' }],
  };
  const consents = { application: true, pool: false };
  await submitApplication(visitor, {
    ...key,
    form: { profile, answers: fullAnswers, screening: {}, consents },
  });
  await deliver();
  return key.applicationId;
};

const pairs = async () =>
  (await listPairs(ctx(), read(), { candidateId: null, importId: null, cursor: null })).items;
const same = (pair: Awaited<ReturnType<typeof pairs>>[number]) =>
  mergePeople(ctx(), write(), {
    oneId: pair.one.candidateId,
    otherId: pair.other.candidateId,
    oneVersionId: pair.one.versionId,
    otherVersionId: pair.other.versionId,
    choices: {},
  });
const ranked = async (jobId: string): Promise<string[]> => {
  const filter = { jobId, bands: [], minimumScore: 0, stage: 'all' as const };
  const groups = ['ranked', 'needs_information', 'misses_must_have'] as const;
  const found = await Promise.all(
    groups.map((group) => listMatches(ctx(), authorize(member, 'match:read'), { ...filter, group })),
  );
  return found.flatMap(({ rows }) => rows.map(({ candidateId }) => candidateId)).toSorted();
};
const personOf = async (id: string) => {
  const [row] = await asWorker(worker, (tx) =>
    tx
      .select()
      .from(candidates)
      .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
      .where(eq(candidates.id, id)),
  );
  return row!;
};

const ASHA = 'asha@example.com,Asha Pillai,+91 98765 43210,Pune,Accountant,Nandi Stationers,2019-04';

describe('somebody who was imported and then applies', () => {
  it('is offered as one person by phone or mailbox, and never to another organisation', async () => {
    const jobId = await publish('Accountant');
    await bring(ASHA);
    await apply(jobId, 'asha.p@example.com', '098765 43210');
    const [pair, ...more] = await pairs();
    expect(more).toEqual([]);
    expect(pair).toMatchObject({ strength: 'strong', evidence: ['phone'], mergeable: true });
    const applicant = pair!.one.applied ? pair!.one : pair!.other;
    expect(pair?.owner).toBe(pair?.one.applied === true ? 'one' : 'other');
    expect(applicant.name).toBe('Asha Pillai');

    const first = member;
    member = await createMember(test.db);
    await bring(ASHA);
    expect(await pairs()).toEqual([]);
    await expect(getPerson(ctx(), read(), applicant)).rejects.toMatchObject({ code: 'not_found' });
    // The same applicant applies here too, and is compared with this organisation's people once the mail is opened.
    const applicationId = await apply(await publish('Bookkeeper'), 'asha.p@example.com', '098765 43210');
    expect(await pairs()).toEqual([]);
    await consumeApplicationConfirmed(worker, { applicationId });
    await deliver();
    expect(await pairs()).toHaveLength(1);
    member = first;
    expect(await pairs()).toHaveLength(1);
  });

  it('stays themselves when the two are merged: stages are joined, their facts and portal are not touched', async () => {
    const [jobId, otherJob] = [await publish('Accountant'), await publish('Bookkeeper')];
    await bring(ASHA);
    const [imported] = await ranked(jobId);
    await asWorker(worker, (tx) =>
      tx.update(candidacies).set({ stage: 'interview' }).where(eq(candidacies.candidateId, imported!)),
    );
    await apply(jobId, 'asha@example.com', null);
    expect(await ranked(jobId)).toHaveLength(2);
    const [pair] = await pairs();
    const applicant = (pair!.one.applied ? pair!.one : pair!.other).candidateId;
    const before = await personOf(applicant);
    const { mergeId, keptId, mergedId } = await same(pair!);
    await deliver();
    expect([keptId, mergedId]).toEqual([applicant, imported]);
    expect(await ranked(jobId)).toEqual([applicant]);
    // Brought for the other job by the employer, who goes on seeing them there.
    expect(await ranked(otherJob)).toEqual([applicant]);
    const after = await personOf(applicant);
    expect(after.candidates.currentVersionId).toBe(before.candidates.currentVersionId);
    expect(after.candidates.poolConsentAt).toBeNull();
    const held = await asWorker(worker, (tx) =>
      tx.select().from(candidacies).where(eq(candidacies.candidateId, applicant)),
    );
    expect(held.map(({ stage, source }) => `${stage} ${source}`).toSorted()).toEqual([
      'interview applied',
      'interview imported',
    ]);
    expect(await pairs()).toEqual([]);

    // The employer's old link leads to them; their answers are not the employer's to type.
    const person = await getPerson(ctx(), read(), { candidateId: imported! });
    expect(person).toMatchObject({
      id: applicant,
      applied: [{ jobId, title: accountantJob.title }],
      answers: {},
    });
    expect(await listMerges(ctx(), read(), { candidateId: applicant })).toMatchObject([
      { mergeId, blocked: null },
    ]);
    const { items } = await listPeople(ctx(), read(), { search: '', skillId: null, cursor: null });
    expect(items.map(({ id, applied }) => [id, applied])).toEqual([[applicant, true]]);

    await undoMerge(ctx(), write(), { mergeId });
    await deliver();
    expect(await ranked(jobId)).toEqual([applicant, imported!].toSorted());
    expect(await ranked(otherJob)).toEqual([imported]);
  });

  it('is not overwritten by what the employer imports later', async () => {
    const jobId = await publish('Accountant');
    await bring(ASHA.replace('asha@', 'asha3@'));
    await apply(jobId, 'asha3@example.com', null);
    const [pair] = await pairs();
    const { keptId } = await same(pair!);
    await deliver();
    const before = await personOf(keptId);
    await bring('asha3@example.com,Somebody Else,+91 90000 00000,Pune,Clerk,Elsewhere,2001-01');
    const csv = 'email,hours_min,hours_max\nasha3@example.com,1,2\n';
    expect(await importAnswers(ctx(), write(), { csv })).toMatchObject({ saved: 0, issues: [{ line: 2 }] });
    expect(await personOf(keptId)).toEqual(before);
    expect(
      await asWorker(worker, (tx) => tx.$count(candidates, eq(candidates.email, 'asha3@example.com'))),
    ).toBe(2);
  });

  it('can be told apart, and two who both applied are no pair', async () => {
    const jobId = await publish('Accountant');
    await bring(ASHA);
    await apply(jobId, 'other@example.com', '098765 43210');
    await apply(jobId, 'third@example.com', '098765 43210');
    const found = await pairs();
    expect(found).toHaveLength(2);
    for (const { one, other } of found) {
      expect(one.applied).toBe(!other.applied);
      const pair = { oneId: one.candidateId, otherId: other.candidateId };
      await distinguish(ctx(), write(), { ...pair, different: true });
    }
    expect(await pairs()).toEqual([]);
  });

  it('whom nobody knows by an application is no one’s to merge', async () => {
    await bring(ASHA);
    const { items } = await listPeople(ctx(), read(), { search: '', skillId: null, cursor: null });
    const mine = await personOf(items[0]!.id);
    const own = member;
    member = await createMember(test.db);
    const jobId = await publish('Accountant');
    await apply(jobId, 'away@example.com', '098765 43210');
    const stranger = await ranked(jobId);
    const theirs = await personOf(stranger[0]!);
    member = own;
    await expect(
      mergePeople(ctx(), write(), {
        oneId: mine.candidates.id,
        otherId: theirs.candidates.id,
        oneVersionId: mine.candidate_versions.id,
        otherVersionId: theirs.candidate_versions.id,
        choices: {},
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
