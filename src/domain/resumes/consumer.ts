import { createHash } from 'node:crypto';
import { and, desc, eq, isNotNull, lte, or, sql } from 'drizzle-orm';
import { candidates, importItems, resumes } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { addPerson, changePerson, lockPerson, type PersonInput } from '@/domain/candidates/commands';
import { personByEmail } from '@/domain/candidates/queries/by-email';
import { profileFromParse } from '@/domain/candidates/from-parse';
import { withNewerFile } from '@/domain/candidates/newer-file';
import type { CandidateProfile } from '@/domain/candidates/schema';
import { loadCatalog } from '@/domain/catalog/load';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { madeStorable } from '@/domain/kernel/storable';
import { asWorker } from '@/domain/kernel/transaction';
import { readBlob } from '@/services/blob';
import { parseIsolated } from './adapter';
import { finishWhenDone, lockImport } from './progress';
import { RESUME_TYPES, type ParseFailure, type ParsedResume } from './schema';

type Item = typeof importItems.$inferSelect & { blobPath: string };
type Ending =
  | { state: 'failed'; reason: ParseFailure | 'not_uploaded' }
  | { state: 'parsed' | 'duplicate'; candidateId: string };

/**
 * Reads one received file into a person. Repeated deliveries find the item ended and do nothing. A file that cannot be
 * read ends as failed, with its reason; the rest of the import goes on.
 */
export const consumeResumeParse = async (ctx: Context, { itemId }: { itemId: string }): Promise<void> => {
  const [item] = await asWorker(ctx, (tx) =>
    tx
      .select()
      .from(importItems)
      .where(and(eq(importItems.id, itemId), eq(importItems.state, 'received'))),
  );
  if (item === undefined || item.blobPath === null) return;
  const file = { ...item, blobPath: item.blobPath };
  const bytes = await readBlob(file.blobPath);
  if (bytes === null) return end(ctx, file, async () => ({ state: 'failed', reason: 'not_uploaded' }));
  const asOf = ctx.now().toISOString().slice(0, 7);
  const outcome = await parseIsolated(bytes, { filename: item.fileName, asOf });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await end(ctx, file, async (tx, basis) =>
    outcome.ok
      ? store(ctx, tx, file, basis, madeStorable(outcome.resume), sha256)
      : { state: 'failed', reason: outcome.reason },
  );
};

type Basis = 'consent' | 'legitimate_interest';

const end = (
  ctx: Context,
  item: Item,
  outcome: (tx: Transaction, basis: Basis) => Promise<Ending>,
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const { lawfulBasis } = await lockImport(tx, item.importId);
    const [fresh] = await tx.select().from(importItems).where(eq(importItems.id, item.id)).for('update');
    if (fresh?.state !== 'received') return;
    const ending = await outcome(tx, lawfulBasis);
    await tx
      .update(importItems)
      .set({ ...ending, updatedAt: ctx.now() })
      .where(eq(importItems.id, item.id));
    await finishWhenDone(ctx, tx, item.importId);
    await audit(ctx, tx, {
      organizationId: item.organizationId,
      action: `resume.${ending.state}`,
      entity: 'import_item',
      entityId: item.id,
      data: 'reason' in ending ? { reason: ending.reason } : { candidateId: ending.candidateId },
    });
  });

/** The person this file is about: the same bytes or the same address is the same person of the organisation. */
const store = async (
  ctx: Context,
  tx: Transaction,
  item: Item,
  lawfulBasis: Basis,
  resume: ParsedResume,
  sha256: string,
): Promise<Ending> => {
  const { organizationId } = item;
  // The lock makes the same file in two imports, read at once, find itself.
  await tx.execute(lockResume(organizationId, sha256));
  const [same] = await tx
    .select({ candidateId: resumes.candidateId })
    .from(resumes)
    .where(and(eq(resumes.organizationId, organizationId), eq(resumes.sha256, sha256)));
  if (same !== undefined) return { state: 'duplicate', candidateId: same.candidateId };
  const profile = profileFromParse(resume, loadCatalog(), ctx.now().toISOString().slice(0, 7));
  const address = profile.email?.value;
  const known = address === undefined ? undefined : await personByEmail(tx, organizationId, address);
  const resumeId = ctx.newId();
  const { parserVersion } = resume;
  const common = { organizationId, lawfulBasis, profile, resumeId, parserVersion };
  let candidateId: string;
  if (known === undefined) {
    candidateId = await addPerson(ctx, tx, { ...common, poolConsentAt: null, answers: {} });
  } else {
    candidateId = await tellMore(ctx, tx, known, common, address ?? '');
  }
  const extension = item.blobPath.split('.').at(-1) as keyof typeof RESUME_TYPES;
  await tx.insert(resumes).values({
    id: resumeId,
    organizationId,
    candidateId,
    blobPath: item.blobPath,
    fileName: item.fileName,
    contentType: RESUME_TYPES[extension],
    size: item.size,
    sha256,
    parsed: resume,
    parserVersion,
    createdAt: ctx.now(),
  });
  return { state: known === undefined ? 'parsed' : 'duplicate', candidateId };
};

