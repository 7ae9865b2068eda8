import { monthIndex, monthText, type MonthIndex } from '../months';
import {
  CEFR_LEVELS,
  ENGAGEMENTS,
  FLEXIBILITIES,
  FOCUSES,
  MEETING_NOTICES,
  PAY_PERIODS,
  SETUP_ITEMS,
  type CandidateFacts,
} from '../schema';
import { ByteReader, ByteWriter } from './bytes';
import { answersBy, listOf, members, number, oneOf, orNull, text, truth, type Codec } from './codec';
import { FACET_NAMES, FACETS, type Facet, type FacetFacts } from './facets';
import { grid } from './week-bytes';

/** First byte of a row. Bytes that mean something else than before are a new format. */
export const ROW_FORMAT = 1;

type Skill = NonNullable<CandidateFacts['skills']>[number];
type Work = NonNullable<CandidateFacts['work']>[number];
type FacetFact = (typeof FACETS)[Facet][number];
type Facts = Pick<CandidateFacts, FacetFact>;

const day: Codec<string> = {
  write: (to, value) => to.number(Number(value.replaceAll('-', ''))),
  read(from) {
    const digits = String(from.number()).padStart(8, '0');
    return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  },
};

/** Every fact that a facet holds; one more fact in a facet does not compile until it stands here. */
const FACT_CODECS: { [Name in FacetFact]: Codec<Facts[Name]> } = {
  hours: orNull(members({ min: number, max: number })),
  otherWork: orNull(members({ hoursPerWeek: number, alreadyExcluded: truth })),
  modes: orNull(members({ remote: truth, maxDaysOnSite: number, radiusKm: orNull(number) })),
  place: orNull(
    members({
      cityId: orNull(text),
      name: text,
      country: text,
      latitude: orNull(number),
      longitude: orNull(number),
    }),
  ),
  leastPay: orNull(members({ amountMinor: number, currency: text, per: oneOf(PAY_PERIODS) })),
  meetingNotice: orNull(oneOf(MEETING_NOTICES)),
  focus: orNull(oneOf(FOCUSES)),
  setup: answersBy(SETUP_ITEMS, [false, true]),
  languages: orNull(listOf(members({ code: text, level: orNull(oneOf(CEFR_LEVELS)) }))),
  licences: orNull(listOf(text)),
  engagements: orNull(
    answersBy(ENGAGEMENTS, ['yes', 'consider', 'no']) as Codec<NonNullable<Facts['engagements']>>,
  ),
  commitment: orNull(members({ minMonths: number, maxMonths: orNull(number) })),
  earliestStart: orNull(day),
};

type WeekFacts = Pick<CandidateFacts, 'week' | 'flexibility' | 'maxDailyMinutes'>;
/** The zone first, then what a grid's bytes are followed by: `pack.ts` unpacks the grid by itself. */
const WEEK: Codec<WeekFacts> = members<WeekFacts>({
  week: orNull(members({ timeZone: text, grid })),
  flexibility: orNull(oneOf(FLEXIBILITIES)),
  maxDailyMinutes: orNull(number),
});

const POST = members<Pick<Work, 'title' | 'roleId'>>({ title: text, roleId: orNull(text) });
const DOMAINS = listOf(text);

/** A month as a number, 0 = not known; `present` has a number of its own. */
const NOT_TOLD = 0;
export const PRESENT = 1;
const FIRST_MONTH = 2;
const monthNumber = (month: string | null): number =>
  month === null ? NOT_TOLD : month === 'present' ? PRESENT : FIRST_MONTH + monthIndex(month);
/** The month index of a number in a row; null = not known. `present` is the month `now`. */
export const monthOf = (told: number, now: MonthIndex): MonthIndex | null =>
  told === NOT_TOLD ? null : told === PRESENT ? now : told - FIRST_MONTH;
const monthTold = (told: number): string | null =>
  told === NOT_TOLD ? null : told === PRESENT ? 'present' : monthText(told - FIRST_MONTH);

