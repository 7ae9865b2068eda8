import { env } from '@/env';

/** What crawlers may read: everything public. Pages behind a sign-in or a mailed link are none of theirs. */
export const GET = (): Response =>
  new Response(
    [
      'User-agent: *',
      'Disallow: /api/',
      'Disallow: /employer',
      'Disallow: /me',
      'Disallow: /answer',
      'Disallow: /jobs/*/apply',
      `Sitemap: ${env().APP_URL}/sitemap.xml`,
      '',
    ].join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
