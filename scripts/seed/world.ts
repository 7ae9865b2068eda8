import { hash } from '@node-rs/argon2';
import { database } from '@/db/client';
import { memberships, organizations, users } from '@/db/schema';
import { inScope } from '@/db/tenant';
import { addPeople, type PersonInput } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize, type Actor } from '@/domain/kernel/actor';
import { workerContext } from '@/domain/kernel/consume';
import { asWorker } from '@/domain/kernel/transaction';
import { makeWorld, type WorldEmployer, type WorldSize } from '../../demo/world';

const PEOPLE_PER_TRANSACTION = 250;
export const WORLD_PASSWORD = 'a made-up world';

type Member = Extract<Actor, { kind: 'member' }>;

const addEmployer = (employer: WorldEmployer, passwordHash: string): Promise<Member> => {
  const ctx = workerContext('seed');
  const createdAt = ctx.now();
  const organizationId = ctx.newId();
  return inScope(database(), { role: 'app_auth' }, async (tx) => {
    await tx
      .insert(organizations)
      .values({ id: organizationId, name: employer.name, timeZone: employer.timeZone, createdAt });
    let owner: Member | undefined;
    for (const { name, email, role } of employer.users) {
      const userId = ctx.newId();
      const { timeZone } = employer;
      await tx
        .insert(users)
        .values({ id: userId, email, name, passwordHash, emailVerifiedAt: createdAt, timeZone, createdAt });
      await tx.insert(memberships).values({ organizationId, userId, role, createdAt });
      if (role === 'owner') owner = { kind: 'member', userId, organizationId, role };
    }
    if (owner === undefined) throw new Error('An employer has no owner.');
    return owner;
  });
};

/**
 * A large invented world straight into the tables: employers, a pool of people who consented, and published jobs, whose
 * rankings are asked for in the outbox. The same seed number makes the same world.
 */
export const seedWorld = async (size: WorldSize, say: (line: string) => void): Promise<void> => {
  const world = makeWorld(size);
  const passwordHash = await hash(WORLD_PASSWORD);
  const owners: Member[] = [];
  for (const employer of world.employers) owners.push(await addEmployer(employer, passwordHash));
  say(`${owners.length} employers; every user's password is "${WORLD_PASSWORD}".`);
  const ctx = workerContext('seed');
  let added = 0;
  let batch: PersonInput[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  const flush = async (): Promise<void> => {
    const people = batch;
    batch = [];
    // While these are written the next ones are made.
    await writing;
    writing = asWorker(ctx, (tx) => addPeople(ctx, tx, people));
    writing.catch(() => undefined);
    added += people.length;
    if (added % 10_000 === 0) say(`${added} people …`);
  };
  for (const { profile, answers } of world.candidates) {
    batch.push({
      organizationId: null,
      lawfulBasis: 'consent',
      poolConsentAt: ctx.now(),
      profile,
      answers,
      resumeId: null,
      parserVersion: null,
    });
    if (batch.length === PEOPLE_PER_TRANSACTION) await flush();
  }
  if (batch.length > 0) await flush();
  await writing;
  say(`${added} people in the pool.`);
  for (const { employer, answers } of world.jobs) {
    const owner = owners[employer];
    if (owner === undefined) continue;
    const member = { ...ctx, actor: owner };
    const grant = authorize(owner, 'job:write');
    const { jobId } = await createJob(member, grant, {
      title: answers.title ?? 'Job',
      role: answers.role ?? null,
    });
    const { revision } = await saveDraft(member, grant, { jobId, revision: 1, answers });
    await publishJob(member, grant, { jobId, revision });
  }
  say(`${world.jobs.length} jobs published.`);
};
