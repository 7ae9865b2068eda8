import type { Catalog } from '@/domain/catalog/load';
import type { ParsedResume } from '@/domain/resumes/schema';
import { CEFR_LEVELS } from '@/domain/scoring/schema';
import { monthIndex } from '@/domain/scoring/months';
import { coveredMonths, monthsOf, newestFirst } from './entry-months';
import { writtenName } from './name-case';
import type { CandidateProfile } from './schema';

type Parsed<Key extends keyof ParsedResume> = ParsedResume[Key];
type Mention = Parsed<'skills'>[number];
type Entry = Parsed<'experience'>[number];

const DOMAINS_AN_ENTRY = 3;

const highest = <T>(values: readonly (T | null)[], rank: (value: T) => number): T | null =>
  values.reduce<T | null>((best, value) => {
    if (value === null) return best;
    return best === null || rank(value) > rank(best) ? value : best;
  }, null);

const skillOf = (
  skillId: string,
  mentions: readonly Mention[],
  entries: readonly Entry[],
  asOf: string,
): CandidateProfile['skills'][number] => {
  const jobs = new Set(
    mentions.flatMap(({ source, job }) => (source === 'job' && job !== null ? [job] : [])),
  );
  const used = [...jobs].flatMap((job) => {
    const entry = entries[job];
    return (entry && monthsOf(entry, asOf)) ?? [];
  });
  return {
    skillId,
    source: mentions.some(({ source }) => source === 'job') ? 'job' : 'listed',
    level: highest(
      mentions.map(({ level }) => level),
      Number,
    ),
    lastUsed: highest(
      used.map(({ last }) => last),
      monthIndex,
    ),
    // What the list states ("Python, 5 years") counts where the dated jobs show less.
    months: highest(
      [used.length === 0 ? null : coveredMonths(used), ...mentions.map(({ months }) => months ?? null)],
      Number,
    ),
    provenance: 'parsed',
    spans: mentions.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end),
  };
};

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

const parsed = <T extends object>(found: T | null): (T & { provenance: 'parsed' }) | null =>
  found && { ...found, provenance: 'parsed' };

/** Below this, a title only hints at a role, and what the text is about is asked too. */
const SURE_TITLE = 0.6;

/** The role of a job or a headline: the one its title names, else the one that its text is about; null = neither tells. */
const roleOf = (
  title: string | null,
  text: string,
  { roles, occupationOf }: Pick<Catalog, 'roles' | 'occupationOf'>,
): string | null => {
  const named = title === null ? null : roles.resolve(title);
  if (named && named.confidence >= SURE_TITLE) return named.roleId;
  return (occupationOf(text) ?? named)?.roleId ?? null;
};

/**
 * The profile that a parsed résumé gives: roles and industries recognised by the catalog, one entry per skill with the last
 * month and the merged months of the jobs it is seen in, or more where its list states more. `asOf` (`YYYY-MM` or a day) is when the résumé was read: a job
 * that goes on counts up to then. Jobs come newest first, undated ones last; skills outside the taxonomy are left out.
 */
export function profileFromParse(
  resume: ParsedResume,
  catalog: Pick<Catalog, 'roles' | 'industries' | 'occupationOf'>,
  asOf: string,
): CandidateProfile {
  const month = asOf.slice(0, 7);
  const experience = newestFirst(resume.experience).map(
    ({ title, company, start, end, span, confidence }) => ({
      title,
      company,
      roleId: roleOf(title, resume.text.slice(span.start, span.end), catalog),
      domains: catalog.industries
        .findInText(resume.text.slice(span.start, span.end))
        .slice(0, DOMAINS_AN_ENTRY),
      start,
      end,
      provenance: 'parsed' as const,
      confidence,
      span,
    }),
  );
  const languages = [...groupBy(resume.languages, ({ code }) => code)].map(([code, mentions]) => ({
    code,
    level: highest(
      mentions.map(({ level }) => level),
      (level) => CEFR_LEVELS.indexOf(level),
    ),
    provenance: 'parsed' as const,
    span: mentions[0]?.span ?? null,
  }));
  const licences = [...groupBy(resume.licences, ({ name }) => name.toLowerCase())].flatMap(([, [first]]) =>
    first ? [{ name: first.name, provenance: 'parsed' as const, span: first.span }] : [],
  );
  const headline = resume.headline
    ? {
        ...resume.headline,
        value: {
          title: resume.headline.value,
          roleId: roleOf(resume.headline.value, resume.text, catalog),
        },
      }
    : null;
  return {
    name: parsed(resume.name && { ...resume.name, value: writtenName(resume.name.value) }),
    email: parsed(resume.email),
    phone: parsed(resume.phone),
    place: parsed(resume.location),
    headline: parsed(headline),
    skills: [...groupBy(resume.skills, ({ skillId }) => skillId)].map(([skillId, mentions]) =>
      skillOf(skillId, mentions, resume.experience, month),
    ),
    experience,
    education: resume.education.map(({ school, degree, end, span }) => ({
      school,
      degree,
      end,
      provenance: 'parsed' as const,
      span,
    })),
    languages,
    licences,
    totalMonths: resume.totalMonths,
  };
}
