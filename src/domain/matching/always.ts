import { decodeRow } from '@/domain/scoring/columns/row';
import type { CandidateFacts } from '@/domain/scoring/schema';

/** A candidacy, by its key. */
interface Pair {
  jobId: string;
  candidateId: string;
}

/** What was read of whoever is listed for a job whatever their rank, as it may be sent to a thread. */
export interface AlwaysRows {
  /** Own people of the organisations, and whoever is `brought`; facts where no row is packed in today's format. */
  people: readonly {
    candidateId: string;
    versionId: string;
    organizationId: string | null;
    packed: Uint8Array | null;
    facts: CandidateFacts | null;
  }[];
  /** Who applied for a job, or turned out to be somebody its organisation had brought. */
  brought: readonly Pair[];
  /** Who took their application back. */
  withdrawn: readonly Pair[];
}

/** Somebody who is listed for a job whatever their rank. */
export interface KnownPerson {
  candidateId: string;
  versionId: string;
  /** Unpacked when asked for: an organisation may bring very many people. */
  facts: () => CandidateFacts;
}

/** Who of a range is always listed for which job, and who took their application back. */
export interface Always {
  ofJob: (job: { jobId: string; organizationId: string }) => KnownPerson[];
  withdrawnFrom: (jobId: string) => ReadonlySet<string>;
}

/** Looks up who is always listed in what was read. */
export const alwaysOf = ({ people: rows, brought, withdrawn }: AlwaysRows): Always => {
  const people = rows.map(({ packed, facts, ...person }) => ({
    ...person,
    facts: (): CandidateFacts => facts ?? decodeRow(packed ?? new Uint8Array()),
  }));
  const byId = new Map(people.map((person) => [person.candidateId, person]));
  const byOrganization = Map.groupBy(people, ({ organizationId }) => organizationId);
  const broughtTo = Map.groupBy(brought, ({ jobId }) => jobId);
  const goneFrom = Map.groupBy(withdrawn, ({ jobId }) => jobId);
  const withdrawnFrom = (jobId: string): ReadonlySet<string> =>
    new Set((goneFrom.get(jobId) ?? []).map(({ candidateId }) => candidateId));
  return {
    withdrawnFrom,
    ofJob({ jobId, organizationId }) {
      const gone = withdrawnFrom(jobId);
      const listed = new Set(byOrganization.get(organizationId) ?? []);
      for (const { candidateId } of broughtTo.get(jobId) ?? []) {
        const person = byId.get(candidateId);
        if (person !== undefined) listed.add(person);
      }
      return [...listed].filter(({ candidateId }) => !gone.has(candidateId));
    },
  };
};
