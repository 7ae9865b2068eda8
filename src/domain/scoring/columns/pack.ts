import { careerOf, type Career, type CareerEntry } from '../career';
import { entrySpread } from '../factors/role';
import { qualityOf, type SkillQuality } from '../factors/skills';
import type { Spread } from '../fixed-point';
import { monthIndex } from '../months';
import { FLEXIBILITIES, type CandidateFacts } from '../schema';
import { isTimeZone } from '../time-zones';
import { decodeGrid, weekCells } from '../week-grid';
import { dictionary } from './dictionary';
import { FACET_NAMES, facetFacts, facetKey, type Facet, type FacetFacts } from './facets';
import { growing, layOut, type Growing } from './growing';
import { uuidBytes } from './ids';
import { emptyColumns, KNOWN, OPEN, SEGMENT, type Columns, type Filling } from './layout';

export interface ColumnPerson {
  /** A UUID as the database writes it. */
  id: string;
  facts: CandidateFacts;
}

const NARROW = 0x1_0000;
const spreadKey = ({ low, expected, high }: Spread): string => `${low},${expected},${high}`;

const dictionaries = () => ({
  facets: Object.fromEntries(FACET_NAMES.map((name) => [name, dictionary<FacetFacts>(NARROW)])) as Record<
    Facet,
    ReturnType<typeof dictionary<FacetFacts>>
  >,
  skills: dictionary<string>(NARROW),
  qualities: dictionary<SkillQuality>(NARROW),
  posts: dictionary<{ title: string; roleId: string | null }>(),
  spreads: dictionary<Spread>(NARROW),
  domains: dictionary<readonly string[]>(NARROW),
  zones: dictionary<string>(NARROW),
  weeks: dictionary<null>(),
});
type Dictionaries = ReturnType<typeof dictionaries>;

function addRow({ people, keys, codes }: Rows, person: number, key: number, code: number): void {
  people.push(person);
  keys.push(key);
  codes.push(code);
}

/** Codes of one person's facets; −1 where one does not fit. */
function facetCodes(known: Dictionaries, facts: CandidateFacts): [Facet, number][] {
  return FACET_NAMES.map((facet) => [
    facet,
    known.facets[facet].codeOf(facetKey(facet, facts), () => facetFacts(facet, facts)),
  ]);
}

function skillRows(known: Dictionaries, facts: CandidateFacts, career: Career | null): [number, number][] {
  return (facts.skills ?? []).map((skill) => {
    const quality = qualityOf(skill, career);
    const key = `${quality.source},${quality.level},${spreadKey(quality.recent)}`;
    return [
      known.skills.codeOf(skill.skillId, () => skill.skillId),
      known.qualities.codeOf(key, () => quality),
    ];
  });
}

interface EntryRow {
  post: number;
  spread: number;
  domains: number;
  entry: CareerEntry;
  /** Nothing is open of when it was, besides, of what role, of what industry. */
  dated: boolean;
  named: boolean;
}

function entryRows(known: Dictionaries, career: Career | null): EntryRow[] {
  return (career?.entries ?? []).map((entry) => {
    const spread = entrySpread(career as Career, entry);
    const { title, roleId, domains } = entry;
    const dated = entry.from === entry.mayFrom && entry.to === entry.mayTo;
    return {
      post: known.posts.codeOf(`${roleId ?? ''}|${title}`, () => ({ title, roleId })),
      spread: known.spreads.codeOf(spreadKey(spread), () => spread),
      domains: known.domains.codeOf(domains.join(), () => domains),
      entry,
      dated: dated && spread.low === spread.high,
      named: roleId !== null || title !== '',
    };
  });
}

/** The code of a person's week; −1 = does not fit. New ones are added to the columns of distinct weeks. */
function weekCode(
  known: Dictionaries,
  to: Filling,
  { week, flexibility, maxDailyMinutes }: CandidateFacts,
): number {
  if (!week) return 0;
  const zone = known.zones.codeOf(week.timeZone, () => week.timeZone);
  if (zone < 0 || (maxDailyMinutes ?? 0) >= NARROW) return -1;
  return known.weeks.codeOf(`${week.grid}${zone},${flexibility},${maxDailyMinutes}`, () => {
    for (const word of decodeGrid(week.grid)) to.weekCells.push(word);
    to.weekZones.push(zone);
    to.weekFlexibilities.push(
      flexibility === null ? FLEXIBILITIES.length : FLEXIBILITIES.indexOf(flexibility),
    );
    to.weekMinutes.push(maxDailyMinutes ?? 0);
    return null;
  });
}

function flagsOf(facts: CandidateFacts, entries: readonly EntryRow[]): number {
  const { week, flexibility } = facts;
  const marked = week !== null && weekCells(decodeGrid(week.grid)) > 0;
  const firmWeek = marked && flexibility !== null && isTimeZone(week.timeZone);
  const firmTerms = facts.engagements !== null && facts.commitment !== null && facts.earliestStart !== null;
  const { hours, otherWork, modes, place, languages } = facts;
  const placed = place !== null && place.latitude !== null && place.longitude !== null;
  const firmLanguages = languages !== null && languages.every(({ level }) => level !== null);
  return (
    (hours !== null && otherWork !== null ? KNOWN.hoursFirm : 0) |
    (modes !== null && placed ? KNOWN.workModeFirm : 0) |
    (firmLanguages ? KNOWN.languagesFirm : 0) |
    (facts.skills === null ? 0 : KNOWN.skills) |
    (facts.work === null ? 0 : KNOWN.career) |
    (facts.work !== null && entries.every(({ dated, named }) => dated && named) ? KNOWN.rolesFirm : 0) |
    (facts.work?.every(({ domains }) => domains.length > 0) && entries.every(({ dated }) => dated)
      ? KNOWN.domainsFirm
      : 0) |
    (marked ? KNOWN.week : 0) |
    (firmWeek ? KNOWN.weekFirm : 0) |
    (firmTerms ? KNOWN.termsFirm : 0)
  );
}

