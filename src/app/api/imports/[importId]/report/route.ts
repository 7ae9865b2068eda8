import { z } from 'zod';
import { authorize } from '@/domain/kernel/actor';
import { notFound } from '@/domain/kernel/errors';
import { importReport } from '@/domain/resumes/queries';
import { createRequestContext, NO_EFFECTS } from '@/trpc/context';
import { logger } from '@/services/log';
import { failure } from '../../../respond';

/** What an import could not take, as a CSV to correct and bring again; for members who may see candidates. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ importId: string }> },
): Promise<Response> => {
  try {
    const ctx = await createRequestContext(request.headers, NO_EFFECTS);
    const grant = authorize(ctx.actor, 'candidate:read');
    const importId = z.uuid().safeParse((await params).importId);
    if (!importId.success) throw notFound('This import');
    const csv = await importReport(ctx, grant, { importId: importId.data });
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="not-imported.csv"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    return failure(error, logger(), '/api/imports/report');
  }
};
