import { z } from 'zod';
import { authorize } from '@/domain/kernel/actor';
import { notFound } from '@/domain/kernel/errors';
import { openResume } from '@/domain/resumes/queries';
import { createRequestContext, NO_EFFECTS } from '@/trpc/context';
import { logger } from '@/services/log';
import { failure, privateFile } from '../../respond';

/** Streams a private résumé to a member who may see it; as an attachment, so that no browser runs what is in it. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ resumeId: string }> },
): Promise<Response> => {
  try {
    const ctx = await createRequestContext(request.headers, NO_EFFECTS);
    const resumeId = z.uuid().safeParse((await params).resumeId);
    const grant = authorize(ctx.actor, 'candidate:read');
    if (!resumeId.success) throw notFound('This résumé');
    const file = await openResume(ctx, grant, { resumeId: resumeId.data });
    return privateFile(file);
  } catch (error) {
    return failure(error, logger(), '/api/resumes');
  }
};
