import { NOTHING_KNOWN } from '../person';
import type { CandidateFacts } from '../schema';

/** Facts that one factor or gate reads together: people who told the same share a code, and a job judges each code once. */
export const FACETS = {
  hours: ['hours', 'otherWork'],
  modes: ['modes'],
  place: ['place'],
  pay: ['leastPay'],
  screening: ['meetingNotice', 'focus', 'setup'],
  languages: ['languages'],
  licences: ['licences'],
  engagements: ['engagements'],
  commitment: ['commitment'],
  earliest_start: ['earliestStart'],
} as const satisfies Record<string, readonly (keyof CandidateFacts)[]>;

export type Facet = keyof typeof FACETS;
export const FACET_NAMES = Object.keys(FACETS) as Facet[];

/** The facts of one facet alone. */
export type FacetFacts = Partial<CandidateFacts>;

/** Turns the facts of one facet into those of a person of whom nothing else is known: one object, used again by each call. */
export function alone(): (told: FacetFacts | undefined) => CandidateFacts {
  const facts: CandidateFacts = { ...NOTHING_KNOWN };
  return (told) => Object.assign(facts, told);
}
