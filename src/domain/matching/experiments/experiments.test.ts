import { and, asc, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  auditLog,
  candidacies,
  experimentAssignments,
  experimentExposures,
  experiments,
  matchRuns,
  weightPublications,
} from '@/db/schema';
import { loadCatalog } from '@/domain/catalog/load';
import { addPerson } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import type { JobAnswers } from '@/domain/jobs/schema';
import { authorize, type Actor } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { moveCandidacy, undoMove } from '@/domain/pipeline/commands';
import { listMatches } from '@/domain/pipeline/queries/ranking';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import {
  createExperiment,
  discardExperiment,
  promoteExperiment,
  rollBackExperiment,
  startExperiment,
  stopExperiment,
} from '../commands/experiments';
import { publishWeightDraft, saveWeightDraft } from '../commands/draft-weights';
import { putInUse } from '../commands/publish-weights';
import { consumeMatchChunk } from '../consumer';
import { consumeCandidateChanged } from '../patch';
import { experimentsOverview, planExperiment, readExperiment } from '../queries/experiments';
import { weightsOverview } from '../queries/weights';
import { consumeMatchRequest } from '../runs';
import type { ExperimentUnit } from '../schema/experiments';
import { keepSet } from '../weights';
import { armOf } from './draft';
import { DAY_MS } from './settled';

let test: TestDatabase;
let worker: Context;
let admin: Context;
let member: MemberActor;
let hashes: { control: string; treatment: string };
const START = new Date('2026-11-23T09:00:00.000Z');
let now = START;
const at = (days: number): Date => new Date(START.getTime() + days * DAY_MS);

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER, { now: () => now });
  const { current } = loadCatalog().weightSets;
  hashes = await asWorker(worker, async (tx) => {
    const { factors } = current.set;
    const skillsLess = {
      ...factors,
      required_skills: { ...factors.required_skills, weight: factors.required_skills.weight - 20 },
      hours: { ...factors.hours, weight: factors.hours.weight + 20 },
    };
    const control = await keepSet(worker, tx, current.set);
    const treatment = await keepSet(worker, tx, { id: 'v2', label: 'Hours first', factors: skillsLess });
    const publish = (setHash: string, expected: number) =>
      putInUse(worker, tx, {
        setHash,
        reason: 'for a test',
        expected,
        publishedBy: null,
        action: 'weights.published',
      });
    await publish(treatment, 0);
    await publish(control, 1);
    return { control, treatment };
  });
});
afterAll(() => test.close());
beforeEach(async () => {
  now = START;
  await asWorker(worker, (tx) => tx.delete(experiments));
  await clearOutbox(worker);
  member = await createMember(test.db);
  const user = await createMember(test.db);
  const actor: Actor = { kind: 'admin', userId: user.userId };
  admin = testContext(test.db, actor, { now: () => now });
});

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
};

const create = (unit: ExperimentUnit, over: object = {}) =>
  createExperiment(admin, {
    name: 'Hours first',
    unit,
    metric: unit === 'job' ? 'precision' : 'credit',
    minimumEffect: 2_000,
    controlHash: hashes.control,
    treatmentHash: hashes.treatment,
    windowDays: 14,
    ...over,
  });
const begin = async (unit: ExperimentUnit) => {
  const { id } = await create(unit);
  return startExperiment(admin, { experimentId: id });
};

const addPeople = (count: number) =>
  asWorker(worker, async (tx) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      // The better the skills, the fewer the hours: both rankings differ.
      const skills = index % 2 === 0 ? ['tally', 'gst'] : ['tally'];
      const id = await addPerson(worker, tx, {
        organizationId: member.organizationId,
        lawfulBasis: 'consent',
        poolConsentAt: null,
        profile: profileOf(`Person ${index}`, `${worker.newId()}@people.example`, skills),
        answers: { ...fullAnswers, hours: { min: 2, max: index % 2 === 0 ? 6 + index : 20 } },
        resumeId: null,
        parserVersion: null,
      });
      ids.push(id);
    }
    return ids;
  });

const publish = async (answers: JobAnswers = accountantJob): Promise<string> => {
  const ctx = testContext(test.db, member, { now: () => now });
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers });
  await publishJob(ctx, grant, { jobId, revision });
  await deliverAll(worker, consumers);
  await clearOutbox(worker);
  return jobId;
};

