import { z } from 'zod';
import { authorizeCandidate } from '@/domain/kernel/actor';
import { notFound } from '@/domain/kernel/errors';
import { openOwnResume } from '@/domain/resumes/queries';
import { createRequestContext, NO_EFFECTS } from '@/trpc/context';
import { logger } from '@/services/log';
import { failure, privateFile } from '../../../respond';

/** Streams a candidate's own résumé to that candidate. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ resumeId: string }> },
): Promise<Response> => {
  try {
    const ctx = await createRequestContext(request.headers, NO_EFFECTS);
    const { candidateId } = ctx;
    const own = authorizeCandidate(
      candidateId === null ? { kind: 'anonymous' } : { kind: 'candidate', candidateId },
    );
    const resumeId = z.uuid().safeParse((await params).resumeId);
    if (!resumeId.success) throw notFound('This résumé');
    return privateFile(await openOwnResume(ctx, own, { resumeId: resumeId.data }));
  } catch (error) {
    return failure(error, logger(), '/api/me/resumes');
  }
};
