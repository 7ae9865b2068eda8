import type { Spread } from '../fixed-point';
import type { CandidateFacts } from '../schema';
import type { SkillQuality } from '../skill-quality';
import type { Facet, FacetFacts } from './facets';
import { growing, type Filled } from './growing';

/** What is known of a person, as bits of `flags`: of whoever has a `…Firm` bit nothing of the factor is open. */
export const KNOWN = {
  skills: 1,
  career: 2,
  /** Every job entry has both dates and a title or role. */
  rolesFirm: 4,
  week: 8,
  /** Week, flexibility and time zone. */
  weekFirm: 16,
  /** Engagements, commitment and earliest start. */
  termsFirm: 32,
  /** Hours and other work. */
  hoursFirm: 64,
  /** Modes and a place with coordinates. */
  workModeFirm: 128,
  languagesFirm: 256,
  /** Every job entry has both dates and an industry. */
  domainsFirm: 1_024,
  /** Does not fit the columns; scored by the facts in `spilled`. */
  spilled: 512,
  /** No two job entries lie in the same month, nor is any without dates. */
  apart: 2_048,
} as const;
/** One more than any sum of the bits. */
export const KNOWN_END = 4_096;

/** Of a job entry, as bits: its start, its end is not known. */
export const OPEN = { start: 1, end: 2 } as const;

/** People are looked at in segments of this many: what is summed up of them stays in the near caches. */
export const SEGMENT = 16_384;

/** The empty columns. Rows of `entry…` belong to person i from `entriesAt[i]` to `entriesAt[i + 1]`. */
export const emptyColumns = () => ({
  flags: growing(Uint16Array),
  /** Codes of what was told, facet by facet. */
  hours: growing(Uint16Array),
  modes: growing(Uint16Array),
  place: growing(Uint16Array),
  pay: growing(Uint16Array),
  screening: growing(Uint16Array),
  languages: growing(Uint16Array),
  licences: growing(Uint16Array),
  engagements: growing(Uint16Array),
  commitment: growing(Uint16Array),
  earliest_start: growing(Uint16Array),
  week: growing(Uint32Array),
  /** The skills of person i, and how well each is shown: from `skillsAt[i]` to `skillsAt[i + 1]`. */
  skillsAt: growing(Uint32Array),
  skillCodes: growing(Uint16Array),
  skillQualities: growing(Uint16Array),
  /**
   * Who holds a skill, and how well it is shown: of skill s in segment g the rows from `postingsAt[g × skills + s]` to the next.
   * `postingPeople` counts from the segment's first person.
   */
  postingsAt: growing(Uint32Array),
  postingPeople: growing(Uint16Array),
  postingQualities: growing(Uint16Array),
  entriesAt: growing(Uint32Array),
  /** Title and role held. */
  entryPosts: growing(Uint32Array),
  entrySpreads: growing(Uint16Array),
  entryDomains: growing(Uint16Array),
  entryFrom: growing(Uint16Array),
  entryTo: growing(Uint16Array),
  entryOpen: growing(Uint8Array),
  /**
   * Who held a post, and when last: the posts that occur in segment g are `postList` from `postListAt[g]` to the next; of the
   * k-th the rows from `heldAt[k]` to the next. `heldPeople` counts from the segment's first person.
   */
  postListAt: growing(Uint32Array),
  postList: growing(Uint32Array),
  heldAt: growing(Uint32Array),
  heldPeople: growing(Uint16Array),
  heldSpreads: growing(Uint16Array),
  /** Months from the first to the last that is possible, at most 65,535. */
  heldMonths: growing(Uint16Array),
  /** Of each distinct post: 1 + the place of its role in `distinct.roles` (0 = none), and its words from `postWordsAt` on. */
  postRoles: growing(Uint16Array),
  postWordsAt: growing(Uint32Array),
  postWords: growing(Uint32Array),
  /** The posts that hold word w: from `wordPostsAt[w]` to the next. */
  wordPostsAt: growing(Uint32Array),
  wordPosts: growing(Uint32Array),
  /** Ids, 16 bytes each. */
  ids: growing(Uint8Array),
  /** Of each distinct week: 21 words of cells, then zone, flexibility and most minutes a day (0 = not told). */
  weekCells: growing(Uint32Array),
  weekZones: growing(Uint16Array),
  weekFlexibilities: growing(Uint8Array),
  weekMinutes: growing(Uint16Array),
});

export type Filling = ReturnType<typeof emptyColumns>;
type Views = { [Name in keyof Filling]: Filled<Filling[Name]> };

/** People as columns, prepared for one day; all views share one buffer. Codes are places in the lists of `distinct`. */
export interface Columns extends Views {
  asOf: string;
  count: number;
  distinct: {
    facets: Record<Facet, FacetFacts[]>;
    skills: string[];
    qualities: SkillQuality[];
    posts: { title: string; roleId: string | null }[];
    /** Words and roles of the posts. */
    words: string[];
    roles: string[];
    spreads: Spread[];
    domains: (readonly string[])[];
    zones: string[];
  };
  spilled: ReadonlyMap<number, CandidateFacts>;
}
