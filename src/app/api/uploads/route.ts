import { handleUpload, type HandleUploadBody } from '@vercel/blob/client';
import { after } from 'next/server';
import { authorize } from '@/domain/kernel/actor';
import { workerContext } from '@/domain/kernel/consume';
import { DomainError } from '@/domain/kernel/errors';
import { drainOutbox } from '@/domain/kernel/outbox';
import { authorizeUpload, receiveUpload } from '@/domain/resumes/commands';
import { env } from '@/env';
import { createRequestContext, NO_EFFECTS } from '@/trpc/context';
import { failure } from '../respond';

/**
 * The two halves of a client upload: the browser asks for a token for one import item (members who may write
 * candidates only), and the store's callback, whose signature `handleUpload` verifies, says that the bytes arrived.
 */
export const POST = async (request: Request): Promise<Response> => {
  const ctx = await createRequestContext(request.headers, NO_EFFECTS);
  try {
    const body = (await request.json()) as HandleUploadBody;
    const answer = await handleUpload({
      token: env().BLOB_READ_WRITE_TOKEN,
      request,
      body,
      onBeforeGenerateToken: async (pathname, itemId) => {
        if (!ctx.sameOrigin) throw new DomainError('forbidden', 'This request came from another site.');
        const grant = authorize(ctx.actor, 'candidate:write');
        const allowed = await authorizeUpload(ctx, grant, { itemId: itemId ?? '' });
        if (allowed.path !== pathname) throw new DomainError('not_found', 'This upload was not found.');
        return {
          allowedContentTypes: allowed.contentTypes,
          maximumSizeInBytes: allowed.maximumBytes,
          addRandomSuffix: false,
          allowOverwrite: true,
          tokenPayload: itemId,
        };
      },
      onUploadCompleted: async ({ tokenPayload }) => {
        const worker = workerContext('uploads');
        await receiveUpload(worker, { itemId: tokenPayload ?? '' });
        after(() => drainOutbox(worker));
      },
    });
    return Response.json(answer);
  } catch (error) {
    return failure(error, ctx.log, '/api/uploads');
  }
};