/**
 * A newer file of a known person's: what somebody put right stays, and so does the address that links go to. Nothing is told of
 * somebody who applied on their own; the file stays with the row that was merged into them. Returns whose file it is.
 */
const tellMore = async (
  ctx: Context,
  tx: Transaction,
  candidateId: string,
  file: Omit<PersonInput, 'poolConsentAt' | 'answers'>,
  address: string,
): Promise<string> => {
  const person = await lockPerson(tx, candidateId);
  if (person === undefined) throw new Error('the person of an address went while it was locked');
  const { candidates: current, candidate_versions: version } = person;
  if (current.organizationId !== file.organizationId) return mergedWith(tx, file.organizationId, address);
  const asOf = ctx.now().toISOString().slice(0, 7);
  const told = withNewerFile({
    before: version.profile,
    earlier: await earlierReading(tx, current.currentResumeId, asOf),
    fresh: file.profile,
    owned: current.emailVerifiedAt !== null,
    asOf,
  });
  // Found by the address of somebody merged into them: theirs stays, since links go there.
  const merged = current.email !== file.profile.email?.value.toLowerCase();
  const email = merged ? (version.profile.email ?? told.email) : told.email;
  await changePerson(ctx, tx, candidateId, {
    ...file,
    lawfulBasis: current.lawfulBasis,
    poolConsentAt: current.poolConsentAt,
    answers: version.answers,
    profile: { ...told, email },
  });
  return candidateId;
};

/** The organisation's own row with an address that was merged into somebody who applied. */
const mergedWith = async (
  tx: Transaction,
  organizationId: string | null,
  address: string,
): Promise<string> => {
  const [row] = await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(
      and(
        sql`${candidates.organizationId} is not distinct from ${organizationId}`,
        eq(candidates.email, address.toLowerCase()),
        isNotNull(candidates.mergedIntoId),
      ),
    )
    .orderBy(desc(candidates.updatedAt))
    .limit(1);
  if (row === undefined) throw new Error('an address leads to a person of others without a merge');
  return row.id;
};

/** What the file that was shown until now told, or null. */
const earlierReading = async (
  tx: Transaction,
  resumeId: string | null,
  asOf: string,
): Promise<CandidateProfile | null> => {
  if (resumeId === null) return null;
  const [row] = await tx.select({ parsed: resumes.parsed }).from(resumes).where(eq(resumes.id, resumeId));
  return row === undefined ? null : profileFromParse(row.parsed, loadCatalog(), asOf);
};

const lockResume = (organizationId: string, sha256: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`resume:${organizationId}:${sha256}`}, 0))`;

const UPLOAD_MS = 30 * 60_000;
const PARSE_MS = 10 * 60_000;

/** Ends items whose bytes never came, or whose reading never ended, so that every import finishes. */
export const reconcileImports = (ctx: Context): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const late = (state: 'waiting' | 'received', ms: number) =>
      and(eq(importItems.state, state), lte(importItems.updatedAt, new Date(ctx.now().getTime() - ms)));
    const stuck = await tx
      .select({ id: importItems.id, importId: importItems.importId, state: importItems.state })
      .from(importItems)
      .where(or(late('waiting', UPLOAD_MS), late('received', PARSE_MS)))
      .orderBy(importItems.importId)
      .limit(500);
    for (const importId of new Set(stuck.map((item) => item.importId))) {
      await lockImport(tx, importId);
      for (const item of stuck.filter((candidate) => candidate.importId === importId)) {
        await tx
          .update(importItems)
          .set({
            state: 'failed',
            reason: item.state === 'waiting' ? 'not_uploaded' : 'took_too_long',
            updatedAt: ctx.now(),
          })
          .where(and(eq(importItems.id, item.id), eq(importItems.state, item.state)));
      }
      await finishWhenDone(ctx, tx, importId);
    }
  });
