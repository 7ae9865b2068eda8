import { BlobError } from '@vercel/blob';
import { handleUpload, type HandleUploadBody } from '@vercel/blob/client';
import { after } from 'next/server';
import { z } from 'zod';
import { workerContext } from '@/domain/kernel/consume';
import type { Context } from '@/domain/kernel/context';
import { DomainError } from '@/domain/kernel/errors';
import { drainAfterwards } from '@/domain/kernel/outbox';
import { env } from '@/env';
import { logger } from '@/services/log';
import { createRequestContext, NO_EFFECTS, type RequestContext } from '@/trpc/context';
import { failure } from '../respond';

/** What is read of either half; the rest stays as it came, since the callback's signature covers all of it. */
const bodySchema = z.union([
  z.object({
    type: z.literal('blob.generate-client-token'),
    payload: z.object({ pathname: z.string(), clientPayload: z.string().max(200) }),
  }),
  z.object({ type: z.literal('blob.upload-completed'), payload: z.object({ tokenPayload: z.uuid() }) }),
]);

const readBody = async (request: Request): Promise<HandleUploadBody> => {
  const body: unknown = await request.json().catch(() => null);
  if (!bodySchema.safeParse(body).success) {
    throw new DomainError('invalid_input', 'This is neither an upload nor its confirmation.');
  }
  return body as HandleUploadBody;
};

interface Allowed {
  /** Names the upload in the store's callback. */
  id: string;
  path: string;
  contentTypes: string[];
  maximumBytes: number;
}

/**
 * The two halves of a client upload: the browser asks for a token, which `allow` grants or refuses by what the browser
 * says of it, and the store's callback, whose signature `handleUpload` verifies, tells `receive` that the bytes arrived.
 */
export const uploadRoute =
  (
    route: string,
    allow: (ctx: RequestContext, claim: string) => Promise<Allowed>,
    receive: (worker: Context, id: string, path: string) => Promise<unknown>,
  ) =>
  async (request: Request): Promise<Response> => {
    try {
      const ctx = await createRequestContext(request.headers, NO_EFFECTS);
      const answer = await handleUpload({
        token: env().BLOB_READ_WRITE_TOKEN,
        request,
        body: await readBody(request),
        onBeforeGenerateToken: async (pathname, claim) => {
          if (!ctx.sameOrigin) throw new DomainError('forbidden', 'This request came from another site.');
          const allowed = await allow(ctx, claim ?? '');
          if (allowed.path !== pathname) throw new DomainError('not_found', 'This upload was not found.');
          return {
            allowedContentTypes: allowed.contentTypes,
            maximumSizeInBytes: allowed.maximumBytes,
            addRandomSuffix: false,
            allowOverwrite: true,
            tokenPayload: allowed.id,
          };
        },
        onUploadCompleted: async ({ blob, tokenPayload }) => {
          const worker = workerContext('uploads');
          await receive(worker, tokenPayload ?? '', blob.pathname);
          after(() => drainAfterwards(worker));
        },
      });
      return Response.json(answer);
    } catch (error) {
      const unsigned = error instanceof BlobError && /callback signature/.test(error.message);
      const told = unsigned ? new DomainError('unauthenticated', 'This confirmation is not signed.') : error;
      return failure(told, logger(), route);
    }
  };
