import type { Person } from '../schema';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ACCENTS = ['#1f4e79', '#7a2e1d', '#2f5d50', '#5b3a70', '#8a5a00', '#1d5c63', '#374151', '#7b2d52'];

export const HEADINGS = {
  summary: ['Profile', 'Summary', 'Professional Summary', 'About'],
  experience: [
    'Experience',
    'Work Experience',
    'Professional Experience',
    'Employment History',
    'Work History',
  ],
  education: ['Education', 'Education', 'Qualifications', 'Education and Training'],
  skills: ['Skills', 'Key Skills', 'Core Skills', 'Areas of Expertise'],
  languages: ['Languages', 'Languages Known'],
  certifications: ['Certifications', 'Certificates', 'Licences and Certifications'],
} as const;
export type Section = keyof typeof HEADINGS;

type DateWriter = (year: string, month: string | undefined) => string;
const monthOf = (names: string[], month: string): string => names[Number(month) - 1] ?? month;
const DATE_WRITERS: { write: DateWriter; present: string; between: string }[] = [
  { write: (y, m) => (m ? `${monthOf(MONTHS, m)} ${y}` : y), present: 'Present', between: ' – ' },
  { write: (y, m) => (m ? `${monthOf(LONG_MONTHS, m)} ${y}` : y), present: 'Present', between: ' to ' },
  { write: (y, m) => (m ? `${m}/${y}` : y), present: 'Current', between: ' - ' },
  {
    write: (y, m) => (m ? `${monthOf(MONTHS, m)}’${y.slice(2)}` : y),
    present: 'till date',
    between: ' – ',
  },
];

export interface Style {
  accent: string;
  heading(section: Section): string;
  /** "Jun 2016 – Present" and its relatives; takes the dates of `resumeDateSchema`. */
  period(start: string, end: string): string;
}

/** 32-bit FNV-1a with a final mix, since few choices are taken from its low bits: the same person always gets the same wording and colour. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** The choices in which two résumés of one layout differ: accent colour, words of headings, way of writing dates. */
export function styleOf(person: Person): Style {
  const pick = <T>(from: readonly T[], salt: string): T => {
    const chosen = from[hash(`${person.slug}/${salt}`) % from.length];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const writer = pick(DATE_WRITERS, 'dates');
  const date = (value: string): string => {
    if (value === 'present') return writer.present;
    const [year = value, month] = value.split('-');
    return writer.write(year, month);
  };
  return {
    accent: pick(ACCENTS, 'accent'),
    heading: (section) => pick(HEADINGS[section], section),
    period: (start, end) => `${date(start)}${writer.between}${date(end)}`,
  };
}

export interface Entry {
  title: string;
  company: string;
  location: string;
  period: string;
  bullets: string[];
}

/** Jobs and breaks in one list, latest first; a break has a title only. */
export function entriesOf(person: Person, style: Style): Entry[] {
  const jobs = person.experience.map((job) => ({
    start: job.start,
    entry: { ...job, period: style.period(job.start, job.end) },
  }));
  const breaks = person.breaks.map((gap) => ({
    start: gap.start,
    entry: {
      title: gap.note,
      company: '',
      location: '',
      period: style.period(gap.start, gap.end),
      bullets: [],
    },
  }));
  return [...jobs, ...breaks].sort((a, b) => b.start.localeCompare(a.start)).map(({ entry }) => entry);
}

export const skillLines = (person: Person): string[] =>
  person.skills.map(({ group, items }) => (group ? `${group}: ${items.join(', ')}` : items.join(', ')));
export const languageWords = (person: Person): string[] =>
  person.languages.map(({ name, said }) => (said ? `${name} (${said})` : name));
export const certificateLines = (person: Person): string[] =>
  person.certifications.map(({ name, issuer, year }) => `${name}, ${issuer}, ${year}`);
export const contactParts = (person: Person): string[] => [
  person.city,
  person.phone,
  person.email,
  ...person.links,
];
export const educationYears = (entry: Person['education'][number]): string =>
  entry.start ? `${entry.start} – ${entry.end}` : entry.end;
