import { sitemapXml } from '@/domain/jobs/feed';
import { env } from '@/env';
import { publicFile } from '../api/public-file';

/** The board and its jobs, for search engines. */
export const GET = (request: Request): Promise<Response> =>
  publicFile(request, 'application/xml', (pages) => sitemapXml(pages, { appUrl: env().APP_URL }));
