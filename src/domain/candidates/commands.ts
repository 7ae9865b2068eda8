import { and, desc, eq, isNotNull, max, sql } from 'drizzle-orm';
import {
  candidateFeatures,
  candidates,
  candidateVersions,
  jobs,
  jobVersions,
  screeningAnswers,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asMember } from '@/domain/kernel/transaction';
import { answersFromCsv } from './answers-csv';
import { featuresOf } from './features';
import { maskCode } from './mask-code';
import { standingId } from './queries/standing';
import type { CandidateProfile, FlexifitAnswers, RowIssue } from './schema';

export interface PersonInput {
  /** null = a person of the pool, who has consented. */
  organizationId: string | null;
  lawfulBasis: 'consent' | 'legitimate_interest';
  /** When the person agreed to be matched with every organisation's jobs. */
  poolConsentAt: Date | null;
  profile: CandidateProfile;
  answers: FlexifitAnswers;
  resumeId: string | null;
  parserVersion: string | null;
}

/** The queried facts that stand as columns beside the JSONB of the current version. */
const queriedColumns = (profile: CandidateProfile, answers: FlexifitAnswers) => {
  const place = profile.place?.value;
  const hours = answers.hours === undefined || answers.hours === 'unsaid' ? null : answers.hours;
  const latest = profile.experience[0];
  return {
    name: profile.name?.value ?? null,
    email: profile.email?.value.toLowerCase() ?? null,
    phone: profile.phone?.value ?? null,
    country: place?.country ?? null,
    cityId: place?.cityId ?? null,
    cityName: place?.name ?? null,
    headline: latest?.title ?? null,
    roleId: latest?.roleId ?? null,
    skillIds: [...new Set(profile.skills.map((skill) => skill.skillId))],
    totalMonths: profile.totalMonths,
    hoursMin: hours?.min ?? null,
    hoursMax: hours?.max ?? null,
  };
};

interface Key {
  candidateId: string;
  versionId: string;
}

const versionRow = (ctx: Context, { candidateId, versionId }: Key, number: number, person: PersonInput) => {
  const { organizationId, profile, answers, resumeId, parserVersion } = person;
  const hash = contentHash({ profile, answers });
  const createdAt = ctx.now();
  return {
    id: versionId,
    candidateId,
    number,
    organizationId,
    hash,
    profile,
    answers,
    resumeId,
    parserVersion,
    createdAt,
  };
};

const featuresRow = ({ candidateId, versionId }: Key, person: PersonInput) => {
  const { organizationId, poolConsentAt, profile, answers } = person;
  const inPool = poolConsentAt !== null;
  return { candidateId, organizationId, versionId, inPool, ...featuresOf(profile, answers) };
};

const writeFeatures = async (tx: Transaction, key: Key, person: PersonInput) => {
  const { candidateId, organizationId, ...told } = featuresRow(key, person);
  await tx
    .insert(candidateFeatures)
    .values({ candidateId, organizationId, ...told })
    .onConflictDoUpdate({ target: candidateFeatures.candidateId, set: told });
};

/**
 * Adds people, each with a first version and the row the engine reads, in the caller's transaction: one statement a table.
 * Returns their ids, in order.
 */
export const addPeople = async (
  ctx: Context,
  tx: Transaction,
  people: readonly PersonInput[],
): Promise<string[]> => {
  if (people.length === 0) return [];
  const now = ctx.now();
  const added = people.map((person) => {
    const key = { candidateId: ctx.newId(), versionId: ctx.newId() };
    return { key, person };
  });
  await tx.insert(candidates).values(
    added.map(({ key: { candidateId, versionId }, person }) => ({
      id: candidateId,
      organizationId: person.organizationId,
      lawfulBasis: person.lawfulBasis,
      poolConsentAt: person.poolConsentAt,
      code: maskCode(candidateId),
      ...queriedColumns(person.profile, person.answers),
      currentVersionId: versionId,
      currentResumeId: person.resumeId,
      createdAt: now,
      updatedAt: now,
    })),
  );
  await tx.insert(candidateVersions).values(added.map(({ key, person }) => versionRow(ctx, key, 1, person)));
  await tx.insert(candidateFeatures).values(added.map(({ key, person }) => featuresRow(key, person)));
  return added.map(({ key }) => key.candidateId);
};

/** Adds one person as `addPeople` does. Returns the id. */
export const addPerson = async (ctx: Context, tx: Transaction, person: PersonInput): Promise<string> => {
  const [id = ''] = await addPeople(ctx, tx, [person]);
  return id;
};

/**
 * Gives a person a new version, in the caller's transaction; the columns and the engine's row change with it. Somebody who was
 * merged meanwhile stays out of the rankings: a file that is read anew knows nothing of the merge.
 */
