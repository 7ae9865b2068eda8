import { crowdOf, type Crowd } from '@/domain/scoring/relax/crowd';
import { preparePerson, type PreparedPerson } from '@/domain/scoring/person';
import type { CandidateFacts } from '@/domain/scoring/schema';

/** Whom an organisation may have ranked, made ready for one day, as of a state of the table. */
export interface KnownPeople {
  /** What the table was like: equal as long as nobody came, changed or went. */
  stamp: string;
  ids: readonly string[];
  /** By person, which state of their row was read. */
  rows: ReadonlyMap<string, { row: string; place: number }>;
  crowd: Crowd;
}

/** A person's row by its state; without facts when it is known already. */
export interface PersonRow {
  candidateId: string;
  row: string;
  facts: CandidateFacts | null;
}

/**
 * People of these rows, those known already taken over from `before`. Throws RangeError when a row comes without facts and
 * is not known.
 */
export const knownPeople = (
  rows: readonly PersonRow[],
  stamp: string,
  asOf: string,
  before: KnownPeople | null,
): KnownPeople => {
  const takenOver = before?.crowd.asOf === asOf ? before.crowd.people : [];
  const people = rows.map(({ candidateId, facts }): PreparedPerson => {
    if (facts !== null) return preparePerson(facts, asOf);
    const place = before?.rows.get(candidateId)?.place;
    const kept = place === undefined ? undefined : before?.crowd.people[place];
    if (kept === undefined) throw new RangeError(`No facts of ${candidateId}`);
    return takenOver.length > 0 ? kept : preparePerson(kept.facts, asOf);
  });
  return {
    stamp,
    ids: rows.map(({ candidateId }) => candidateId),
    rows: new Map(rows.map(({ candidateId, row }, place) => [candidateId, { row, place }])),
    crowd: crowdOf(people, asOf),
  };
};

/** What an instance remembers of organisations' people, the least used forgotten past `most` people in all. */
export const peopleMemory = (most: number) => {
  const kept = new Map<string, KnownPeople>();
  return {
    get: (organizationId: string): KnownPeople | null => kept.get(organizationId) ?? null,
    keep: (organizationId: string, people: KnownPeople): void => {
      kept.delete(organizationId);
      kept.set(organizationId, people);
      let total = 0;
      for (const { ids } of kept.values()) total += ids.length;
      for (const [oldest, { ids }] of kept) {
        if (total <= most || oldest === organizationId) break;
        kept.delete(oldest);
        total -= ids.length;
      }
    },
  };
};
