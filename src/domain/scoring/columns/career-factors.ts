import { LONG_AGO } from '../career';
import type { CompiledJob } from '../compile';
import { addDomain } from '../factors/domain';
import { experienceValue, monthsAsked, relevantMonths, type RelevantMonths } from '../factors/experience';
import { addRole } from '../factors/role';
import { ONE, settled, share, type Spread } from '../fixed-point';
import { monthIndex } from '../months';
import { relevance } from '../roles';
import type { Factor, Triple } from '../schema';
import { lowerBy, type ColumnFactor } from './column-factor';
import { KNOWN, OPEN, SEGMENT, type Columns } from './layout';
import { NOT_TOLD, postLikeness, type PostMemory } from './post-likeness';

const NOTHING: Readonly<Triple> = { low: 0, expected: 0, high: 0 };

/** What is kept from job to job: the posts' words, recencies by prior, and room for what a segment's people held. */
export interface CareerMemory {
  posts: PostMemory;
  recencies: Map<number, Recencies>;
  /** By industries asked, by code of the industries told: may an entry of them count. */
  wanted: Map<string, Uint8Array>;
  /** By person of a segment: best likeness × recency in 1/10000², and the most relevant months in 1/10000, at most those asked. */
  best: Int32Array;
  months: Int32Array;
  relevant: RelevantMonths;
}

/** Recencies settled by a prior, by code. */
interface Recencies {
  triples: readonly Triple[];
  expected: Int32Array;
}

export const careerMemory = (posts: PostMemory): CareerMemory => ({
  posts,
  recencies: new Map(),
  wanted: new Map(),
  best: new Int32Array(SEGMENT),
  months: new Int32Array(SEGMENT),
  relevant: relevantMonths(),
});

function recenciesOf(spreads: readonly Spread[], prior: number, kept: CareerMemory['recencies']): Recencies {
  const known = kept.get(prior);
  if (known) return known;
  const triples = spreads.map((spread) => settled(spread, prior));
  const made = { triples, expected: Int32Array.from(triples, ({ expected }) => expected) };
  kept.set(prior, made);
  return made;
}

function wantedOf(
  domains: Columns['distinct']['domains'],
  asked: readonly string[],
  kept: CareerMemory['wanted'],
): Uint8Array {
  const key = asked.join();
  const made =
    kept.get(key) ??
    Uint8Array.from(domains, (told) => (told.length === 0 || told.some((id) => asked.includes(id)) ? 1 : 0));
  kept.set(key, made);
  return made;
}

/** The factors that a career tells, those that count. */
export interface CareerFactors {
  role: ColumnFactor | null;
  domain: ColumnFactor | null;
  experience: ColumnFactor | null;
  /** Goes through the posts that occur in a segment: `best` and `months` of the memory speak of it until the next one. */
  look(segment: number): void;
  /** Points × weight that a relevant month brings, in 1/10000 months. */
  perMonth: number;
}

/** The most points × weight that so many relevant months bring, never less than they are worth. */
export const experiencePoints = (months: number, perMonth: number): number =>
  Math.ceil(months * perMonth) | 0;

/** Of whoever has these bits the months of experience are known without looking at the job entries again. */
const FIRM_MONTHS = KNOWN.career | KNOWN.rolesFirm | KNOWN.apart;

