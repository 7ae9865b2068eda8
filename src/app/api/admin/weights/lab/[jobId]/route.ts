import { z } from 'zod';
import { notFound } from '@/domain/kernel/errors';
import { labPeople } from '@/domain/matching/queries/lab';
import { adminActor, createRequestContext, NO_EFFECTS } from '@/trpc/context';
import { logger } from '@/services/log';
import { failure } from '../../../../respond';

/** A job's people for the weight lab, as `decodeLabPeople` reads them: values and codes, nothing that anybody told. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ jobId: string }> },
): Promise<Response> => {
  try {
    const ctx = await createRequestContext(request.headers, NO_EFFECTS);
    const actor = adminActor(ctx.session);
    const jobId = z.uuid().safeParse((await params).jobId);
    if (!jobId.success) throw notFound('This job');
    const body = await labPeople({ ...ctx, actor }, { jobId: jobId.data });
    return new Response(body, {
      headers: { 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' },
    });
  } catch (error) {
    return failure(error, logger(), '/api/admin/weights/lab');
  }
};
