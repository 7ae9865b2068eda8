import { eq } from 'drizzle-orm';
import { importItems, imports, jobs } from '@/db/schema';
import { tableFromCsv } from '@/domain/candidates/csv-table';
import { PEOPLE_COLUMNS, REPORT_COLUMNS } from '@/domain/candidates/people-csv';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asMember } from '@/domain/kernel/transaction';
import { MAX_IMPORT_ROWS } from '../schema';

const INSERT_ROWS = 500;

const refuse = (message: string): DomainError =>
  new DomainError('invalid_input', message, { issues: [{ path: 'csv', message }] });

/**
 * Opens an import of a table of people, one item a row; a consumer makes people of them, row by row. A row that cannot be told
 * from its neighbours is kept as failed, at its line. Throws
 * `invalid_input` for a file that is no such table, and `not_found` for a foreign job; nothing is kept then.
 */
export const importPeople = (
  ctx: Context,
  grant: Authorized<'candidate:write'>,
  input: {
    csv: string;
    fileName: string;
    jobId: string | null;
    lawfulBasis: 'consent' | 'legitimate_interest';
  },
): Promise<{ importId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const { columns, rows, issues, unreadable } = tableFromCsv(input.csv);
    if (unreadable !== null) throw refuse(unreadable);
    const broken = issues.map(({ line, message }) => ({ line, cells: null, message }));
    const lines = [...rows.map((row) => ({ ...row, message: null })), ...broken].sort(
      (one, other) => one.line - other.line,
    );
    if (lines.length === 0) throw refuse('This file has no rows under its header.');
    if (lines.length > MAX_IMPORT_ROWS)
      throw refuse(`This file has ${lines.length} rows; ${MAX_IMPORT_ROWS} go at a time. Split it.`);
    if (!columns.includes('email') || !columns.includes('name'))
      throw refuse(
        'The header needs at least the columns name and email. The example file shows the others.',
      );
    const known: readonly string[] = [...PEOPLE_COLUMNS, ...REPORT_COLUMNS];
    const unknown = columns.filter((column) => !known.includes(column));
    if (unknown.length > 0)
      throw refuse(
        `We do not know the column ${unknown.join(', ')}. Rename it or take it out; nothing was imported.`,
      );
    if (input.jobId !== null) {
      const [job] = await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.id, input.jobId));
      if (job === undefined) throw notFound('This job');
    }
    const { organizationId } = grant;
    const [importId, now] = [ctx.newId(), ctx.now()];
    await tx.insert(imports).values({
      id: importId,
      organizationId,
      kind: 'people_csv',
      jobId: input.jobId,
      lawfulBasis: input.lawfulBasis,
      total: lines.length,
      createdBy: grant.userId,
      createdAt: now,
    });
    const items = lines.map(({ line, cells, message }, position) => ({
      id: ctx.newId(),
      organizationId,
      importId,
      position,
      line,
      row: cells,
      fileName: input.fileName,
      size: 0,
      ...(message === null
        ? { state: 'received' as const }
        : { state: 'failed' as const, issues: [{ column: null, message }] }),
      updatedAt: now,
    }));
    for (let at = 0; at < items.length; at += INSERT_ROWS) {
      await tx.insert(importItems).values(items.slice(at, at + INSERT_ROWS));
    }
    const idempotencyKey = `import-rows:${importId}:0`;
    await enqueue(ctx, tx, 'import-rows', { importId, position: 0 }, { idempotencyKey });
    await audit(ctx, tx, {
      organizationId,
      action: 'import.created',
      entity: 'import',
      entityId: importId,
      data: { rows: lines.length },
    });
    return { importId };
  });
