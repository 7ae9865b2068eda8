import { notFound } from '@/domain/kernel/errors';
import { authorizeApplicationUpload, receiveApplicationFile } from '@/domain/pipeline/commands/apply';
import { uploadRoute } from '../upload-handler';

/** The résumé of an application; the claim is `<application>:<key>`, and whoever holds the key gets the token. */
export const POST = uploadRoute(
  '/api/uploads/application',
  async (ctx, claim) => {
    const [applicationId, key] = claim.split(':');
    if (applicationId === undefined || key === undefined) throw notFound('This upload');
    return { id: applicationId, ...(await authorizeApplicationUpload(ctx, { applicationId, key })) };
  },
  (worker, applicationId, path) => receiveApplicationFile(worker, { applicationId, path }),
);
