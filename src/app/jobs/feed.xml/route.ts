import { loadCatalog } from '@/domain/catalog/load';
import { feedXml } from '@/domain/jobs/feed';
import { env } from '@/env';
import { publicFile } from '../../api/public-file';

/** Every open job, for job search engines. */
export const GET = (request: Request): Promise<Response> =>
  publicFile(request, 'application/xml', (pages, now) =>
    feedXml(pages, { appUrl: env().APP_URL, now, catalog: loadCatalog() }),
  );
