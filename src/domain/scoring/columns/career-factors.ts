import { LONG_AGO } from '../career';
import type { CompiledJob } from '../compile';
import { addDomain } from '../factors/domain';
import { experienceValue, monthsAsked, type HeldRole } from '../factors/experience';
import { addRole } from '../factors/role';
import { ONE, settled, type Spread } from '../fixed-point';
import { monthIndex } from '../months';
import { relevance } from '../roles';
import type { Factor, Triple } from '../schema';
import type { ColumnFactor } from './column-factor';
import { KNOWN, OPEN, SEGMENT, type Columns } from './layout';
import { NOT_TOLD, postLikeness, type PostMemory } from './post-likeness';

const NOTHING: Readonly<Triple> = { low: 0, expected: 0, high: 0 };

/** What is kept from job to job: the posts' words, recencies by prior, and room for what a segment's people held. */
export interface CareerMemory {
  posts: PostMemory;
  recencies: Map<number, Recencies>;
  /** By person of a segment: best likeness × recency in 1/10000, and the nearest role in 1/10000. */
  best: Int32Array;
  nearest: Int16Array;
}

/** Recencies settled by a prior, by code. */
interface Recencies {
  triples: readonly Triple[];
  expected: Int32Array;
}

export const careerMemory = (posts: PostMemory): CareerMemory => ({
  posts,
  recencies: new Map(),
  best: new Int32Array(SEGMENT),
  nearest: new Int16Array(SEGMENT),
});

function recenciesOf(spreads: readonly Spread[], prior: number, kept: CareerMemory['recencies']): Recencies {
  const known = kept.get(prior);
  if (known) return known;
  const triples = spreads.map((spread) => settled(spread, prior));
  const made = { triples, expected: Int32Array.from(triples, ({ expected }) => expected) };
  kept.set(prior, made);
  return made;
}

/** The factors that a career tells, those that count. */
export interface CareerFactors {
  role: ColumnFactor | null;
  domain: ColumnFactor | null;
  experience: ColumnFactor | null;
  /** Compares the posts that occur in a segment; the two below speak of it until the next one. */
  look(segment: number): void;
  /** Expected role similarity of a person of the segment whose career is known, in 1/10000. */
  expectedRole(at: number): number;
  /** Whether anything that they did can count as relevant experience. */
  mayBeRelevant(at: number): boolean;
}

/** Role similarity, domain and relevant experience over the columns. */
export function careerFactors(compiled: CompiledJob, columns: Columns, memory: CareerMemory): CareerFactors {
  const { flags, entriesAt, entryPosts, entrySpreads, entryDomains, entryFrom, entryTo, entryOpen } = columns;
  const { postListAt, postList, heldAt, heldPeople, heldSpreads } = columns;
  const { spreads, domains } = columns.distinct;
  const { roles, job, weights } = compiled;
  const { best, nearest } = memory;
  const now = monthIndex(columns.asOf);
  const likenessOf = roles ? postLikeness(roles, job, columns, memory.posts) : () => NOT_TOLD;
  const orNull = (likeness: number): number | null => (likeness === NOT_TOLD ? null : likeness);
  const value: Triple = { ...NOTHING };
  const start = (): Triple => {
    value.low = 0;
    value.expected = 0;
    value.high = 0;
    return value;
  };
  const careerKnown = (index: number): boolean => ((flags[index] ?? 0) & KNOWN.career) !== 0;
  const rolePrior = weights.factors.role_similarity.prior;
  const byRolePrior = recenciesOf(spreads, rolePrior, memory.recencies);

  const role = (index: number): Triple => {
    start();
    const end = entriesAt[index + 1] ?? 0;
    for (let row = entriesAt[index] ?? 0; row < end; row++) {
      const likeness = likenessOf(entryPosts[row] ?? 0);
      const recent = byRolePrior.triples[entrySpreads[row] ?? 0] ?? NOTHING;
      if (likeness !== 0) addRole(value, orNull(likeness), recent, rolePrior);
    }
    return value;
  };

  const domainPrior = weights.factors.domain.prior;
  const byDomainPrior = recenciesOf(spreads, domainPrior, memory.recencies);
  const wanted = Uint8Array.from(domains, (told) =>
    told.length === 0 || told.some((id) => job.domains.includes(id)) ? 1 : 0,
  );
  const untold = domains.findIndex((told) => told.length === 0);
  const domain = (index: number): Triple => {
    start();
    const end = entriesAt[index + 1] ?? 0;
    for (let row = entriesAt[index] ?? 0; row < end; row++) {
      const told = entryDomains[row] ?? 0;
      if (wanted[told] === 0) continue;
      addDomain(
        value,
        told !== untold,
        byDomainPrior.triples[entrySpreads[row] ?? 0] ?? NOTHING,
        domainPrior,
      );
    }
    return value;
  };

  const asked = monthsAsked(job.minimumYears ?? 0);
  const heldIn = (row: number): HeldRole => {
    const [from, to, open] = [entryFrom[row] ?? 0, entryTo[row] ?? 0, entryOpen[row] ?? 0];
    return {
      from,
      to,
      mayFrom: (open & OPEN.start) === 0 ? from : LONG_AGO,
      mayTo: (open & OPEN.end) === 0 ? to : now,
      likeness: orNull(likenessOf(entryPosts[row] ?? 0)),
    };
  };
  const experience = (index: number): Triple => {
    const held: HeldRole[] = [];
    const end = entriesAt[index + 1] ?? 0;
    for (let row = entriesAt[index] ?? 0; row < end; row++) held.push(heldIn(row));
    return experienceValue(held, asked, weights.factors.relevant_experience.prior);
  };

  const counted = (factor: Factor, firm: number, known: (index: number) => Triple): ColumnFactor | null => {
    const found = compiled.factors.find((each) => each.factor === factor);
    if (!found) return null;
    const unknown: Triple = { low: 0, expected: weights.factors[factor].prior, high: ONE };
    return {
      weight: found.weight,
      firm,
      misses: null,
      valueOf: (index) => (careerKnown(index) ? known(index) : unknown),
    };
  };

  return {
    role: counted('role_similarity', KNOWN.rolesFirm, role),
    domain: counted('domain', KNOWN.domainsFirm, domain),
    experience: counted('relevant_experience', KNOWN.rolesFirm, experience),
    look(segment) {
      best.fill(0);
      nearest.fill(0);
      const { expected } = byRolePrior;
      const end = postListAt[segment + 1] ?? 0;
      for (let at = postListAt[segment] ?? 0; at < end; at++) {
        const likeness = likenessOf(postList[at] ?? 0);
        if (likeness === 0) continue;
        const counts = likeness === NOT_TOLD ? rolePrior : likeness;
        const near = likeness === NOT_TOLD ? ONE : likeness;
        for (let row = heldAt[at] ?? 0; row < (heldAt[at + 1] ?? 0); row++) {
          const person = heldPeople[row] ?? 0;
          const worth = counts * (expected[heldSpreads[row] ?? 0] ?? 0);
          if (worth > (best[person] ?? 0)) best[person] = worth;
          if (near > (nearest[person] ?? 0)) nearest[person] = near;
        }
      }
    },
    expectedRole: (at) => Math.floor((best[at] ?? 0) / ONE),
    mayBeRelevant: (at) => relevance(nearest[at] ?? 0) > 0,
  };
}
