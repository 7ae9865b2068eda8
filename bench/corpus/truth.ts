import { monthNumber } from '../../demo/world/months';
import type { Person } from '../../demo/schema';
import { CORPUS_MONTH, type CorpusPerson } from './person';

/** What a document says, as a reader would note it down; the format of the folders that `bench:parse --dev` takes. */
export interface Truth {
  file: string;
  layout: string;
  /** Month `YYYY-MM` that "present" means. */
  asOf: string;
  name: string;
  email: string;
  phone: string | null;
  location: { city?: string; region?: string } | null;
  skills: string[];
  experience: { title: string; company: string; start: string | null; end: string | null }[];
  education: { school: string; degree: string | null }[];
  totalYears: number | null;
  /** Jobs are told apart from other entries only in part: no precision is taken. */
  partialExperience?: boolean;
}

/** Years of work with one decimal: first and last month included, overlaps once; bare years count from year to year. */
function yearsOf(jobs: readonly { start: string; end: string }[]): number {
  const now = monthNumber(CORPUS_MONTH);
  const spans = jobs
    .map(({ start, end }) => {
      const from = start.length === 4 ? Number(start) * 12 : monthNumber(start);
      const bare = end.length === 4 ? Number(end) * 12 : monthNumber(end) + 1;
      return { from, to: end === 'present' ? now + 1 : bare };
    })
    .sort((a, b) => a.from - b.from);
  let months = 0;
  let reached = -Infinity;
  for (const { from, to } of spans) {
    months += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return Math.round(months / 1.2) / 10;
}

const shortened = (date: string, yearsOnly: boolean): string =>
  yearsOnly && date !== 'present' ? date.slice(0, 4) : date;

/** The truth of a made person's document. */
export function truthOf(person: CorpusPerson, file: string, layout: string, yearsOnly: boolean): Truth {
  const jobs = person.jobs.map(({ title, company, start, end }) => ({
    title,
    company,
    start: shortened(start, yearsOnly),
    end: shortened(end, yearsOnly),
  }));
  return {
    file,
    layout,
    asOf: CORPUS_MONTH,
    name: person.name,
    email: person.email,
    phone: person.phone,
    location: { city: person.city, region: person.region },
    skills: person.skills.flatMap(({ items }) => items),
    experience: jobs,
    education: person.studies.map(({ school, degree }) => ({ school, degree })),
    // A year alone leaves half a year open at either end: nothing within half a year can be asked.
    totalYears: yearsOnly ? null : yearsOf(jobs),
  };
}

/** The truth of a document of the demo. */
export function truthOfDemo(person: Person, file: string): Truth {
  const dated = person.experience.every(({ start, end }) => start.length > 4 && end.length > 4);
  const [city = ''] = person.city.split(',');
  return {
    file,
    layout: person.layout,
    asOf: CORPUS_MONTH,
    name: person.name,
    email: person.email,
    phone: person.phone,
    location: { city },
    skills: person.skills.flatMap(({ items }) => items),
    experience: person.experience.map(({ title, company, start, end }) => ({ title, company, start, end })),
    education: person.education.map(({ school, degree }) => ({ school, degree })),
    totalYears: dated ? yearsOf(person.experience) : null,
  };
}