/** Source and level of a skill in one byte. */
const graded = ({ source, level }: Skill): number => (level ?? 0) * 2 + (source === 'job' ? 1 : 0);
export const gradeOf = (byte: number): Pick<Skill, 'source' | 'level'> => ({
  source: (byte & 1) === 1 ? 'job' : 'listed',
  level: byte >> 1 === 0 ? null : byte >> 1,
});

/** Lists that may be unknown: 0, or one more than their length. */
const listLength = (list: readonly unknown[] | null): number => (list === null ? 0 : list.length + 1);

/**
 * A person's facts as bytes, the same for equal facts, on whatever day. Answers to a job's own questions belong to that job and
 * are left out. Facts are told section by section, each after its length, so that a reader can tell equal ones by their bytes.
 */
export function encodeRow(facts: CandidateFacts): Uint8Array<ArrayBuffer> {
  const row = new ByteWriter();
  row.byte(ROW_FORMAT);
  for (const facet of FACET_NAMES) row.section((to) => writeFacet(to, facet, facts));
  row.section((to) => WEEK.write(to, facts));
  row.number(listLength(facts.work));
  for (const work of facts.work ?? []) {
    row.section((to) => POST.write(to, work));
    row.section((to) => DOMAINS.write(to, work.domains));
    row.number(monthNumber(work.start));
    row.number(monthNumber(work.end));
  }
  row.number(listLength(facts.skills));
  for (const skill of facts.skills ?? []) {
    row.text(skill.skillId);
    row.byte(graded(skill));
    row.number(monthNumber(skill.lastUsed));
    row.number(skill.months === null ? 0 : skill.months + 1);
  }
  return row.written();
}

function writeFacet(to: ByteWriter, facet: Facet, facts: CandidateFacts): void {
  for (const name of FACETS[facet]) (FACT_CODECS[name] as Codec<unknown>).write(to, facts[name]);
}

/** The facts of one facet from the bytes of its section. */
export function readFacet(facet: Facet, from: ByteReader): FacetFacts {
  return Object.fromEntries(FACETS[facet].map((name) => [name, FACT_CODECS[name].read(from)]));
}
export const readWeekFacts = (from: ByteReader): WeekFacts => WEEK.read(from);
export const readPost = (from: ByteReader): Pick<Work, 'title' | 'roleId'> => POST.read(from);
/** A skill's id stands in a section of its own, whose length a text begins with. */
export const readSkillId = (from: ByteReader): string => from.rest();
export const readDomains = (from: ByteReader): string[] => DOMAINS.read(from);

/** A reader behind the first byte of a row. Throws RangeError for a row of another format. */
export function rowReader(row: Uint8Array): ByteReader {
  const from = new ByteReader(row);
  if (from.byte() !== ROW_FORMAT) throw new RangeError(`Not a row of format ${ROW_FORMAT}.`);
  return from;
}

function section<T>(from: ByteReader, read: (from: ByteReader) => T): T {
  from.number();
  return read(from);
}

function readList<T>(from: ByteReader, read: (from: ByteReader) => T): T[] | null {
  const length = from.number();
  return length === 0 ? null : Array.from({ length: length - 1 }, () => read(from));
}

const readSkill = (from: ByteReader): Skill => {
  const skillId = from.text();
  const grade = gradeOf(from.byte());
  const lastUsed = monthTold(from.number());
  const months = from.number();
  return { skillId, ...grade, lastUsed, months: months === 0 ? null : months - 1 };
};

const readWork = (from: ByteReader): Work => ({
  ...section(from, readPost),
  domains: section(from, readDomains),
  start: monthTold(from.number()),
  end: monthTold(from.number()),
});

/** The facts that a row was made from, without answers to any job's own questions. Throws RangeError for another format. */
export function decodeRow(row: Uint8Array): CandidateFacts {
  const from = rowReader(row);
  const told = FACET_NAMES.map((facet) => section(from, (inner) => readFacet(facet, inner)));
  const facets = Object.assign({}, ...told) as Facts;
  const week = section(from, readWeekFacts);
  const work = readList(from, readWork);
  return { ...facets, ...week, work, skills: readList(from, readSkill), screening: {} };
}
