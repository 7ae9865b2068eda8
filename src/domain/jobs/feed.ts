import type { Catalog } from '@/domain/catalog/load';
import { escapeMarkup } from './description';
import { postingHtml, validThrough } from './job-posting-ld';
import { postingWords } from './posting-words';
import { postingPath, type JobPosting } from './schema/posting';

/** Characters that XML cannot hold, not even escaped. */
// oxlint-disable-next-line no-control-regex
const UNHOLDABLE = /[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const cdata = (text: string): string =>
  `<![CDATA[${text.replace(UNHOLDABLE, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const element = (name: string, text: string | null | undefined): string =>
  text == null || text === '' ? '' : `<${name}>${cdata(text)}</${name}>`;

const REMOTE_TYPES: Record<string, string> = { remote: 'Fully remote', hybrid: 'Hybrid remote' };
const JOB_TYPES: Record<string, string> = {
  part_time: 'parttime',
  full_time_flexible: 'fulltime',
  project: 'contract',
  retainer: 'contract',
};

interface About {
  appUrl: string;
  now: Date;
  catalog: Pick<Catalog, 'skills' | 'geography' | 'employerQuestions'>;
}

/** One job of the feed. */
const feedJob = (posting: JobPosting, { appUrl, now, catalog }: About): string => {
  const { content, country } = posting;
  const place = content.work_mode?.mode === 'remote' ? null : (content.work_mode?.place ?? null);
  const city = place?.cityId == null ? null : catalog.geography.cityById(place.cityId);
  const types = (content.engagement ?? []).map((kind) => JOB_TYPES[kind]);
  const url = `${appUrl}${postingPath(posting)}`;
  const words = postingWords(posting, catalog);
  return [
    '<job>',
    element('title', posting.title),
    element('date', posting.publishedAt.toUTCString()),
    element('referencenumber', posting.jobId),
    element('url', url),
    element('company', posting.organizationName),
    element('city', place?.name),
    element('state', city?.admin),
    element('country', place?.country ?? country),
    element('description', postingHtml(posting, catalog)),
    element('salary', words.pay),
    element('jobtype', [...new Set(types)].join(', ')),
    element('remotetype', REMOTE_TYPES[content.work_mode?.mode ?? '']),
    element('expirationdate', validThrough(posting, now).toISOString().slice(0, 10)),
    element('lastactivitydate', posting.updatedAt.toUTCString()),
    '</job>\n',
  ].join('');
};

/**
 * Every open job as the XML that job search engines read ("Indeed" style: source, job, CDATA), in pieces as the postings
 * come, so that no board is too large for memory.
 */
export async function* feedXml(pages: AsyncIterable<JobPosting[]>, about: About): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>\n<source>\n<publisher>Flexibees</publisher>\n`;
  yield `<publisherurl>${escapeMarkup(about.appUrl)}/jobs</publisherurl>\n`;
  yield `<lastBuildDate>${about.now.toUTCString()}</lastBuildDate>\n`;
  for await (const page of pages) yield page.map((posting) => feedJob(posting, about)).join('');
  yield '</source>\n';
}

/** A sitemap holds no more addresses than this: sitemaps.org's limit. */
export const SITEMAP_LIMIT = 50_000;

/** The board and the newest open jobs as a sitemap, in pieces. */
export async function* sitemapXml(
  pages: AsyncIterable<JobPosting[]>,
  { appUrl }: Pick<About, 'appUrl'>,
): AsyncGenerator<string> {
  const address = (path: string, changed?: Date): string =>
    `<url><loc>${escapeMarkup(`${appUrl}${path}`)}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''}</url>\n`;
  yield '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';
  yield address('/') + address('/jobs');
  let left = SITEMAP_LIMIT - 2;
  for await (const page of pages) {
    yield page
      .slice(0, left)
      .map((posting) => address(postingPath(posting), posting.updatedAt))
      .join('');
    left -= page.length;
    if (left <= 0) break;
  }
  yield '</urlset>\n';
}
