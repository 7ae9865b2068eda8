import { monthNumber, monthText } from '../../demo/world/months';
import { randomFor, type Random } from '../../demo/world/random';
import type { Country, Field, Pool } from './pool';

export interface Job {
  title: string;
  company: string;
  place: string;
  /** Months `YYYY-MM`; `end` may be `present`. */
  start: string;
  end: string;
  bullets: string[];
}

export interface Study {
  degree: string;
  school: string;
  start: string;
  end: string;
  result: string;
}

/** The content of one résumé, before a layout decides how it looks. */
export interface CorpusPerson {
  id: string;
  name: string;
  headline: string;
  email: string;
  phone: string;
  city: string;
  /** State or country as it is printed after the city; may be empty. */
  region: string;
  link: string;
  summary: string;
  jobs: Job[];
  studies: Study[];
  skills: { group: string; items: string[] }[];
  projects: { name: string; about: string; year: string }[];
  certificates: { name: string; issuer: string; year: string }[];
  languages: string[];
  volunteering: { role: string; organisation: string; start: string; end: string }[];
  referees: { name: string; role: string; phone: string; email: string }[];
  father: string;
  birth: string;
  address: string;
  hobbies: string[];
  declaration: string;
}

/** The month in which every résumé of the corpus is written. */
export const CORPUS_MONTH = '2026-09';

const fold = (text: string): string =>
  text
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .normalize('NFD')
    .replace(/[^\p{L}\s]/gu, '')
    .toLowerCase();

function nameOf(random: Random, country: Country): { shown: string; given: string; family: string } {
  const given = random.pick(country.given);
  const family = random.pick(country.family);
  const initial = family.charAt(0);
  if (random.chance(country.initials)) {
    const shown = random.pick([
      `${initial}. ${given}`,
      `${given} ${initial}`,
      `${given} ${initial}.`,
      `${initial}.${given}`,
    ]);
    return { shown, given, family };
  }
  if (random.chance(0.06)) return { shown: given, given, family };
  if (random.chance(0.12)) {
    const middle = random.pick(country.given.filter((other) => other !== given));
    return {
      shown: `${given} ${random.chance(0.5) ? `${middle.charAt(0)}.` : middle} ${family}`,
      given,
      family,
    };
  }
  return { shown: `${given} ${family}`, given, family };
}

function mailOf(random: Random, given: string, family: string): string {
  const first = fold(given).replace(/\s+/g, '');
  const last = fold(family).replace(/\s+/g, '');
  const local = random.weighted([
    [`${first}.${last}`, 5],
    [`${first}${last}`, 3],
    [`${first.charAt(0)}${last}`, 2],
    [`${first}_${last}${random.int(70, 99)}`, 2],
    [`${last}.${first}${random.int(1, 9)}`, 1],
    [`${random.pick(['bluekite', 'hillwalker', 'teatime', 'northstar'])}${random.int(10, 99)}`, 1],
  ]);
  return `${local}@${random.pick(['example.com', 'example.net', 'example.org', 'mail.example', 'inbox.example'])}`;
}

const phoneOf = (random: Random, pattern: string): string =>
  pattern.replace(/[dn]/g, (mark) => String(random.int(mark === 'n' ? 2 : 0, 9)));

function employersOf(random: Random, pool: Pool, country: Country, count: number): string[] {
  const words = random.some(pool.words, count);
  return words.map((word) => random.pick(country.companies).replace('%', word));
}

/** A career counted back from today: mostly without gaps, the last job often still held. */
function jobsOf(random: Random, pool: Pool, country: Country, field: Field): Job[] {
  const count = random.weighted([
    [1, 1],
    [2, 3],
    [3, 5],
    [4, 3],
    [5, 1],
  ]);
  const employers = employersOf(random, pool, country, count);
  const top = Math.min(field.titles.length - 1, random.int(Math.max(0, count - 1), field.titles.length));
  let until = monthNumber(CORPUS_MONTH) - (random.chance(0.7) ? 0 : random.int(2, 14));
  return employers.map((company, index): Job => {
    const held = index === 0 && until === monthNumber(CORPUS_MONTH);
    const from = until - random.int(7, 52);
    const job = {
      title: field.titles[Math.max(0, top - index)] ?? field.titles[0] ?? '',
      company,
      place: random.pick(country.cities).replace('|', ', ').replace(/, $/, ''),
      start: monthText(from),
      end: held ? 'present' : monthText(until),
      bullets: random.some(field.bullets, random.int(2, 4)),
    };
    until = from - random.int(0, 4) - 1;
    return job;
  });
}