export const changePerson = async (
  ctx: Context,
  tx: Transaction,
  candidateId: string,
  person: PersonInput,
): Promise<string> => {
  const [last] = await tx
    .select({ number: max(candidateVersions.number) })
    .from(candidateVersions)
    .where(eq(candidateVersions.candidateId, candidateId));
  const versionId = ctx.newId();
  const key = { candidateId, versionId };
  await tx.insert(candidateVersions).values(versionRow(ctx, key, (last?.number ?? 0) + 1, person));
  const [changed] = await tx
    .update(candidates)
    .set({
      ...queriedColumns(person.profile, person.answers),
      currentVersionId: versionId,
      currentResumeId: person.resumeId,
      updatedAt: ctx.now(),
    })
    .where(eq(candidates.id, candidateId))
    .returning({ mergedIntoId: candidates.mergedIntoId });
  if (changed?.mergedIntoId === null) await writeFeatures(tx, key, person);
  return versionId;
};

/** Sets a person back on one of their versions, in the caller's transaction: columns and the engine's row say what it said. */
export const standOnVersion = async (
  ctx: Context,
  tx: Transaction,
  candidateId: string,
  version: PersonInput & { id: string },
): Promise<void> => {
  await tx
    .update(candidates)
    .set({
      ...queriedColumns(version.profile, version.answers),
      currentVersionId: version.id,
      currentResumeId: version.resumeId,
      updatedAt: ctx.now(),
    })
    .where(eq(candidates.id, candidateId));
  await writeFeatures(tx, { candidateId, versionId: version.id }, version);
};

/** The person with the current version, locked for the transaction, or undefined. */
export const lockPerson = async (tx: Transaction, candidateId: string) => {
  // Locked before it is joined: whoever waited for the lock would else join the version of before, and find nobody.
  // Rows that name the person may be written meanwhile: a run that lists them need not wait, nor hold its jobs while it does.
  await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(eq(candidates.id, candidateId))
    .for('no key update');
  const [row] = await tx
    .select()
    .from(candidates)
    .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
    .where(eq(candidates.id, candidateId));
  return row;
};

export type AnswerChanges = { [K in keyof FlexifitAnswers]?: FlexifitAnswers[K] | null };

/** Answers with changes: a key that is given replaces the answer, null takes it back to "not asked". */
export const changedAnswers = (before: FlexifitAnswers, changes: AnswerChanges): FlexifitAnswers =>
  Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null),
  ) as FlexifitAnswers;

/** Throws `conflict` for somebody who was merged: what is told now belongs to the person they are. */
export const refuseMerged = ({ mergedIntoId }: { mergedIntoId: string | null }): void => {
  if (mergedIntoId === null) return;
  throw new DomainError('conflict', 'This person was merged with another one. Load the page again.');
};

const applyAnswers = async (
  ctx: Context,
  tx: Transaction,
  grant: Authorized<'candidate:write'>,
  candidateId: string,
  changes: AnswerChanges,
): Promise<string> => {
  const person = await lockPerson(tx, candidateId);
  if (person === undefined || person.candidates.organizationId !== grant.organizationId) {
    throw notFound('This person');
  }
  refuseMerged(person.candidates);
  const { candidates: current, candidate_versions: version } = person;
  const answers = changedAnswers(version.answers, changes);
  const versionId = await changePerson(ctx, tx, current.id, { ...current, ...version, answers });
  await enqueue(ctx, tx, 'candidate-changed', { candidateId: current.id });
  return versionId;
};

/**
 * Records a person's questionnaire answers as the recruiter was told them: a key that is given replaces the answer,
 * null takes it back to "not asked". Only people of the own organisation; throws `not_found` for any other.
 */
export const saveAnswers = (
  ctx: Context,
  grant: Authorized<'candidate:write'>,
  input: { candidateId: string; answers: AnswerChanges },
): Promise<{ candidateId: string; versionId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const { candidateId, answers } = input;
    const versionId = await applyAnswers(ctx, tx, grant, candidateId, answers);
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'candidate.answered',
      entity: 'candidate',
      entityId: candidateId,
      data: { questions: Object.keys(answers).length },
    });
    return { candidateId, versionId };
  });

/**
 * Records the answers of a CSV file, each row to the person of the organisation with its e-mail. A row that cannot be
 * read, or whose person is not known, is reported at its line; the other rows are kept. Throws `invalid_input` for a file that
 * is no table.
 */
