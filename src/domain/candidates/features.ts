import { encodeRow, ROW_FORMAT } from '@/domain/scoring/columns/row';
import type { CandidateFacts } from '@/domain/scoring/schema';
import { candidateFacts } from './facts';
import type { CandidateProfile, FlexifitAnswers } from './schema';

/** What the engine reads of a person: the facts, and the same facts packed. Pure. */
export const featuresOf = (
  profile: CandidateProfile,
  answers: FlexifitAnswers,
): { facts: CandidateFacts; packed: Uint8Array } => {
  const facts = candidateFacts(profile, answers, {});
  return { facts, packed: encodeRow(facts) };
};

/** Whether a packed row is missing, or of a format that this version does not read. */
export const isStale = (packed: Uint8Array | null): boolean => packed?.[0] !== ROW_FORMAT;
