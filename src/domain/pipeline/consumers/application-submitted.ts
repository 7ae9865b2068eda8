import { and, eq } from 'drizzle-orm';
import { applications, candidacies, candidates, jobs, resumes, stageEvents } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { addPerson, answerScreening, changePerson, lockPerson } from '@/domain/candidates/commands';
import { issueCandidateToken } from '@/domain/candidates/commands/tokens';
import { personByEmail } from '@/domain/candidates/queries/by-email';
import { applyEdits } from '@/domain/candidates/edits';
import { loadCatalog } from '@/domain/catalog/load';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { enqueue } from '@/domain/kernel/outbox';
import { asWorker } from '@/domain/kernel/transaction';
import { forgetRankings } from '@/domain/matching/kept-rankings';
import { applicationFormSchema, type ApplicationForm } from '../schema/application';
import { consumeApplicationParse } from './application-parse';

type Application = typeof applications.$inferSelect;

/**
 * Makes a person and a candidacy of an application that was sent by a new address. Anybody can type a known one, and an
 * application would show its person to the employer: that waits until the link in the mail is opened. Repeated deliveries
 * find it taken in.
 */
export const consumeApplicationSubmitted = async (
  ctx: Context,
  { applicationId }: { applicationId: string },
): Promise<void> => {
  // Sent while the résumé was still being read: the reading is finished first.
  await consumeApplicationParse(ctx, { applicationId });
  await asWorker(ctx, async (tx) => {
    const [application] = await tx
      .select()
      .from(applications)
      .where(eq(applications.id, applicationId))
      .for('update');
    if (application?.state !== 'submitted') return;
    const form = applicationFormSchema.parse(application.draft);
    const known = await personByEmail(tx, null, form.profile.email);
    const candidateId = known ?? (await takeIn(ctx, tx, application, form, null));
    await tx
      .update(applications)
      .set({ state: 'taken_in', candidateId, confirmed: known === undefined, updatedAt: ctx.now() })
      .where(eq(applications.id, applicationId));
    if (known === undefined) {
      await joinJob(ctx, tx, application, form, candidateId);
      await enqueue(ctx, tx, 'candidate-changed', { candidateId });
    }
    await enqueue(ctx, tx, 'application-files', { applicationId });
    await issueCandidateToken(ctx, tx, { candidateId, purpose: 'application', aboutId: applicationId });
    await audit(ctx, tx, {
      organizationId: application.organizationId,
      action: 'application.taken_in',
      entity: 'application',
      entityId: applicationId,
      data: { jobId: application.jobId, candidateId, known: known !== undefined },
    });
  });
};

/**
 * The address was proved by opening the mailed link: a known person applies, what they sent becomes their profile, and
 * whoever asked to be matched with other jobs enters the pool. Repeated deliveries find it confirmed.
 */
export const consumeApplicationConfirmed = (
  ctx: Context,
  { applicationId }: { applicationId: string },
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [application] = await tx
      .select()
      .from(applications)
      .where(eq(applications.id, applicationId))
      .for('update');
    if (application?.state !== 'taken_in' || application.candidateId === null) return;
    const form = applicationFormSchema.parse(application.draft);
    const { candidateId } = application;
    // The job before the person and their candidacy, as a run locks them: it may be listing them at this moment.
    await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.id, application.jobId)).for('key share');
    const person = await lockPerson(tx, candidateId);
    if (person === undefined) return;
    const enters = form.consents.pool && person.candidates.poolConsentAt === null;
    if (application.confirmed && !enters) return;
    const poolConsentAt = enters ? ctx.now() : person.candidates.poolConsentAt;
    if (enters) {
      await tx.update(candidates).set({ poolConsentAt }).where(eq(candidates.id, candidateId));
    }
    if (application.confirmed) {
      const { candidates: current, candidate_versions: version } = person;
      await changePerson(ctx, tx, candidateId, { ...current, ...version, poolConsentAt });
    } else {
      await takeIn(ctx, tx, application, form, { candidateId, poolConsentAt });
      await joinJob(ctx, tx, application, form, candidateId);
    }
    await tx.update(applications).set({ confirmed: true }).where(eq(applications.id, applicationId));
    await enqueue(ctx, tx, 'candidate-changed', { candidateId });
    await audit(ctx, tx, {
      organizationId: application.organizationId,
      action: 'application.confirmed',
      entity: 'application',
      entityId: applicationId,
      data: { candidateId, pool: enters },
    });
  });

