import { entrySpread, heldMonths, timelineOf, type HeldMonths, type Timeline } from '../career';
import { recentUse, type SkillQuality } from '../skill-quality';
import type { MonthIndex } from '../months';
import { FLEXIBILITIES } from '../schema';
import { isTimeZone } from '../time-zones';
import { decodeGrid, emptyWeek, weekCells } from '../week-grid';
import { byteDictionary, type ByteDictionary } from './byte-dictionary';
import type { ByteReader } from './bytes';
import { FACET_NAMES, type Facet, type FacetFacts } from './facets';
import { KNOWN, type Filling } from './layout';
import {
  gradeOf,
  monthOf,
  readDomains,
  readFacet,
  readPost,
  readSkillId,
  readWeekFacts,
  rowReader,
} from './row';
import { spreadCodes } from './spreads';

const NARROW = 0x1_0000;

/** Whether nothing of a facet is open. */
const COMPLETE: Partial<Record<Facet, (told: FacetFacts) => boolean>> = {
  hours: ({ hours, otherWork }) => hours !== null && otherWork !== null,
  modes: ({ modes }) => modes !== null,
  place: ({ place }) => place != null && place.latitude !== null && place.longitude !== null,
  languages: ({ languages }) => languages?.every(({ level }) => level !== null) === true,
  engagements: ({ engagements }) => engagements !== null,
  commitment: ({ commitment }) => commitment !== null,
  earliest_start: ({ earliestStart }) => earliestStart !== null,
};
/** Facets of which none may be open for a bit of `flags`. */
const FIRM: readonly (readonly [bit: number, facets: readonly Facet[]])[] = [
  [KNOWN.hoursFirm, ['hours']],
  [KNOWN.workModeFirm, ['modes', 'place']],
  [KNOWN.languagesFirm, ['languages']],
  [KNOWN.termsFirm, ['engagements', 'commitment', 'earliest_start']],
];
const facetBit = (facet: Facet): number => 1 << FACET_NAMES.indexOf(facet);
const FIRM_BITS = FIRM.map(
  ([known, facets]) => [known, facets.reduce((bits, facet) => bits | facetBit(facet), 0)] as const,
);

/** A distinct week: its number in the columns, whether it fits them, and its bits of `flags`. */
interface KnownWeek {
  code: number;
  fits: boolean;
  flags: number;
}

/** What people told, numbered; new weeks are added to the columns of distinct weeks as they come. */
export function knownFacts(to: Filling) {
  const facets = Object.fromEntries(
    FACET_NAMES.map((facet) => {
      const isComplete = COMPLETE[facet] ?? (() => false);
      const read = (from: ByteReader) => {
        const facts = readFacet(facet, from);
        return { facts, complete: isComplete(facts) ? facetBit(facet) : 0 };
      };
      return [facet, byteDictionary(read, NARROW)];
    }),
  ) as Record<Facet, ByteDictionary<{ facts: FacetFacts; complete: number }>>;
  const zones = new Map<string, number>();
  const readWeek = (from: ByteReader): KnownWeek => {
    const { week, flexibility, maxDailyMinutes } = readWeekFacts(from);
    // Who told no grid may have told how fixed the hours are: such a week has no cell and no zone of its own.
    const zone = week === null ? 0 : (zones.get(week.timeZone) ?? zones.size);
    if (week !== null) zones.set(week.timeZone, zone);
    const words = week === null ? emptyWeek() : decodeGrid(week.grid);
    for (const word of words) to.weekCells.push(word);
    to.weekZones.push(zone);
    to.weekFlexibilities.push(
      flexibility === null ? FLEXIBILITIES.length : FLEXIBILITIES.indexOf(flexibility),
    );
    to.weekMinutes.push(maxDailyMinutes ?? 0);
    const marked = weekCells(words) > 0;
    const firm = marked && flexibility !== null && isTimeZone(week?.timeZone ?? '');
    return {
      code: to.weekZones.length() - 1,
      fits: zone < NARROW && (maxDailyMinutes ?? 0) < NARROW,
      flags: (marked ? KNOWN.week : 0) | (firm ? KNOWN.weekFirm : 0),
    };
  };
  return {
    facets,
    zones,
    weeks: byteDictionary(readWeek),
    skills: byteDictionary(readSkillId, NARROW),
    posts: byteDictionary(readPost),
    domains: byteDictionary(readDomains, NARROW),
    spreads: spreadCodes(NARROW),
    uses: spreadCodes(NARROW),
    qualities: new Map<number, number>(),
    qualityList: [] as SkillQuality[],
  };
}
export type KnownFacts = ReturnType<typeof knownFacts>;

/** Levels and sources of a skill have no more grades than this. */
const GRADES = 16;

function qualityCode(known: KnownFacts, grade: number, use: number): number {
  const key = use * GRADES + grade;
  const kept = known.qualities.get(key);
  if (kept !== undefined) return kept;
  const recent = known.uses.values[use];
  if (recent === undefined || known.qualityList.length >= NARROW) return -1;
  known.qualities.set(key, known.qualityList.length);
  return known.qualityList.push({ ...gradeOf(grade), recent }) - 1;
}