function studiesOf(random: Random, country: Country, field: Field, firstJob: string): Study[] {
  const schools = random.some(country.schools, random.chance(0.5) ? 2 : 1);
  const degrees = random.some(country.degrees, schools.length);
  let end = Number(firstJob.slice(0, 4)) - (Number(firstJob.slice(5, 7)) < 6 ? 1 : 0);
  return schools.map((school, index) => {
    const length = random.int(2, 4);
    const study = {
      degree: (degrees[index] ?? '').replace('%', random.pick(field.subjects)),
      school,
      start: String(end - length),
      end: String(end),
      result: random.pick(country.results),
    };
    end -= length + random.int(0, 2);
    return study;
  });
}

/** The person of a number: the same pool, salt and number always give the same one. */
export function corpusPerson(pool: Pool, salt: string, number: number): CorpusPerson {
  const random = randomFor('corpus', salt, number);
  // India first: more than half of the people apply from there.
  const [india, ...abroad] = pool.countries;
  if (!india) throw new Error('A pool names no country.');
  const country = random.chance(0.55) ? india : random.pick(abroad);
  const field = random.pick(pool.fields);
  const { shown, given, family } = nameOf(random, country);
  const [city = '', region = ''] = random.pick(country.cities).split('|');
  const jobs = jobsOf(random, pool, country, field);
  const headline = jobs[0]?.title ?? '';
  const firstJob = jobs.at(-1)?.start ?? CORPUS_MONTH;
  const year = () => String(random.int(2017, 2025));
  const colleague = () => `${random.pick(country.given)} ${random.pick(country.family)}`;
  return {
    id: `${salt}-${number}`,
    name: shown,
    headline,
    email: mailOf(random, given, family),
    phone: phoneOf(random, random.pick(country.phones)),
    city,
    region,
    link: `linkedin.com/in/${fold(given).replace(/\s+/g, '')}-${random.int(100, 999)}`,
    summary: random
      .pick(pool.summaries)
      .replace('%', headline.toLowerCase())
      .replace(/^./, (first) => first.toUpperCase()),
    jobs,
    studies: studiesOf(random, country, field, firstJob),
    skills: field.skills.map(([group, items]) => ({ group, items })),
    projects: random
      .some(field.projects, random.int(0, 2))
      .map(([name, about]) => ({ name, about, year: year() })),
    certificates: random
      .some(field.certificates, random.int(0, 2))
      .map(([name, issuer]) => ({ name, issuer, year: year() })),
    languages: random.some(country.languages, random.int(2, 3)),
    volunteering: random.some(pool.volunteering, random.chance(0.4) ? 1 : 0).map(([role, organisation]) => ({
      role,
      organisation,
      start: `${random.int(2014, 2018)}-0${random.int(1, 9)}`,
      end: `${random.int(2019, 2022)}-0${random.int(1, 9)}`,
    })),
    referees: Array.from({ length: 2 }, () => ({
      name: colleague(),
      role: `${random.pick(field.titles)}, ${random.pick(country.companies).replace('%', random.pick(pool.words))}`,
      phone: phoneOf(random, random.pick(country.phones)),
      email: `${fold(colleague()).replace(/\s+/g, '.')}@example.com`,
    })),
    father: `${random.pick(country.given)} ${family}`,
    birth: `${random.int(10, 28)}/0${random.int(1, 9)}/${random.int(1979, 1999)}`,
    address: `${random.int(3, 240)}, ${random.pick(['Lake View Road', 'Temple Street', 'Hill Park', 'Old Mill Lane'])}, ${city}${region ? `, ${region}` : ''}`,
    hobbies: random.some(pool.hobbies, 3),
    declaration: random.pick(pool.declarations),
  };
}