/** Rows of one kind in the order of people: whose they are, what they name, and one more code. */
interface Rows {
  people: Growing<Uint32Array>;
  keys: Growing<Uint32Array>;
  codes: Growing<Uint16Array>;
}
const emptyRows = (): Rows => ({
  people: growing(Uint32Array),
  keys: growing(Uint32Array),
  codes: growing(Uint16Array),
});

/** Row numbers by (segment, key), in the order of people within each, with the first row of every key of each segment. */
function sorted(
  { people, keys }: Rows,
  keyCount: number,
  count: number,
): { rows: Uint32Array; starts: Uint32Array } {
  const [owner, key] = [people.filled(), keys.filled()];
  const placeOf = (row: number): number =>
    Math.floor((owner[row] ?? 0) / SEGMENT) * keyCount + (key[row] ?? 0);
  const starts = new Uint32Array(Math.ceil(count / SEGMENT) * keyCount + 1);
  for (let row = 0; row < owner.length; row++) {
    const after = placeOf(row) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place++) {
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  }
  const next = Uint32Array.from(starts);
  const rows = new Uint32Array(owner.length);
  for (let row = 0; row < owner.length; row++) {
    const place = placeOf(row);
    rows[next[place] ?? 0] = row;
    next[place] = (next[place] ?? 0) + 1;
  }
  return { rows, starts };
}

function addPostings(to: Filling, skills: Rows, skillCount: number, count: number): void {
  const { rows, starts } = sorted(skills, skillCount, count);
  const [owner, quality] = [skills.people.filled(), skills.codes.filled()];
  for (const start of starts) to.postingsAt.push(start);
  for (const row of rows) {
    to.postingPeople.push((owner[row] ?? 0) % SEGMENT);
    to.postingQualities.push(quality[row] ?? 0);
  }
}

/** The same for posts, of which a segment holds few: those that do not occur in it are left out of its list. */
function addHeldPosts(to: Filling, posts: Rows, postCount: number, count: number): void {
  const { rows, starts } = sorted(posts, postCount, count);
  const [owner, spread] = [posts.people.filled(), posts.codes.filled()];
  for (let place = 0; place < starts.length - 1; place++) {
    if (place % postCount === 0) to.postListAt.push(to.postList.length());
    if (starts[place] === starts[place + 1]) continue;
    to.postList.push(place % postCount);
    to.heldAt.push(starts[place] ?? 0);
  }
  to.postListAt.push(to.postList.length());
  to.heldAt.push(rows.length);
  for (const row of rows) {
    to.heldPeople.push((owner[row] ?? 0) % SEGMENT);
    to.heldSpreads.push(spread[row] ?? 0);
  }
}

/**
 * Packs people for scoring many jobs as of a day (`YYYY-MM-DD`). With `shared`, into memory that worker threads read without a
 * copy. Answers to screening questions belong to one job and are left out: hand whoever gave some to the pass.
 */
export function packPeople(people: Iterable<ColumnPerson>, asOf: string, shared = false): Columns {
  const to = emptyColumns();
  const known = dictionaries();
  const skillRowsOf = emptyRows();
  const postRowsOf = emptyRows();
  const spilled = new Map<number, CandidateFacts>();
  const now = monthIndex(asOf);
  let count = 0;
  for (const { id, facts } of people) {
    const career = facts.work && careerOf(facts.work, now);
    const codes = facetCodes(known, facts);
    const skills = skillRows(known, facts, career);
    const entries = entryRows(known, career);
    const week = weekCode(known, to, facts);
    const all = [week, ...codes.map(([, code]) => code), ...skills.flat()];
    const fits = [...all, ...entries.flatMap(({ spread, domains }) => [spread, domains])].every(
      (code) => code >= 0,
    );
    to.entriesAt.push(to.entryPosts.length());
    to.flags.push(fits ? flagsOf(facts, entries) : KNOWN.spilled);
    to.week.push(fits ? week : 0);
    for (const [facet, code] of codes) to[facet].push(fits ? code : 0);
    for (const [skill, quality] of fits ? skills : []) {
      addRow(skillRowsOf, count, skill, quality);
    }
    for (const { post, spread, domains, entry } of fits ? entries : []) {
      addRow(postRowsOf, count, post, spread);
      to.entryPosts.push(post);
      to.entrySpreads.push(spread);
      to.entryDomains.push(domains);
      to.entryFrom.push(entry.from);
      to.entryTo.push(entry.to);
      to.entryOpen.push(
        (entry.mayFrom === entry.from ? 0 : OPEN.start) | (entry.mayTo === entry.to ? 0 : OPEN.end),
      );
    }
    for (const byte of uuidBytes(id)) to.ids.push(byte);
    if (!fits) spilled.set(count, facts);
    count += 1;
  }
  addPostings(to, skillRowsOf, known.skills.values.length, count);
  addHeldPosts(to, postRowsOf, known.posts.values.length, count);
  to.entriesAt.push(to.entryPosts.length());
  const { facets, skills, qualities, posts, spreads, domains, zones } = known;
  return {
    ...layOut(to, shared),
    asOf,
    count,
    distinct: {
      facets: Object.fromEntries(FACET_NAMES.map((name) => [name, facets[name].values])) as Record<
        Facet,
        FacetFacts[]
      >,
      skills: skills.values,
      qualities: qualities.values,
      posts: posts.values,
      spreads: spreads.values,
      domains: domains.values,
      zones: zones.values,
    },
    spilled,
  };
}
