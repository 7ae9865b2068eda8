import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { accountantJob } from '@/testing/people';
import { feedXml, SITEMAP_LIMIT, sitemapXml } from './feed';
import { posting } from './posting';
import type { JobAnswers } from './schema';
import type { JobPosting } from './schema/posting';

const catalog = loadCatalog();
const about = { appUrl: 'https://jobs.example', now: new Date('2026-11-26T09:00:00Z'), catalog };

const postingOf = (answers: Partial<JobAnswers>, at = 1): JobPosting => ({
  jobId: `0193b6e4-0000-7000-8000-${String(at).padStart(12, '0')}`,
  organizationName: 'Heron & Mills',
  ...posting({ ...accountantJob, ...answers }, { name: 'Heron & Mills', timeZone: 'Asia/Kolkata' }, catalog),
  publishedAt: new Date('2026-11-02T09:00:00Z'),
  updatedAt: new Date('2026-11-20T09:00:00Z'),
});

async function* pagesOf(...pages: JobPosting[][]) {
  for (const page of pages) yield await Promise.resolve(page);
}

const textOf = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

/** The texts of every element by name, as a strict reader of XML finds them. */
const read = (xml: string): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => open.push({ name, text: '' }));
  const add = (text: string) => {
    const at = open.at(-1);
    if (at) at.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const { name, text } = open.pop()!;
    (found[name] ??= []).push(text.trim());
  });
  parser.write(xml).close();
  return found;
};

test('tells every job with what search engines ask for', async () => {
  const place = { cityId: '1259229', name: 'Pune', country: 'IN', latitude: 18.5, longitude: 73.9 };
  const xml = await textOf(
    feedXml(
      pagesOf(
        [postingOf({})],
        [
          postingOf(
            { work_mode: { mode: 'hybrid', daysOnSite: 1, place, radiusKm: null }, pay: undefined },
            2,
          ),
        ],
      ),
      about,
    ),
  );
  const found = read(xml);
  expect(found).toMatchObject({
    title: ['Accountant, mornings', 'Accountant, mornings'],
    company: ['Heron & Mills', 'Heron & Mills'],
    city: ['Pune'],
    state: ['Maharashtra'],
    country: ['IN', 'IN'],
    salary: ['₹400–600 an hour'],
    jobtype: ['parttime', 'parttime'],
    remotetype: ['Fully remote', 'Hybrid remote'],
    expirationdate: ['2026-12-20', '2026-12-20'],
    referencenumber: ['0193b6e4-0000-7000-8000-000000000001', '0193b6e4-0000-7000-8000-000000000002'],
  });
  expect(found['url']?.[0]).toBe(
    'https://jobs.example/jobs/accountant-mornings-0193b6e4-0000-7000-8000-000000000001',
  );
});

test('stays one XML document whatever an employer wrote', async () => {
  const hostile = 'a ]]> </job> <!-- & \u0001 \uFFFE 🐝';
  const found = read(
    await textOf(feedXml(pagesOf([postingOf({ title: hostile, description: hostile })]), about)),
  );
  expect(found['title']).toEqual(['a ]]> </job> <!-- &   🐝']);
  expect(found['job']).toHaveLength(1);
});

test('the sitemap names the board and each job, and never more than a sitemap may hold', async () => {
  const few = read(await textOf(sitemapXml(pagesOf([postingOf({}), postingOf({}, 2)]), about)));
  expect(few['loc']?.slice(0, 2)).toEqual(['https://jobs.example/', 'https://jobs.example/jobs']);
  expect(few['loc']).toHaveLength(4);
  const one = postingOf({});
  const page = Array.from({ length: SITEMAP_LIMIT / 2 }, () => one);
  const many = await textOf(sitemapXml(pagesOf(page, page, page), about));
  expect(many.match(/<loc>/g)).toHaveLength(SITEMAP_LIMIT);
});