const ctxOf = () => testContext(test.db, member, { now: () => now });
const look = async (jobId: string) => {
  const view = await listMatches(ctxOf(), authorize(member, 'match:read'), {
    jobId,
    group: 'ranked',
    bands: [],
    minimumScore: 0,
    stage: 'all',
  });
  return { ...view, ids: view.rows.map(({ candidateId }) => candidateId) };
};
const move = (jobId: string, candidateId: string, to: 'shortlisted' | 'rejected') =>
  moveCandidacy(ctxOf(), authorize(member, 'candidacy:decide'), {
    jobId,
    candidateId,
    to,
    reason: to === 'rejected' ? 'other' : null,
    note: null,
  });
const newestRun = async (jobId: string) => {
  const [run] = await asWorker(worker, (tx) =>
    tx.select().from(matchRuns).where(eq(matchRuns.jobId, jobId)).orderBy(desc(matchRuns.createdAt)).limit(1),
  );
  return run!;
};
const exposuresOf = (jobId: string) =>
  asWorker(worker, (tx) =>
    tx
      .select()
      .from(experimentExposures)
      .where(eq(experimentExposures.jobId, jobId))
      .orderBy(asc(experimentExposures.position)),
  );

describe('an experiment', () => {
  it('states its jobs before the start: two a comparison by job, and as many as the assumed spread takes', async () => {
    const input = { unit: 'job', metric: 'precision', minimumEffect: 2_000 } as const;
    const planned = await planExperiment(admin, input);
    expect(planned).toMatchObject({ spread: 3_000, measuredOn: 0 });
    const view = await create('job');
    expect(view).toMatchObject({ state: 'draft', jobs: { planned: planned.jobs, counted: 0 } });
    expect(planned.jobs % 2).toBe(0);
  });

  it('goes from draft to running to stopped to one end, and nowhere else', async () => {
    const { id: experimentId } = await create('job');
    const reason = 'because of a test';
    const promotion = { experimentId, reason, acknowledged: [], expected: 2 };
    await expect(stopExperiment(admin, { experimentId, reason })).rejects.toMatchObject({ code: 'conflict' });
    await expect(promoteExperiment(admin, promotion)).rejects.toMatchObject({ code: 'conflict' });
    expect(await startExperiment(admin, { experimentId })).toMatchObject({ state: 'running' });
    await expect(startExperiment(admin, { experimentId })).rejects.toMatchObject({ code: 'conflict' });
    await expect(discardExperiment(admin, { experimentId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(rollBackExperiment(admin, { experimentId, reason })).rejects.toMatchObject({
      code: 'conflict',
    });
    const both = await Promise.allSettled([1, 2].map(() => stopExperiment(admin, { experimentId, reason })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await rollBackExperiment(admin, { experimentId, reason })).toMatchObject({
      state: 'rolled_back',
      reasons: [reason, reason],
    });
    const entries = await asWorker(worker, (tx) =>
      tx.select().from(auditLog).where(eq(auditLog.entityId, experimentId)).orderBy(asc(auditLog.sequence)),
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'experiment.created',
      'experiment.started',
      'experiment.stopped',
      'experiment.rolled_back',
    ]);
  });

  it('does not start beside another one', async () => {
    await begin('job');
    const { id } = await create('interleaving');
    await expect(startExperiment(admin, { experimentId: id })).rejects.toThrow('is running');
  });

  it('refuses a set that was never published, at its field', async () => {
    const refused = create('job', { treatmentHash: 'f'.repeat(64) });
    await expect(refused).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'treatmentHash' }] },
    });
  });

  it('publishes the treatment only when all that does not speak for it was acknowledged', async () => {
    const { id: experimentId } = await begin('interleaving');
    await stopExperiment(admin, { experimentId, reason: 'enough of it' });
    const promotion = { experimentId, reason: 'we want it anyway', expected: 2 };
    const refused = promoteExperiment(admin, { ...promotion, acknowledged: ['verdict', 'acceptance'] });
    await expect(refused).rejects.toMatchObject({ code: 'conflict' });
    expect(await readExperiment(admin, { experimentId })).toMatchObject({ state: 'stopped' });
    const acknowledged = ['verdict' as const, 'acceptance' as const, 'impact_ratio' as const];
    expect(await promoteExperiment(admin, { ...promotion, acknowledged })).toMatchObject({
      state: 'promoted',
    });
    const published = await asWorker(worker, (tx) =>
      tx.select().from(weightPublications).orderBy(desc(weightPublications.number)),
    );
    expect(published[0]).toMatchObject({ number: 3, setHash: hashes.treatment, reason: 'we want it anyway' });
    await asWorker(worker, (tx) =>
      putInUse(worker, tx, {
        setHash: hashes.control,
        reason: 'back for the other tests',
        expected: 3,
        publishedBy: null,
        action: 'weights.rolled_back',
      }),
    );
  });
});