/** Role similarity, domain and relevant experience over the columns. */
export function careerFactors(compiled: CompiledJob, columns: Columns, memory: CareerMemory): CareerFactors {
  const { flags, entriesAt, entryPosts, entrySpreads, entryDomains, entryFrom, entryTo, entryOpen } = columns;
  const { postListAt, postList, heldAt, heldPeople, heldSpreads, heldMonths } = columns;
  const { spreads, domains } = columns.distinct;
  const { roles, job, weights } = compiled;
  const { best, months } = memory;
  const now = monthIndex(columns.asOf);
  const likeness = roles ? postLikeness(roles, job, columns, memory.posts) : null;
  const likenessAt = (row: number): number | null => {
    const found = likeness?.[entryPosts[row] ?? 0] ?? NOT_TOLD;
    return found === NOT_TOLD ? null : found;
  };
  const value: Triple = { ...NOTHING };
  const start = (): Triple => {
    value.low = 0;
    value.expected = 0;
    value.high = 0;
    return value;
  };
  const rolePrior = weights.factors.role_similarity.prior;
  const byRolePrior = recenciesOf(spreads, rolePrior, memory.recencies);

  const role = (index: number): Triple => {
    start();
    const end = entriesAt[index + 1] ?? 0;
    for (let row = entriesAt[index] ?? 0; row < end; row++) {
      const alike = likenessAt(row);
      const recent = byRolePrior.triples[entrySpreads[row] ?? 0] ?? NOTHING;
      if (alike !== 0) addRole(value, alike, recent, rolePrior);
    }
    return value;
  };

  const domainPrior = weights.factors.domain.prior;
  const byDomainPrior = recenciesOf(spreads, domainPrior, memory.recencies);
  const wanted = wantedOf(domains, job.domains, memory.wanted);
  const untold = domains.findIndex((told) => told.length === 0);
  const domain = (index: number): Triple => {
    start();
    const end = entriesAt[index + 1] ?? 0;
    for (let row = entriesAt[index] ?? 0; row < end; row++) {
      const told = entryDomains[row] ?? 0;
      if (wanted[told] === 0) continue;
      const recent = byDomainPrior.triples[entrySpreads[row] ?? 0] ?? NOTHING;
      addDomain(value, told !== untold, recent, domainPrior);
    }
    return value;
  };

  const asked = monthsAsked(job.minimumYears ?? 0);
  const experiencePrior = weights.factors.relevant_experience.prior;
  const held = { from: 0, to: 0, mayFrom: 0, mayTo: 0 };
  const experience = (index: number): Triple => {
    const { relevant } = memory;
    relevant.start();
    const end = entriesAt[index + 1] ?? 0;
    for (let row = entriesAt[index] ?? 0; row < end; row++) {
      const alike = likenessAt(row);
      if (alike === 0) continue;
      const open = entryOpen[row] ?? 0;
      held.from = entryFrom[row] ?? 0;
      held.to = entryTo[row] ?? 0;
      held.mayFrom = (open & OPEN.start) === 0 ? held.from : LONG_AGO;
      held.mayTo = (open & OPEN.end) === 0 ? held.to : now;
      relevant.add(alike, held);
    }
    const { low, expected, high } = experienceValue(relevant, asked, experiencePrior);
    value.low = low;
    value.expected = expected;
    value.high = high;
    return value;
  };

  const counted = (name: Factor, firm: number, known: (index: number) => Triple): ColumnFactor | null => {
    const found = compiled.factors.find(({ factor }) => factor === name);
    if (!found) return null;
    const unknown = { low: 0, expected: weights.factors[name].prior, high: ONE };
    const valueOf = (index: number): Triple =>
      ((flags[index] ?? 0) & KNOWN.career) === 0 ? unknown : known(index);
    const factor = { weight: found.weight, firm, valueOf };
    return { ...factor, lower: (batch) => lowerBy(factor, batch) };
  };

  const ofRole = counted('role_similarity', KNOWN.rolesFirm, role);
  const ofExperience = counted('relevant_experience', KNOWN.rolesFirm, experience);
  const perMonth = ofExperience ? (ofExperience.weight * ONE) / asked : 0;
  return {
    role: ofRole,
    domain: counted('domain', KNOWN.domainsFirm, domain),
    experience: ofExperience && {
      ...ofExperience,
      /** What has been counted for it is what all months would be worth, had none been counted twice. */
      lower({ count, people, places, left }) {
        const { weight, valueOf } = ofExperience;
        for (let i = 0; i < count; i++) {
          const relevant = months[places[i] ?? 0] ?? 0;
          const index = people[i] ?? 0;
          const known = flags[index] ?? 0;
          if ((known & KNOWN.career) === 0) continue;
          const exact =
            (known & FIRM_MONTHS) === FIRM_MONTHS ? share(relevant, asked) : valueOf(index).expected;
          left[i] = (left[i] ?? 0) - experiencePoints(relevant, perMonth) + weight * exact;
        }
      },
    },
    perMonth,
    look(segment) {
      best.fill(0);
      months.fill(0);
      if (!likeness) return;
      const { expected } = byRolePrior;
      const end = postListAt[segment + 1] ?? 0;
      for (let at = postListAt[segment] ?? 0; at < end; at++) {
        const alike = likeness[postList[at] ?? 0] ?? 0;
        if (alike === 0) continue;
        const counts = alike === NOT_TOLD ? rolePrior : alike;
        const relevant = relevance(alike === NOT_TOLD ? ONE : alike);
        const lastRow = heldAt[at + 1] ?? 0;
        for (let row = heldAt[at] ?? 0; row < lastRow; row++) {
          const person = heldPeople[row] ?? 0;
          const worth = counts * (expected[heldSpreads[row] ?? 0] ?? 0);
          if (worth > (best[person] ?? 0)) best[person] = worth;
          if (relevant === 0) continue;
          const sum = (months[person] ?? 0) + relevant * (heldMonths[row] ?? 0);
          months[person] = sum < asked ? sum : asked;
        }
      }
    },
  };
}
