import { randomFor, type Random } from '../../demo/world/random';
import type { CorpusPerson } from './person';
import type { Pool, Section } from './pool';

const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG = [
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

type DateWriter = (year: string, month: number) => string;

/** Ways of writing a month, the usual ones more often; a year alone comes with layouts that ask for it. */
const WRITERS: readonly (readonly [DateWriter, number])[] = [
  [(year, month) => `${SHORT[month - 1] ?? ''} ${year}`, 5],
  [(year, month) => `${LONG[month - 1] ?? ''} ${year}`, 4],
  [(year, month) => `${String(month).padStart(2, '0')}/${year}`, 3],
  [(year, month) => `${SHORT[month - 1] ?? ''}’${year.slice(2)}`, 1],
  [(year, month) => `${SHORT[month - 1] ?? ''}, ${year}`, 1],
  [(year, month) => `${SHORT[month - 1] ?? ''}. ${year}`, 1],
  [(year, month) => `${String(month).padStart(2, '0')}.${year}`, 1],
  [(year, month) => `${year}-${String(month).padStart(2, '0')}`, 1],
  [(year, month) => `${(SHORT[month - 1] ?? '').toUpperCase()} ${year}`, 1],
  [(year, month) => `${SHORT[month - 1] ?? ''}-${year}`, 1],
];

/** How one résumé says things: its words for sections and for now, its way with dates, and its turns of chance. */
export interface Voice {
  random: Random;
  heading: (section: Section) => string;
  date: (date: string) => string;
  period: (start: string, end: string) => string;
  /** Years only: what the truth may then ask of dates. */
  yearsOnly: boolean;
  /** "City, Region" as this résumé prints it. */
  place: (person: CorpusPerson) => string;
}

export interface VoiceOptions {
  yearsOnly?: boolean;
  /** Always the long or the short month with its year, where the tool leaves no choice. */
  months?: 'long' | 'short';
}

export function voiceOf(pool: Pool, person: CorpusPerson, layout: string, options: VoiceOptions = {}): Voice {
  const random = randomFor('voice', layout, person.id);
  const drawn = random.weighted(WRITERS);
  const write: DateWriter = options.yearsOnly
    ? (year) => year
    : options.months
      ? (year, month) => `${(options.months === 'long' ? LONG : SHORT)[month - 1] ?? ''} ${year}`
      : drawn;
  const present = random.pick(pool.present);
  const between = random.weighted([
    [' – ', 5],
    [' - ', 4],
    [' to ', 2],
    ['–', 1],
    [' — ', 1],
  ]);
  const words = Object.fromEntries(
    Object.entries(pool.headings).map(([section, choices]) => [section, random.pick(choices)]),
  ) as Record<Section, string>;
  const date = (text: string): string =>
    text === 'present' ? present : write(text.slice(0, 4), Number(text.slice(5, 7) || 1));
  return {
    random,
    heading: (section) => words[section],
    date,
    period: (start, end) => `${date(start)}${between}${date(end)}`,
    yearsOnly: options.yearsOnly === true,
    place: ({ city, region }) => [city, region].filter(Boolean).join(', '),
  };
}
