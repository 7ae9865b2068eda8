import { z } from 'zod';
import { authorize } from '@/domain/kernel/actor';
import { notFound } from '@/domain/kernel/errors';
import { authorizeUpload, receiveUpload } from '@/domain/resumes/commands';
import { uploadRoute } from './upload-handler';

/** Files of an import; the claim is the import item, and members who may write candidates get its token. */
export const POST = uploadRoute(
  '/api/uploads',
  async (ctx, claim) => {
    const grant = authorize(ctx.actor, 'candidate:write');
    const itemId = z.uuid().safeParse(claim).data;
    if (itemId === undefined) throw notFound('This upload');
    return { id: itemId, ...(await authorizeUpload(ctx, grant, { itemId })) };
  },
  (worker, itemId) => receiveUpload(worker, { itemId }),
);