export const importAnswers = (
  ctx: Context,
  grant: Authorized<'candidate:write'>,
  input: { csv: string },
): Promise<{ saved: number; issues: RowIssue[] }> =>
  asMember(ctx, grant, async (tx) => {
    const { rows, issues, unreadable } = answersFromCsv(input.csv);
    if (unreadable !== null)
      throw new DomainError('invalid_input', unreadable, { issues: [{ path: 'csv', message: unreadable }] });
    const known = await tx
      .select({ id: candidates.id, email: candidates.email })
      .from(candidates)
      .where(and(eq(candidates.organizationId, grant.organizationId), isNotNull(candidates.email)))
      // Somebody who stands by themselves comes last, and has the address before anybody who was merged.
      .orderBy(sql`${candidates.mergedIntoId} nulls last`);
    const byEmail = new Map(known.map((person) => [person.email, person.id]));
    const own = new Set(known.map(({ id }) => id));
    let saved = 0;
    for (const { line, email, answers } of rows) {
      const found = byEmail.get(email);
      const candidateId = found === undefined ? null : await standingId(tx, found);
      if (candidateId === null) {
        issues.push({ line, column: 'email', message: 'Nobody of your organisation has this address.' });
        continue;
      }
      if (!own.has(candidateId)) {
        const message = 'They applied themselves, so their own answers count. Leave the row out.';
        issues.push({ line, column: 'email', message });
        continue;
      }
      await applyAnswers(ctx, tx, grant, candidateId, answers);
      saved += 1;
    }
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'candidate.answers_imported',
      entity: 'organization',
      entityId: grant.organizationId,
      data: { saved, refused: issues.length },
    });
    return { saved, issues: issues.sort((a, b) => a.line - b.line) };
  });

/**
 * Adds an answer to a job's screening question in the caller's transaction; earlier ones stay, so that a score can be
 * replayed with what was known then. An empty answer takes it back. The caller has seen that job and person are its own.
 * Returns the id of the answer.
 */
export const answerScreening = async (
  ctx: Context,
  tx: Transaction,
  given: {
    organizationId: string;
    jobId: string;
    candidateId: string;
    questionId: string;
    answer: string;
    provenance: (typeof screeningAnswers.$inferSelect)['provenance'];
  },
): Promise<string> => {
  const { jobId, candidateId, questionId } = given;
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`screening:${jobId}:${candidateId}:${questionId}`}, 0))`,
  );
  const [last] = await tx
    .select({ number: max(screeningAnswers.number) })
    .from(screeningAnswers)
    .where(
      and(
        eq(screeningAnswers.jobId, jobId),
        eq(screeningAnswers.candidateId, candidateId),
        eq(screeningAnswers.questionId, questionId),
      ),
    );
  const id = ctx.newId();
  await tx
    .insert(screeningAnswers)
    .values({ ...given, id, number: (last?.number ?? 0) + 1, answeredAt: ctx.now() });
  return id;
};

/** Throws `invalid_input` when no version of the job asks this, or a yes-or-no question is answered otherwise. */
export const checkScreening = async (
  tx: Transaction,
  { jobId, questionId, answer }: { jobId: string; questionId: string; answer: string | null },
): Promise<void> => {
  const versions = await tx
    .select({ snapshot: jobVersions.snapshot })
    .from(jobVersions)
    .where(eq(jobVersions.jobId, jobId))
    .orderBy(desc(jobVersions.number));
  const question = versions
    .flatMap(({ snapshot }) => snapshot.screening ?? [])
    .find(({ id }) => id === questionId);
  const issue =
    question === undefined
      ? { path: 'questionId', message: 'This job does not ask that.' }
      : question.kind === 'yes_no' && answer !== null && answer !== 'yes' && answer !== 'no'
        ? { path: 'answer', message: 'Answer with yes or no.' }
        : null;
  if (issue !== null) throw new DomainError('invalid_input', issue.message, { issues: [issue] });
};

/**
 * Records a person's answer to a job's screening question; null takes it back. Throws `not_found` for another
 * organisation's job or person, `invalid_input` at the question or the answer.
 */
export const saveScreeningAnswer = (
  ctx: Context,
  grant: Authorized<'candidate:write'>,
  input: { jobId: string; candidateId: string; questionId: string; answer: string | null },
): Promise<{ candidateId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const [person] = await tx
      .select({ mergedIntoId: candidates.mergedIntoId })
      .from(candidates)
      .where(eq(candidates.id, input.candidateId));
    if (person === undefined) throw notFound('This person');
    refuseMerged(person);
    const { jobId, candidateId, questionId, answer } = input;
    const [job] = await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.id, jobId));
    if (job === undefined) throw notFound('This job');
    await checkScreening(tx, input);
    await answerScreening(ctx, tx, {
      organizationId: grant.organizationId,
      jobId,
      candidateId,
      questionId,
      answer: answer ?? '',
      provenance: 'imported',
    });
    await enqueue(ctx, tx, 'candidate-changed', { candidateId });
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'candidate.screening_answered',
      entity: 'candidate',
      entityId: candidateId,
      data: { jobId, questionId },
    });
    return { candidateId };
  });