const publishSet = (setHash: string, expected: number) =>
  asWorker(worker, (tx) =>
    putInUse(worker, tx, {
      setHash,
      reason: 'another set meanwhile',
      expected,
      publishedBy: null,
      action: 'weights.published',
    }),
  );

describe('an experiment by job', () => {
  it('ranks each new job by the weights of its arm, in every run, and older jobs by those in use', async () => {
    await addPeople(4);
    const before = await publish();
    now = at(1);
    const { id } = await begin('job');
    now = at(2);
    const jobIds: string[] = [];
    for (let index = 0; index < 6; index += 1) jobIds.push(await publish());
    for (const jobId of jobIds) {
      expect((await newestRun(jobId)).weightSetHash).toBe(hashes[armOf(id, jobId)]);
    }
    expect((await newestRun(before)).weightSetHash).toBe(hashes.control);
    const assigned = await asWorker(worker, (tx) => tx.select().from(experimentAssignments));
    expect(new Map(assigned.map(({ jobId, arm }) => [jobId, arm]))).toEqual(
      new Map(jobIds.map((jobId) => [jobId, armOf(id, jobId)])),
    );
  });

  it('leaves out a job with weights of its own', async () => {
    await begin('job');
    now = at(1);
    const weights = { set: null, changes: [{ factor: 'hours' as const, percent: 20 }] };
    await publish({ ...accountantJob, weights });
    expect(await asWorker(worker, (tx) => tx.select().from(experimentAssignments))).toEqual([]);
  });

  it('counts a job once its window is over, by what was decided within it', async () => {
    await addPeople(6);
    const { id: experimentId } = await begin('job');
    now = at(1);
    const jobId = await publish();
    const first = await look(jobId);
    expect(first.orderTested).toBe(false);
    expect((await exposuresOf(jobId)).map(({ candidateId }) => candidateId)).toEqual(first.ids);
    now = at(2);
    await move(jobId, first.ids[1]!, 'shortlisted');
    const { eventId } = await move(jobId, first.ids[0]!, 'shortlisted');
    await undoMove(ctxOf(), authorize(member, 'candidacy:decide'), { eventId });
    await move(jobId, first.ids[2]!, 'rejected');
    now = at(14);
    expect((await readExperiment(admin, { experimentId })).jobs).toMatchObject({ waiting: 1, uncounted: 0 });
    now = at(16);
    await move(jobId, first.ids[3]!, 'shortlisted');
    const arm = armOf(experimentId, jobId);
    const { jobs, measures, finding } = await readExperiment(admin, { experimentId });
    // One arm alone has no partner to be compared with.
    expect(jobs).toMatchObject({ counted: 0, waiting: 0, uncounted: 1 });
    expect(finding).toMatchObject({ verdict: 'not_enough', mean: null, interval: null });
    expect(measures.precision[arm]).toBeCloseTo(1 / 6);
    expect(measures.acceptance[arm]).toBe(0.5);
    expect(measures.hoursToShortlist[arm]).toBe(24);
    expect(measures.churn).toBeGreaterThan(0);
  });

  it('ranks treated jobs anew when it is stopped, and no others; rolling back finds nothing left to do', async () => {
    await addPeople(3);
    const { id: experimentId } = await begin('job');
    now = at(1);
    const jobIds: string[] = [];
    while (new Set(jobIds.map((jobId) => armOf(experimentId, jobId))).size < 2) jobIds.push(await publish());
    const runsBefore = new Map<string, string>();
    for (const jobId of jobIds) runsBefore.set(jobId, (await newestRun(jobId)).id);
    now = at(3);
    await stopExperiment(admin, { experimentId, reason: 'enough of it' });
    await deliverAll(worker, consumers);
    const runsAfter = new Map<string, string>();
    for (const jobId of jobIds) {
      const run = await newestRun(jobId);
      expect(run.weightSetHash).toBe(hashes.control);
      expect(run.id === runsBefore.get(jobId)).toBe(armOf(experimentId, jobId) === 'control');
      runsAfter.set(jobId, run.id);
    }
    await rollBackExperiment(admin, { experimentId, reason: 'no better' });
    await deliverAll(worker, consumers);
    for (const jobId of jobIds) expect((await newestRun(jobId)).id).toBe(runsAfter.get(jobId));
  });

  it('leaves nobody on a set of its own when it is stopped after other weights were published', async () => {
    await addPeople(3);
    const { id: experimentId } = await begin('job');
    now = at(1);
    const jobIds: string[] = [];
    while (new Set(jobIds.map((jobId) => armOf(experimentId, jobId))).size < 2) jobIds.push(await publish());
    const [newest] = (await weightsOverview(admin)).publications;
    const { number } = await publishSet(hashes.treatment, newest?.number ?? 0);
    await deliverAll(worker, consumers);
    await stopExperiment(admin, { experimentId, reason: 'enough of it' });
    await deliverAll(worker, consumers);
    for (const jobId of jobIds) expect((await newestRun(jobId)).weightSetHash).toBe(hashes.treatment);
    await publishSet(hashes.control, number);
  });
});

