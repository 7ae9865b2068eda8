import { monthIndex } from '../months';
import type { CandidateFacts } from '../schema';
import { markApart } from './apart';
import { FACET_NAMES, type Facet, type FacetFacts } from './facets';
import { layOut } from './growing';
import { uuidBytes } from './ids';
import { emptyColumns, KNOWN, OPEN, type Columns, type Filling } from './layout';
import { emptyPerson, knownFacts, readPerson, type KnownFacts, type PersonCodes } from './person-codes';
import { addPostWords } from './post-words';
import { addHeldPosts, addPostings } from './postings';
import { decodeRow, encodeRow } from './row';

export interface ColumnPerson {
  /** A UUID as the database writes it. */
  id: string;
  facts: CandidateFacts;
}

/** A person as the database keeps them: the 16 bytes of the UUID, and the row of `encodeRow`. */
export interface PackedPerson {
  id: Uint8Array;
  row: Uint8Array;
}

function addPerson(to: Filling, person: PersonCodes): void {
  const { fits } = person;
  to.skillsAt.push(to.skillCodes.length());
  to.entriesAt.push(to.entryPosts.length());
  to.flags.push(fits ? person.flags : KNOWN.spilled);
  to.week.push(fits ? person.week : 0);
  for (const [place, facet] of FACET_NAMES.entries()) to[facet].push(fits ? (person.facets[place] ?? 0) : 0);
  if (!fits) return;
  for (const [place, skill] of person.skills.entries()) {
    to.skillCodes.push(skill);
    to.skillQualities.push(person.qualities[place] ?? 0);
  }
  for (const { post, domains, spread, held } of person.entries) {
    to.entryPosts.push(post);
    to.entrySpreads.push(spread);
    to.entryDomains.push(domains);
    to.entryFrom.push(held.from);
    to.entryTo.push(held.to);
    to.entryOpen.push(
      (held.mayFrom === held.from ? 0 : OPEN.start) | (held.mayTo === held.to ? 0 : OPEN.end),
    );
  }
}

const distinctOf = (known: KnownFacts): Omit<Columns['distinct'], 'words' | 'roles'> => ({
  facets: Object.fromEntries(
    FACET_NAMES.map((facet) => [facet, known.facets[facet].values.map(({ facts }) => facts)]),
  ) as Record<Facet, FacetFacts[]>,
  skills: known.skills.values,
  qualities: known.qualityList,
  posts: known.posts.values,
  spreads: known.spreads.values,
  domains: known.domains.values,
  zones: [...known.zones.keys()],
});

/**
 * Packs people for scoring many jobs as of a day (`YYYY-MM-DD`), from their rows. With `shared`, into memory that worker threads
 * read without a copy. Answers to screening questions belong to one job and are left out: hand whoever gave some to the pass.
 * Throws RangeError for a row of another format.
 */
export function packRows(people: Iterable<PackedPerson>, asOf: string, shared = false): Columns {
  const to = emptyColumns();
  const known = knownFacts(to);
  const spilled = new Map<number, CandidateFacts>();
  const now = monthIndex(asOf);
  const person = emptyPerson();
  let count = 0;
  for (const { id, row } of people) {
    readPerson(known, person, row, now);
    addPerson(to, person);
    for (const byte of id) to.ids.push(byte);
    if (!person.fits) spilled.set(count, decodeRow(row));
    count += 1;
  }
  to.skillsAt.push(to.skillCodes.length());
  to.entriesAt.push(to.entryPosts.length());
  addPostings(to, known.skills.values.length);
  addHeldPosts(to, known.posts.values.length, now);
  markApart(to);
  const distinct = { ...distinctOf(known), ...addPostWords(to, known.posts.values) };
  return { ...layOut(to, shared), asOf, count, distinct, spilled };
}

function* rowsOf(people: Iterable<ColumnPerson>): Generator<PackedPerson> {
  for (const { id, facts } of people) yield { id: Uint8Array.from(uuidBytes(id)), row: encodeRow(facts) };
}

/** The same from people's facts. Throws RangeError for an id that is no UUID. */
export const packPeople = (people: Iterable<ColumnPerson>, asOf: string, shared = false): Columns =>
  packRows(rowsOf(people), asOf, shared);