/** One job entry in codes. */
export interface EntryCodes {
  post: number;
  domains: number;
  spread: number;
  held: HeldMonths;
}

/** A person in codes; one object that the next person uses again. */
export interface PersonCodes {
  fits: boolean;
  flags: number;
  week: number;
  facets: Int32Array;
  entries: EntryCodes[];
  skills: number[];
  qualities: number[];
  /** Months in which skills were last used, and what each says of how recent that is. */
  months: number[];
  uses: number[];
}

export const emptyPerson = (): PersonCodes => ({
  fits: true,
  flags: 0,
  week: 0,
  facets: new Int32Array(FACET_NAMES.length),
  entries: [],
  skills: [],
  qualities: [],
  months: [],
  uses: [],
});

function sectionCode(dictionary: ByteDictionary<unknown>, from: ByteReader): number {
  const end = from.number() + from.at;
  const code = dictionary.codeOf(from.bytes, from.at, end);
  from.skip(end - from.at);
  return code;
}

function readFacets(known: KnownFacts, person: PersonCodes, from: ByteReader): void {
  let complete = 0;
  for (const [place, facet] of FACET_NAMES.entries()) {
    const dictionary = known.facets[facet];
    const code = sectionCode(dictionary, from);
    person.facets[place] = code;
    if (code < 0) person.fits = false;
    complete |= dictionary.values[code]?.complete ?? 0;
  }
  for (const [bit, asked] of FIRM_BITS) if ((complete & asked) === asked) person.flags |= bit;
}

function readWeek(known: KnownFacts, person: PersonCodes, from: ByteReader): void {
  const week = known.weeks.values[sectionCode(known.weeks, from)];
  person.week = week?.code ?? 0;
  if (!week) return;
  person.flags |= week.flags;
  if (!week.fits) person.fits = false;
}

/** Reads the job entries; null = what the person did is not known. */
function readCareer(
  known: KnownFacts,
  person: PersonCodes,
  from: ByteReader,
  now: MonthIndex,
): Timeline | null {
  const listed = from.number();
  if (listed === 0) return null;
  const { entries } = person;
  let told = KNOWN.rolesFirm | KNOWN.domainsFirm;
  for (let i = 1; i < listed; i++) {
    const post = sectionCode(known.posts, from);
    const domains = sectionCode(known.domains, from);
    const start = monthOf(from.number(), now);
    const end = monthOf(from.number(), now);
    entries.push({ post, domains, spread: 0, held: heldMonths({ start, end }, now) });
    if (domains < 0) person.fits = false;
    const { title, roleId } = known.posts.values[post] ?? { title: '', roleId: null };
    if (roleId === null && title === '') told &= ~KNOWN.rolesFirm;
    if (known.domains.values[domains]?.length === 0) told &= ~KNOWN.domainsFirm;
  }
  const timeline = timelineOf(
    entries.map(({ held }) => held),
    now,
  );
  for (const entry of entries) {
    const { held } = entry;
    const spread = entrySpread(timeline, held);
    entry.spread = known.spreads.codeOf(spread);
    if (entry.spread < 0) person.fits = false;
    const dated = held.from === held.mayFrom && held.to === held.mayTo;
    if (!dated || spread.low !== spread.high) told = 0;
  }
  person.flags |= KNOWN.career | told;
  return timeline;
}

function readSkills(
  known: KnownFacts,
  person: PersonCodes,
  from: ByteReader,
  timeline: Timeline | null,
): void {
  const listed = from.number();
  if (listed === 0) return;
  person.flags |= KNOWN.skills;
  const { skills, qualities, months, uses } = person;
  for (let i = 1; i < listed; i++) {
    const skill = sectionCode(known.skills, from);
    const grade = from.byte();
    const month = from.number();
    // How long it was used is told in words only.
    from.number();
    let place = months.indexOf(month);
    if (place < 0) {
      place = months.push(month) - 1;
      uses.push(known.uses.codeOf(recentUse(monthOf(month, timeline?.now ?? 0), timeline)));
    }
    const quality = qualityCode(known, grade, uses[place] ?? -1);
    if (skill < 0 || quality < 0) person.fits = false;
    skills.push(skill);
    qualities.push(quality);
  }
}

/** Reads a row into codes, as of the month `now`. Throws RangeError for a row of another format. */
export function readPerson(known: KnownFacts, person: PersonCodes, row: Uint8Array, now: MonthIndex): void {
  person.fits = true;
  person.flags = 0;
  for (const list of [person.entries, person.skills, person.qualities, person.months, person.uses]) {
    list.length = 0;
  }
  const from = rowReader(row);
  readFacets(known, person, from);
  readWeek(known, person, from);
  const timeline = readCareer(known, person, from, now);
  readSkills(known, person, from, timeline);
}
