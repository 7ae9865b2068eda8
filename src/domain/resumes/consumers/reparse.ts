import { and, asc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import { candidateFeatures, candidates, jobs, matchResults, resumes } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { changePerson, lockPerson } from '@/domain/candidates/commands';
import { carryEdits } from '@/domain/candidates/edits';
import { profileFromParse } from '@/domain/candidates/from-parse';
import { loadCatalog } from '@/domain/catalog/load';
import type { Context } from '@/domain/kernel/context';
import { enqueue, enqueueAll } from '@/domain/kernel/outbox';
import { madeStorable } from '@/domain/kernel/storable';
import type { TopicPayload } from '@/domain/kernel/topics';
import { asWorker } from '@/domain/kernel/transaction';
import { readBlob } from '@/services/blob';
import { parseIsolated } from '../adapter';
import { PARSER_VERSION } from '../parse/version';
import type { ParsedResume } from '../schema';

/** A message reads this many files: well within a function's time, and few enough to be done again after a crash. */
const RESUMES_AT_ONCE = 25;

type Reading = typeof resumes.$inferSelect;

/** Readings in use that an older parser made and the present one has not failed at. */
const outdated = and(
  eq(candidates.currentResumeId, resumes.id),
  isNull(candidates.mergedIntoId),
  ne(resumes.parserVersion, PARSER_VERSION),
  or(isNull(resumes.failedParserVersion), ne(resumes.failedParserVersion, PARSER_VERSION)),
);

const outdatedAfter = (tx: Transaction, afterId: string | null, limit: number): Promise<Reading[]> =>
  tx
    .select({ reading: resumes })
    .from(resumes)
    .innerJoin(candidates, eq(candidates.id, resumes.candidateId))
    .where(and(outdated, afterId === null ? undefined : gt(resumes.id, afterId)))
    .orderBy(asc(resumes.id))
    .limit(limit)
    .then((rows) => rows.map(({ reading }) => reading));

/** Begins a pass over the readings of older parsers, at most once an hour; the sweep calls it. */
export const startReparse = (ctx: Context): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [first] = await outdatedAfter(tx, null, 1);
    if (first === undefined) return;
    const hour = ctx.now().toISOString().slice(0, 13);
    const payload = { afterId: null, parserVersion: PARSER_VERSION, pass: hour };
    await enqueue(ctx, tx, 'reparse', payload, { idempotencyKey: `reparse:${PARSER_VERSION}:${hour}` });
  });

/**
 * Reads a chunk of résumés anew: what a person corrected stays, what a file no longer gives is left as it was. The
 * message after the last chunk asks for one run of every open job that sees somebody whose reading is new. A message of
 * another parser's is for another deployment and does nothing; a repeated one finds its readings replaced.
 */
export const consumeReparse = async (
  ctx: Context,
  { afterId, parserVersion, pass }: TopicPayload<'reparse'>,
): Promise<void> => {
  if (parserVersion !== PARSER_VERSION) return;
  const readings = await asWorker(ctx, (tx) => outdatedAfter(tx, afterId, RESUMES_AT_ONCE));
  for (const reading of readings) await readAnew(ctx, reading);
  const last = readings.at(-1)?.id;
  await asWorker(ctx, async (tx) => {
    if (last !== undefined) {
      const payload = { afterId: last, parserVersion, pass };
      await enqueue(ctx, tx, 'reparse', payload, { idempotencyKey: `reparse:${pass}:${last}` });
    } else if (afterId !== null) {
      await requestRuns(ctx, tx, pass);
    }
  });
  ctx.log.info('résumés read anew', { count: readings.length });
};

const readAnew = async (ctx: Context, reading: Reading): Promise<void> => {
  const bytes = await readBlob(reading.blobPath);
  const asOf = ctx.now().toISOString().slice(0, 7);
  const outcome = bytes === null ? null : await parseIsolated(bytes, { filename: reading.fileName, asOf });
  await asWorker(ctx, async (tx) => {
    if (outcome?.ok === true) await replace(ctx, tx, reading, madeStorable(outcome.resume), asOf);
    else {
      await tx.update(resumes).set({ failedParserVersion: PARSER_VERSION }).where(eq(resumes.id, reading.id));
    }
  });
};

const replace = async (
  ctx: Context,
  tx: Transaction,
  reading: Reading,
  parsed: ParsedResume,
  asOf: string,
): Promise<void> => {
  const person = await lockPerson(tx, reading.candidateId);
  if (person === undefined || person.candidates.currentResumeId !== reading.id) return;
  const resumeId = ctx.newId();
  await tx.insert(resumes).values({
    ...reading,
    id: resumeId,
    parsed,
    parserVersion: PARSER_VERSION,
    replacesId: reading.id,
    failedParserVersion: null,
    createdAt: ctx.now(),
  });
  const { candidates: current, candidate_versions: version } = person;
  const carried = carryEdits(version.profile, profileFromParse(parsed, loadCatalog(), asOf));
  const email = (await isTaken(tx, current, carried.email?.value)) ? version.profile.email : carried.email;
  await changePerson(ctx, tx, current.id, {
    ...current,
    answers: version.answers,
    profile: { ...carried, email },
    resumeId,
    parserVersion: PARSER_VERSION,
  });
};

/** Whether an address that only the new reading gives is another person's already; which of the two is for a person to say. */
const isTaken = async (
  tx: Transaction,
  person: typeof candidates.$inferSelect,
  email: string | undefined,
): Promise<boolean> => {
  if (email === undefined || email.toLowerCase() === person.email) return false;
  const [other] = await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(
      and(
        sql`${candidates.organizationId} is not distinct from ${person.organizationId}`,
        eq(candidates.email, email.toLowerCase()),
        isNull(candidates.mergedIntoId),
      ),
    );
  return other !== undefined;
};

/** One run of each open job that may see, or lists, somebody whose reading this parser replaced. */
const requestRuns = async (ctx: Context, tx: Transaction, pass: string): Promise<void> => {
  const affected = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.state, 'open'),
        sql`exists (
          select from ${resumes} r join ${candidateFeatures} f on f.candidate_id = r.candidate_id
          where r.parser_version = ${PARSER_VERSION} and r.replaces_id is not null
            and (f.in_pool or f.organization_id = ${jobs.organizationId} or exists (
              select from ${matchResults} m where m.run_id = ${jobs.currentRunId} and m.candidate_id = f.candidate_id
            )))`,
      ),
    );
  await enqueueAll(
    ctx,
    tx,
    affected.map(({ id }) => ({
      topic: 'match-request' as const,
      payload: { requestId: ctx.newId(), jobId: id, trigger: 'reparse' as const },
      idempotencyKey: `reparse:${PARSER_VERSION}:${pass}:${id}`,
    })),
  );
};
