import type { Catalog } from '@/domain/catalog/load';
import type { JobAnswers } from './schema';
import { postingContentSchema, type PostingContent } from './schema/posting';

/** Weeks in a month, as in the engine's comparison of pay: 52 ÷ 12. */
const WEEKS_A_MONTH = 52 / 12;
/** What the columns of hourly pay hold at most. */
const MOST_MINOR = 2 ** 31 - 1;

/** A posting's content and the columns it is found by. */
export interface Posting {
  title: string;
  content: PostingContent;
  searchText: string;
  engagement: string[];
  hoursMin: number | null;
  hoursMax: number | null;
  mode: string | null;
  country: string | null;
  cityId: string | null;
  lat: number | null;
  lon: number | null;
  skillIds: string[];
  hourlyMinMinor: number | null;
  hourlyMaxMinor: number | null;
  currency: string | null;
}

/**
 * Published pay per hour in minor units, from any unit: a month has 52 ÷ 12 weeks of the job's most hours (as the engine
 * compares pay), a project its months of them. Null for pay that is not published, or whose hours or months are not told.
 */
export function hourlyPay({ pay, hours, duration }: JobAnswers): { min: number; max: number } | null {
  if (pay?.published !== true) return null;
  const months = pay.per === 'hour' ? 0 : pay.per === 'month' ? 1 : duration?.months;
  if (months == null) return null;
  const paidHours = months === 0 ? 1 : months * WEEKS_A_MONTH * (hours?.max ?? 0);
  if (paidHours === 0) return null;
  const perHour = (minor: number): number => Math.min(MOST_MINOR, Math.round(minor / paidHours));
  return { min: perHour(pay.minMinor), max: perHour(pay.maxMinor) };
}

/** A remote job has no place of its own: its employer hires in the country it names, else in the one it works from. */
const placeOf = (
  { work_mode: asked }: JobAnswers,
  home: string | null,
): Pick<Posting, 'country' | 'cityId' | 'lat' | 'lon'> => {
  const place = asked?.place ?? null;
  if (asked?.mode === 'remote' || place === null)
    return { country: place?.country ?? home, cityId: null, lat: null, lon: null };
  return { country: place.country, cityId: place.cityId, lat: place.latitude, lon: place.longitude };
};

/** What anybody may read of a job with these answers. */
export const publicContent = (answers: JobAnswers): PostingContent =>
  postingContentSchema.parse({
    ...answers,
    pay: answers.pay?.published === true ? answers.pay : undefined,
  });

/**
 * What anybody may read of a job with these answers, and what it is found by. Knock-outs, wanted answers, the gate on hours
 * and pay that is not to be published are in neither: the content is cut to its schema, and search reads only the content.
 */
export function posting(
  answers: JobAnswers,
  employer: { name: string; timeZone: string },
  catalog: Pick<Catalog, 'skills' | 'roles' | 'geography'>,
): Posting {
  const content = publicContent(answers);
  const skillIds = [...(content.must_have_skills ?? []), ...(content.nice_to_have_skills ?? [])].map(
    ({ skillId }) => skillId,
  );
  const where = placeOf(answers, catalog.geography.countryOfZone(employer.timeZone));
  const hourly = hourlyPay(answers);
  const words = [
    content.title,
    employer.name,
    content.role == null ? undefined : catalog.roles.byId.get(content.role)?.title,
    ...skillIds.map((id) => catalog.skills.byId.get(id)?.name),
    where.cityId === null ? undefined : content.work_mode?.place?.name,
    where.country === null ? undefined : catalog.geography.countryName(where.country),
    content.description,
  ];
  return {
    title: content.title ?? '',
    content,
    searchText: words.filter((word) => word != null && word !== '').join('\n'),
    engagement: content.engagement ?? [],
    hoursMin: content.hours?.min ?? null,
    hoursMax: content.hours?.max ?? null,
    mode: content.work_mode?.mode ?? null,
    ...where,
    skillIds: [...new Set(skillIds)],
    hourlyMinMinor: hourly?.min ?? null,
    hourlyMaxMinor: hourly?.max ?? null,
    currency: content.pay?.currency ?? null,
  };
}
