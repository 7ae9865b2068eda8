import { and, asc, desc, eq, or, sql } from 'drizzle-orm';
import { candidacies, candidates, importItems, imports, resumes } from '@/db/schema';
import { csvOf } from '@/domain/candidates/csv-table';
import { PEOPLE_COLUMNS, REPORT_COLUMNS } from '@/domain/candidates/people-csv';
import type { Authorized, OwnRows } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asCandidate, asMember } from '@/domain/kernel/transaction';
import { openBlob } from '@/services/blob';
import { typeOf } from './file-name';
import { reasonWords } from './reasons';
import type { ImportItemState, ImportSummary, ImportView, MissingUpload } from './schema';

const countOf = (state: ImportItemState) =>
  sql<number>`(count(*) filter (where ${importItems.state} = ${state}))::int`;
const counts = {
  waiting: countOf('waiting'),
  received: countOf('received'),
  parsed: countOf('parsed'),
  duplicate: countOf('duplicate'),
  failed: countOf('failed'),
};

const summaries = (
  ctx: Context,
  grant: Authorized<'candidate:read'>,
  importId?: string,
): Promise<ImportSummary[]> =>
  asMember(ctx, grant, (tx) =>
    tx
      .select({
        id: imports.id,
        kind: imports.kind,
        jobId: imports.jobId,
        state: imports.state,
        total: imports.total,
        createdAt: imports.createdAt,
        counts,
      })
      .from(imports)
      .innerJoin(importItems, eq(importItems.importId, imports.id))
      .where(importId === undefined ? undefined : eq(imports.id, importId))
      .groupBy(imports.id)
      .orderBy(desc(imports.createdAt))
      .limit(20),
  );

/** The organisation's newest imports with how far each is. */
export const listImports = (ctx: Context, grant: Authorized<'candidate:read'>): Promise<ImportSummary[]> =>
  summaries(ctx, grant);

/** What an import still waits for, in its order: where each file goes, so that another page can go on sending. Throws `not_found`. */
export const missingUploads = (
  ctx: Context,
  grant: Authorized<'candidate:write'>,
  input: { importId: string },
): Promise<MissingUpload[]> =>
  asMember(ctx, grant, async (tx) => {
    const [found] = await tx.select({ id: imports.id }).from(imports).where(eq(imports.id, input.importId));
    if (found === undefined) throw notFound('This import');
    const items = await tx
      .select()
      .from(importItems)
      .where(and(eq(importItems.importId, input.importId), eq(importItems.state, 'waiting')))
      .orderBy(asc(importItems.position));
    return items.map(({ id, fileName, size, blobPath }) => ({
      id,
      fileName,
      size: size ?? 0,
      blobPath,
      contentType: typeOf(fileName)?.contentType ?? null,
      reason: null,
    }));
  });

type Item = typeof importItems.$inferSelect;

const problemWords = (reason: NonNullable<Item['reason']>): string => {
  const { title, advice } = reasonWords(reason);
  return `${title}. ${advice}`;
};

/** What a failed item is told with: the reason of a file, or what is wrong with the cells of a row. */
const problemOf = ({ reason, issues }: Item): { reason: string; words: string } | null => {
  if (reason !== null) return { reason, words: problemWords(reason) };
  if (issues === null) return null;
  const words = issues.map(({ column, message }) => (column === null ? message : `${column}: ${message}`));
  return { reason: 'row', words: words.join(' ') };
};

/**
 * What an import could not take, as CSV: files with the reason, or a table's rows as they came, with the line and what to
 * correct, ready to be corrected and imported again. Throws `not_found`.
 */
export const importReport = async (
  ctx: Context,
  grant: Authorized<'candidate:read'>,
  input: { importId: string },
): Promise<string> => {
  const [summary] = await summaries(ctx, grant, input.importId);
  if (summary === undefined) throw notFound('This import');
  const failed = await asMember(ctx, grant, (tx) =>
    tx
      .select()
      .from(importItems)
      .where(and(eq(importItems.importId, input.importId), eq(importItems.state, 'failed')))
      .orderBy(asc(importItems.position)),
  );
  if (summary.kind === 'resumes') {
    return csvOf(
      ['file', 'what to do'],
      failed.map((item) => [item.fileName, problemOf(item)?.words ?? '']),
    );
  }
  const columns = PEOPLE_COLUMNS.filter((column) => failed.some(({ row }) => row?.[column] !== undefined));
  return csvOf(
    [...columns, ...REPORT_COLUMNS],
    failed.map((item) => [
      ...columns.map((column) => item.row?.[column] ?? ''),
      String(item.line ?? ''),
      problemOf(item)?.words ?? '',
    ]),
  );
};

/** One import with every file of it, in the order they were chosen. Throws `not_found`. */
export const getImport = async (
  ctx: Context,
  grant: Authorized<'candidate:read'>,
  input: { importId: string },
): Promise<ImportView> => {
  const [summary] = await summaries(ctx, grant, input.importId);
  if (summary === undefined) throw notFound('This import');
  const rows = await asMember(ctx, grant, (tx) =>
    tx
      .select({ item: importItems, name: candidates.name })
      .from(importItems)
      .leftJoin(candidates, eq(candidates.id, importItems.candidateId))
      .where(eq(importItems.importId, input.importId))
      .orderBy(asc(importItems.position)),
  );
  return {
    ...summary,
    items: rows.map(({ item, name }) => ({
      id: item.id,
      fileName: item.fileName,
      state: item.state,
      line: item.line,
      problem: problemOf(item),
      candidateId: item.candidateId,
      candidateName: name,
    })),
  };
};

interface OpenFile {
  fileName: string;
  contentType: string;
  body: ReadableStream<Uint8Array>;
}
const fileColumns = {
  blobPath: resumes.blobPath,
  fileName: resumes.fileName,
  contentType: resumes.contentType,
};

/** Throws `not_found` when there is no such row, or no bytes behind it. */
const openFile = async (
  resume: { blobPath: string; fileName: string; contentType: string } | undefined,
): Promise<OpenFile> => {
  const response = resume === undefined ? null : await openBlob(resume.blobPath);
  if (resume === undefined || response?.body == null) throw notFound('This résumé');
  return { fileName: resume.fileName, contentType: resume.contentType, body: response.body };
};

/** An open stream on a file of the person's own. Throws `not_found` for anybody else's exactly as for a missing one. */
export const openOwnResume = async (
  ctx: Context,
  own: OwnRows,
  input: { resumeId: string },
): Promise<OpenFile> => {
  const [resume] = await asCandidate(ctx, own, (tx) =>
    tx
      .select(fileColumns)
      .from(resumes)
      .where(and(eq(resumes.id, input.resumeId), eq(resumes.candidateId, own.candidateId))),
  );
  return openFile(resume);
};

/**
 * An open stream on the file of a résumé, for people the organisation imported or may see unmasked. Throws
 * `not_found` for anybody else's file exactly as for a missing one.
 */
export const openResume = async (
  ctx: Context,
  grant: Authorized<'candidate:read'>,
  input: { resumeId: string },
): Promise<OpenFile> => {
  const [resume] = await asMember(ctx, grant, (tx) =>
    tx
      .select(fileColumns)
      .from(resumes)
      .where(
        and(
          eq(resumes.id, input.resumeId),
          or(
            eq(resumes.organizationId, grant.organizationId),
            sql`exists (select from ${candidacies} c where c.candidate_id = ${resumes.candidateId} and c.unmasked_at is not null)`,
          ),
        ),
      ),
  );
  return openFile(resume);
};