/** Writes the application's facts as a new person, or as the next version of a known one. Returns the person's id. */
const takeIn = async (
  ctx: Context,
  tx: Transaction,
  application: Application,
  form: ApplicationForm,
  known: { candidateId: string; poolConsentAt: Date | null } | null,
): Promise<string> => {
  const asOf = ctx.now().toISOString().slice(0, 7);
  const before = known === null ? undefined : await lockPerson(tx, known.candidateId);
  const { parsed } = application;
  const resumeId = parsed === null ? (before?.candidates.currentResumeId ?? null) : ctx.newId();
  const person = {
    organizationId: null,
    lawfulBasis: 'consent' as const,
    poolConsentAt: known?.poolConsentAt ?? null,
    profile: applyEdits(application.profile, form.profile, loadCatalog(), asOf),
    answers: { ...before?.candidate_versions.answers, ...form.answers },
    resumeId,
    parserVersion: parsed?.parserVersion ?? before?.candidate_versions.parserVersion ?? null,
  };
  const candidateId = known?.candidateId ?? (await addPerson(ctx, tx, person));
  if (known !== null) await changePerson(ctx, tx, candidateId, person);
  if (parsed !== null && resumeId !== null && application.blobPath !== null) {
    await tx.insert(resumes).values({
      id: resumeId,
      organizationId: null,
      candidateId,
      blobPath: application.blobPath,
      fileName: application.fileName ?? 'résumé',
      contentType: application.contentType ?? 'application/octet-stream',
      size: application.size ?? 0,
      sha256: application.sha256 ?? '',
      parsed,
      parserVersion: parsed.parserVersion,
      createdAt: ctx.now(),
    });
  }
  return candidateId;
};

/** The applicant's candidacy and answers to the job's own questions, and word of them to the recruiter. */
const joinJob = async (
  ctx: Context,
  tx: Transaction,
  application: Application,
  form: ApplicationForm,
  candidateId: string,
): Promise<void> => {
  const { organizationId, jobId, id: applicationId } = application;
  await openCandidacy(ctx, tx, application, candidateId);
  for (const [questionId, answer] of Object.entries(form.screening)) {
    const given = { organizationId, jobId, candidateId, questionId, answer };
    await answerScreening(ctx, tx, { ...given, provenance: 'answered' });
  }
  await enqueue(ctx, tx, 'application-received', { applicationId });
};

/** One that was only matched becomes an application, one withdrawn is open again. */
const openCandidacy = async (
  ctx: Context,
  tx: Transaction,
  application: Application,
  candidateId: string,
): Promise<void> => {
  const { organizationId, jobId } = application;
  const at = ctx.now();
  // Compared anew: perhaps nobody of this organisation was compared with them yet.
  await tx.update(candidates).set({ comparedVersionId: null }).where(eq(candidates.id, candidateId));
  await enqueue(ctx, tx, 'people-compare', {}, { idempotencyKey: `people-compare:${application.id}` });
  const [before] = await tx
    .select()
    .from(candidacies)
    .where(and(eq(candidacies.jobId, jobId), eq(candidacies.candidateId, candidateId)))
    .for('update');
  if (before === undefined) {
    await tx.insert(candidacies).values({
      id: ctx.newId(),
      organizationId,
      jobId,
      candidateId,
      source: 'applied',
      stageSince: at,
      unmaskedAt: at,
      createdAt: at,
    });
    return;
  }
  forgetRankings(tx, [application]);
  const again = before.stage === 'withdrawn';
  await tx
    .update(candidacies)
    .set({
      source: 'applied',
      unmaskedAt: before.unmaskedAt ?? at,
      ...(again && { stage: 'new' as const, stageSince: at }),
    })
    .where(eq(candidacies.id, before.id));
  if (again) {
    await tx.insert(stageEvents).values({
      id: ctx.newId(),
      organizationId,
      candidacyId: before.id,
      from: 'withdrawn',
      to: 'new',
      userId: null,
      at,
    });
  }
};