it('goes on with its sets while others are published: those rank the jobs that drew none', async () => {
  await addPeople(3);
  const older = await publish();
  const { experiment: none, inUse } = await weightsOverview(admin);
  expect(none).toBeNull();
  now = at(1);
  const { id: experimentId } = await begin('job');
  now = at(2);
  const drew = await publish();
  expect((await weightsOverview(admin)).experiment).toEqual({
    id: experimentId,
    name: 'Hours first',
    unit: 'job',
    control: { hash: hashes.control, name: inUse.name },
    treatment: { hash: hashes.treatment, name: 'v2' },
  });
  const { hours, language, ...rest } = loadCatalog().weightSets.current.set.factors;
  const factors = {
    ...rest,
    hours: { ...hours, weight: hours.weight + 1 },
    language: { ...language, weight: language.weight - 1 },
  };
  const other = await asWorker(worker, (tx) =>
    keepSet(worker, tx, { id: 'other', label: 'Neither of the two', factors }),
  );
  await publishSet(other, inUse.number);
  await deliverAll(worker, consumers);
  expect((await newestRun(older)).weightSetHash).toBe(other);
  expect((await newestRun(drew)).weightSetHash).toBe(hashes[armOf(experimentId, drew)]);
  await stopExperiment(admin, { experimentId, reason: 'enough of it' });
  expect((await weightsOverview(admin)).experiment).toBeNull();
  await publishSet(hashes.control, inUse.number + 1);
});

