import type { OwnEdits } from '@/domain/candidates/schema/own-facts';

const unplaced = <T extends { from: number | null }>(items: T[]): T[] =>
  items.map((item) => ({ ...item, from: null }));

/**
 * Edits over a profile that has changed since they were typed: what was typed stays, without the positions of lists that no
 * longer hold, and without confirmations of facts that may be others now.
 */
export const rebasedEdits = ({ confirmed: _dropped, ...edits }: OwnEdits): OwnEdits => ({
  ...edits,
  ...(edits.skills && { skills: unplaced(edits.skills) }),
  ...(edits.experience && { experience: unplaced(edits.experience) }),
  ...(edits.education && { education: unplaced(edits.education) }),
  ...(edits.languages && { languages: unplaced(edits.languages) }),
  ...(edits.licences && { licences: unplaced(edits.licences) }),
});
