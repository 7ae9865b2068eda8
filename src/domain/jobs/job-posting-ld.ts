import type { Catalog } from '@/domain/catalog/load';
import type { Engagement } from '@/domain/scoring/schema';
import { blocksHtml, descriptionBlocks } from './description';
import { postingWords } from './posting-words';
import { LEVEL_WORDS, postingPath, type DescriptionBlock, type JobPosting } from './schema/posting';

const DAY = 86_400_000;
/** How long an open job without a known end is promised at a time, and what is left when it is promised again. */
const BLOCK_DAYS = 30;
const LEAST_DAYS = 7;

/** Google's values; its list has none for flexible or retained work. */
const EMPLOYMENT_TYPES: Record<Engagement, string> = {
  part_time: 'PART_TIME',
  full_time_flexible: 'FULL_TIME',
  project: 'CONTRACTOR',
  retainer: 'CONTRACTOR',
};
const UNITS = { hour: 'HOUR', month: 'MONTH' } as const;

type Names = Pick<Catalog, 'skills' | 'geography' | 'employerQuestions'>;

/**
 * Until when the posting holds: the end (UTC) of its start-by day while that lies ahead; else blocks of 30 days from when it
 * was last written, the next one once fewer than 7 days are left. A job that closes earlier leaves the board at once.
 */
export const validThrough = (
  { content, updatedAt }: Pick<JobPosting, 'content' | 'updatedAt'>,
  now: Date,
): Date => {
  const start = content.latest_start === undefined ? null : new Date(`${content.latest_start}T23:59:59.000Z`);
  if (start !== null && start > now) return start;
  const passed = (now.getTime() + LEAST_DAYS * DAY - updatedAt.getTime()) / (BLOCK_DAYS * DAY);
  return new Date(updatedAt.getTime() + Math.max(1, Math.ceil(passed)) * BLOCK_DAYS * DAY);
};

const factLines = (posting: JobPosting, catalog: Names): string[] => {
  const { content } = posting;
  const words = postingWords(posting, catalog);
  const skill = (id: string): string => catalog.skills.byId.get(id)?.name ?? id;
  const language = (code: string): string =>
    catalog.employerQuestions.languages.find((known) => known.code === code)?.name ?? code;
  const line = (label: string, value: string | null | undefined): string[] =>
    value == null || value === '' ? [] : [`${label}: ${value}`];
  return [
    ...line('Hours', words.hours),
    ...line('Core hours', words.coreHours),
    ...line('Engagement', words.engagement),
    ...line('Where', words.work),
    ...line('Length', words.duration),
    ...line('Start', words.start),
    ...line('Pay', words.pay),
    ...line(
      'You will need',
      content.must_have_skills
        ?.map(({ skillId, level }) => `${skill(skillId)} (${LEVEL_WORDS[level]})`)
        .join(', '),
    ),
    ...line('Helpful', content.nice_to_have_skills?.map(({ skillId }) => skill(skillId)).join(', ')),
    ...line('Relevant years', content.minimum_years ? `${content.minimum_years} or more` : null),
    ...line('Licence required by law', content.licences?.join(', ')),
    ...line(
      'Languages',
      content.languages?.map(({ code, level }) => `${language(code)} ${level}`).join(', '),
    ),
  ];
};

/** The whole job as HTML: what the employer wrote, then its facts; never empty. */
export const postingHtml = (posting: JobPosting, catalog: Names): string => {
  const facts: DescriptionBlock = { kind: 'list', lines: factLines(posting, catalog) };
  const written = descriptionBlocks(posting.content.description ?? '');
  const lead: DescriptionBlock = {
    kind: 'text',
    lines: [`${posting.title} at ${posting.organizationName}.`],
  };
  return blocksHtml([
    ...(written.length === 0 ? [lead] : written),
    ...(facts.lines.length === 0 ? [] : [facts]),
  ]);
};

/** Where the work is, by Google's rules: an address, or the country from which a fully remote job may be done. */
const whereOf = ({ content, country }: JobPosting, { geography }: Names): Record<string, unknown> | null => {
  if (content.work_mode?.mode === 'remote') {
    if (country === null) return null;
    return {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: geography.countryName(country) ?? country },
    };
  }
  const place = content.work_mode?.place ?? null;
  const addressCountry = place?.country ?? country;
  if (addressCountry === null) return null;
  const city = place?.cityId == null ? null : geography.cityById(place.cityId);
  return {
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        ...(place?.cityId != null && { addressLocality: place.name }),
        ...(city !== null && city.admin !== '' && { addressRegion: city.admin }),
        addressCountry,
      },
    },
  };
};

/** Published pay with its unit; a project's price, which has none, as what it pays per hour where that is known. */
const salaryOf = (posting: JobPosting, { employerQuestions }: Names): Record<string, unknown> | null => {
  const { pay } = posting.content;
  if (pay === undefined) return null;
  const [min, max, unitText] =
    pay.per === 'project'
      ? [posting.hourlyMinMinor, posting.hourlyMaxMinor, UNITS.hour]
      : [pay.minMinor, pay.maxMinor, UNITS[pay.per]];
  if (min === null || max === null) return null;
  const digits = employerQuestions.currencies.find(({ code }) => code === pay.currency)?.digits ?? 2;
  const amount = (minor: number): number => minor / 10 ** digits;
  return {
    '@type': 'MonetaryAmount',
    currency: pay.currency,
    value: {
      '@type': 'QuantitativeValue',
      ...(min === max ? { value: amount(max) } : { minValue: amount(min), maxValue: amount(max) }),
      unitText,
    },
  };
};

/**
 * The posting as schema.org's JobPosting, by Google's rules for job search. Null when it has no country: Google refuses a
 * job without a place. Source: developers.google.com/search/docs/appearance/structured-data/job-posting.
 */
export const jobPostingLd = (
  posting: JobPosting,
  about: { appUrl: string; now: Date; catalog: Names },
): Record<string, unknown> | null => {
  const { content } = posting;
  const { appUrl, now, catalog } = about;
  const where = whereOf(posting, catalog);
  if (where === null) return null;
  const types = [...new Set((content.engagement ?? []).map((kind) => EMPLOYMENT_TYPES[kind]))];
  const salary = salaryOf(posting, catalog);
  const words = postingWords(posting, catalog);
  const years = content.minimum_years ?? 0;
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: posting.title,
    description: postingHtml(posting, catalog),
    identifier: { '@type': 'PropertyValue', name: posting.organizationName, value: posting.jobId },
    datePosted: posting.publishedAt.toISOString(),
    validThrough: validThrough(posting, now).toISOString(),
    hiringOrganization: { '@type': 'Organization', name: posting.organizationName },
    ...where,
    ...(types.length > 0 && { employmentType: types }),
    ...(salary !== null && { baseSalary: salary }),
    ...(words.hours !== null && {
      workHours: [words.hours, words.coreHours].filter((part) => part !== null).join('; '),
    }),
    ...(content.must_have_skills?.length && {
      skills: content.must_have_skills
        .map(({ skillId }) => catalog.skills.byId.get(skillId)?.name ?? skillId)
        .join(', '),
    }),
    ...(years > 0 && {
      experienceRequirements: {
        '@type': 'OccupationalExperienceRequirements',
        monthsOfExperience: Math.round(years * 12),
      },
    }),
    directApply: true,
    url: `${appUrl}${postingPath(posting)}`,
  };
};