describe('an interleaved list', () => {
  it('is drafted from both rankings, the same at every look, and shows everybody once', async () => {
    await addPeople(9);
    const jobId = await publish();
    const plain = await look(jobId);
    expect(plain.orderTested).toBe(false);
    await begin('interleaving');
    const drafted = await look(jobId);
    expect(drafted.orderTested).toBe(true);
    expect(drafted.ids.toSorted()).toEqual(plain.ids.toSorted());
    expect(drafted.ids).not.toEqual(plain.ids);
    expect(drafted.rows.map(({ rank }) => rank)).toEqual(drafted.rows.map((_, index) => index + 1));
    now = at(1);
    expect((await look(jobId)).ids).toEqual(drafted.ids);
    const exposures = await exposuresOf(jobId);
    expect(exposures.map(({ candidateId }) => candidateId)).toEqual(drafted.ids);
    expect(exposures.every(({ shownAt }) => shownAt.getTime() === START.getTime())).toBe(true);
    const scores = (rows: typeof plain.rows) =>
      new Map(rows.map(({ candidateId, score, stage }) => [candidateId, { score, stage }]));
    expect(scores(drafted.rows)).toEqual(scores(plain.rows));
  });

  it('credits the pick of whoever is shortlisted, and goes back to the scores when it is stopped', async () => {
    await addPeople(8);
    const jobId = await publish();
    const plain = await look(jobId);
    const { id: experimentId } = await begin('interleaving');
    await look(jobId);
    const exposures = await exposuresOf(jobId);
    const treated = exposures.filter(({ arm }) => arm === 'treatment');
    now = at(1);
    for (const { candidateId } of treated) await move(jobId, candidateId, 'shortlisted');
    now = at(15);
    const view = await readExperiment(admin, { experimentId });
    expect(view.jobs).toMatchObject({ counted: 1, waiting: 0, uncounted: 0 });
    expect(view.finding).toMatchObject({ mean: 1, verdict: 'not_enough' });
    expect(view.measures.acceptance).toEqual({ control: null, treatment: 1 });
    expect(view.guardrails).toMatchObject({
      acceptance: { verdict: 'too_few' },
      impactRatio: { verdict: 'not_measured', ratio: null },
    });
    expect(view.cautions).toEqual(['verdict', 'acceptance', 'impact_ratio']);
    await stopExperiment(admin, { experimentId, reason: 'enough of it' });
    expect((await look(jobId)).ids).toEqual(plain.ids);
    const [overview] = (await experimentsOverview(admin)).experiments;
    expect(overview).toMatchObject({ id: experimentId, state: 'stopped', finding: { mean: 1 } });
  });

  it('drafts in somebody who was added since, and keeps whose pick the others are', async () => {
    await addPeople(6);
    const jobId = await publish();
    await begin('interleaving');
    await look(jobId);
    const before = await exposuresOf(jobId);
    const [candidateId] = await addPeople(1);
    await consumeCandidateChanged(worker, { candidateId: candidateId! });
    const after = await look(jobId);
    expect(after.ids).toHaveLength(7);
    const exposures = await exposuresOf(jobId);
    expect(exposures.map(({ candidateId }) => candidateId)).toEqual(after.ids);
    const armBefore = new Map(before.map(({ candidateId, arm }) => [candidateId, arm]));
    for (const exposure of exposures) {
      expect(armBefore.get(exposure.candidateId) ?? exposure.arm).toBe(exposure.arm);
    }
  });

  it('does not show one organisation the lists of another', async () => {
    await addPeople(3);
    const jobId = await publish();
    await begin('interleaving');
    await look(jobId);
    const other = await createMember(test.db);
    const seen = await listMatches(testContext(test.db, other), authorize(other, 'match:read'), {
      jobId,
      group: 'ranked',
      bands: [],
      minimumScore: 0,
      stage: 'all',
    }).catch((error: unknown) => error);
    expect(seen).toMatchObject({ code: 'not_found' });
    const untouched = await asWorker(worker, (tx) =>
      tx
        .select()
        .from(candidacies)
        .where(and(eq(candidacies.jobId, jobId), eq(candidacies.stage, 'new'))),
    );
    expect(untouched).toHaveLength(3);
  });
});

// Publishes, so it comes last.
it('compares a draft under the name by which it is published afterwards', async () => {
  const { factors } = loadCatalog().weightSets.current.set;
  const moved = { ...factors, domain: { ...factors.domain, weight: 8 } };
  const draft = await saveWeightDraft(admin, {
    revision: null,
    factors: { ...moved, language: { ...factors.language, weight: 0 } },
  });
  expect(draft.name).toBe('v3');
  const [one, two] = [
    await create('job', { treatmentHash: 'draft' }),
    await create('job', { treatmentHash: 'draft' }),
  ];
  expect([one.treatment.name, two.treatment]).toEqual(['v3', one.treatment]);
  expect((await weightsOverview(admin)).draft?.name).toBe('v3');
  const expected = (await weightsOverview(admin)).inUse.number;
  await publishWeightDraft(admin, { revision: draft.revision, expected, reason: 'for a test' });
  const { inUse, nextName } = await weightsOverview(admin);
  expect(inUse).toMatchObject({ name: 'v3', hash: one.treatment.hash });
  expect(nextName).toBe('v4');
});
