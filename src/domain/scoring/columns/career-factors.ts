import { LONG_AGO } from '../career';
import type { CompiledJob } from '../compile';
import { addDomain } from '../factors/domain';
import { experienceValue, monthsAsked, relevantMonths, type RelevantMonths } from '../factors/experience';
import { addRole } from '../factors/role';
import { ONE, share, times } from '../fixed-point';
import { monthIndex } from '../months';
import type { Factor, Triple } from '../schema';
import { careerScan, careerScanMemory, recenciesOf, type CareerScanMemory } from './career-scan';
import type { ColumnFactor, LateFactor } from './column-factor';
import { KNOWN, OPEN, type Columns } from './layout';
import { NOT_TOLD, postLikeness, type PostMemory } from './post-likeness';

const NOTHING: Readonly<Triple> = { low: 0, expected: 0, high: 0 };

/** What is kept from job to job: the posts' words, what a role was held, what counts of the industries told. */
export interface CareerMemory extends CareerScanMemory {
  posts: PostMemory;
  /** By industries asked, by code of the industries told: how an entry of them counts. */
  wanted: Map<string, Uint8Array>;
  relevant: RelevantMonths;
}

export const careerMemory = (posts: PostMemory): CareerMemory => ({
  ...careerScanMemory(),
  posts,
  wanted: new Map(),
  relevant: relevantMonths(),
});

/** How an entry counts for the industries asked: not at all, as one of them, or as may be, since it tells none. */
const [OTHER, ASKED, UNTOLD] = [0, 1, 2];

function wantedOf(
  domains: Columns['distinct']['domains'],
  asked: readonly string[],
  kept: CareerMemory['wanted'],
): Uint8Array {
  const key = asked.join();
  const made =
    kept.get(key) ??
    Uint8Array.from(domains, (told) =>
      told.length === 0 ? UNTOLD : told.some((id) => asked.includes(id)) ? ASKED : OTHER,
    );
  kept.set(key, made);
  return made;
}

/** The factors that a career tells, those that count. */
export interface CareerFactors {
  /** What the scan finds is its expected value: nothing is left to take away. */
  role: ColumnFactor | null;
  domain: LateFactor | null;
  experience: LateFactor | null;
  /** Goes through the posts that occur in a segment: `best` and `months` of the memory speak of it until the next one. */
  look(segment: number): void;
  /** Points × weight that a relevant month brings, in 1/10000 months. */
  perMonth: number;
  /** Relevant months asked, in 1/10000. */
  monthsAsked: number;
}

/** The most points × weight that so many relevant months of those asked bring, never less than they are worth. */
export const experiencePoints = (months: number, asked: number, perMonth: number): number =>
  Math.ceil(Math.min(months, asked) * perMonth) | 0;

/** Of whoever has these bits the months of experience are known without looking at the job entries again. */
const FIRM_MONTHS = KNOWN.career | KNOWN.rolesFirm | KNOWN.apart;

/** Role similarity, domain and relevant experience over the columns. */
export function careerFactors(compiled: CompiledJob, columns: Columns, memory: CareerMemory): CareerFactors {
  const { flags, entriesAt, entryPosts, entrySpreads, entryDomains, entryFrom, entryTo, entryOpen } = columns;
  const { spreads, domains } = columns.distinct;
  const { roles, job, weights } = compiled;
  const now = monthIndex(columns.asOf);
  const posts = roles && postLikeness(roles, job, columns, memory.posts);
  const likenessAt = (row: number): number | null => {
    const found = posts?.likeness[entryPosts[row] ?? 0] ?? NOT_TOLD;
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
  const domain = (index: number): Triple => {
    start();
    const end = entriesAt[index + 1] ?? 0;
    for (let row = entriesAt[index] ?? 0; row < end; row++) {
      const counts = wanted[entryDomains[row] ?? 0];
      if (counts === OTHER) continue;
      const recent = byDomainPrior.triples[entrySpreads[row] ?? 0] ?? NOTHING;
      addDomain(value, counts === ASKED, recent, domainPrior);
    }
    return value;
  };
  const domainExpected = (index: number): number => {
    const { expected } = byDomainPrior;
    const end = entriesAt[index + 1] ?? 0;
    let asked = 0;
    let untold = 0;
    for (let row = entriesAt[index] ?? 0; row < end; row++) {
      const counts = wanted[entryDomains[row] ?? 0];
      if (counts === OTHER) continue;
      const recent = expected[entrySpreads[row] ?? 0] ?? 0;
      if (counts === UNTOLD) untold = Math.max(untold, recent);
      else asked = Math.max(asked, recent);
    }
    return Math.max(asked, times(untold, domainPrior));
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
    return {
      factor: name,
      weight: found.weight,
      open: ['resume'],
      firm,
      valueOf: (index) => (((flags[index] ?? 0) & KNOWN.career) === 0 ? unknown : known(index)),
    };
  };
  const ofDomain = counted('domain', KNOWN.domainsFirm, domain);
  const ofExperience = counted('relevant_experience', KNOWN.rolesFirm, experience);
  const perMonth = ofExperience && asked > 0 ? (ofExperience.weight * ONE) / asked : 0;

  return {
    role: counted('role_similarity', KNOWN.rolesFirm, role),
    domain: ofDomain && {
      ...ofDomain,
      lower({ count, people, left }) {
        const { weight } = ofDomain;
        for (let i = 0; i < count; i++) {
          const index = people[i] ?? 0;
          const expected = ((flags[index] ?? 0) & KNOWN.career) === 0 ? domainPrior : domainExpected(index);
          left[i] = (left[i] ?? 0) - weight * (ONE - expected);
        }
      },
    },
    experience: ofExperience && {
      ...ofExperience,
      /** What has been counted for it is what all months would be worth, had none been counted twice. */
      lower({ count, people, places, left }) {
        const { weight } = ofExperience;
        const { months } = memory;
        for (let i = 0; i < count; i++) {
          const relevant = months[places[i] ?? 0] ?? 0;
          const index = people[i] ?? 0;
          const known = flags[index] ?? 0;
          if ((known & KNOWN.career) === 0) continue;
          const exact =
            (known & FIRM_MONTHS) === FIRM_MONTHS ? share(relevant, asked) : experience(index).expected;
          left[i] = (left[i] ?? 0) - experiencePoints(relevant, asked, perMonth) + weight * exact;
        }
      },
    },
    perMonth,
    monthsAsked: asked,
    look: posts
      ? careerScan(posts, columns, memory, rolePrior)
      : () => {
          memory.best.fill(0);
          memory.months.fill(0);
        },
  };
}
