import type { CandidateProfile } from './schema';

/** Below this a reading is shown with a question: is this right? */
const SURE = 0.7;

/** Paths of facts that were read with doubt, and of contact facts that were not found. */
export const unsureOf = (profile: CandidateProfile): string[] => [
  ...(['name', 'email', 'phone', 'place'] as const).filter((key) => (profile[key]?.confidence ?? 0) < SURE),
  ...profile.experience.flatMap(({ confidence }, index) =>
    confidence < SURE ? [`experience.${index}`] : [],
  ),
];

/** Paths of facts that the person confirmed. */
export const confirmedOf = (profile: CandidateProfile): string[] => [
  ...(['name', 'email', 'phone', 'place'] as const).filter((key) => profile[key]?.provenance === 'answered'),
  ...profile.experience.flatMap(({ provenance }, index) =>
    provenance === 'answered' ? [`experience.${index}`] : [],
  ),
];
