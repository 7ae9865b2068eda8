import { and, asc, desc, eq, ilike, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { candidacies, candidates, jobs, matchResults } from '@/db/schema';
import { containing } from '@/domain/candidates/queries';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember } from '@/domain/kernel/transaction';
import type { FoundPerson } from '../schema/find';
import { isPair } from './ranked-page';

const FOUND = 8;

/**
 * People in the organisation's rankings whose name or code holds what was typed, at most eight, each in the
 * job that ranks them highest. Who is
 * masked is found by their code alone: a name that finds somebody would tell who they are.
 */
export const findPeople = (
  ctx: Context,
  grant: Authorized<'match:read'>,
  input: { search: string },
): Promise<FoundPerson[]> =>
  asMember(ctx, grant, async (tx) => {
    const best = tx
      .selectDistinctOn([candidates.id], {
        jobId: sql<string>`${jobs.id}`.as('job_id'),
        jobTitle: sql<string>`${jobs.title}`.as('job_title'),
        candidateId: sql<string>`${candidates.id}`.as('candidate_id'),
        name: candidates.name,
        code: candidates.code,
        unmaskedAt: candidacies.unmaskedAt,
        group: matchResults.group,
        expected: matchResults.expected,
      })
      .from(jobs)
      .innerJoin(matchResults, eq(matchResults.runId, jobs.currentRunId))
      .innerJoin(candidacies, isPair)
      .innerJoin(candidates, eq(candidates.id, matchResults.candidateId))
      .where(
        and(
          eq(jobs.organizationId, grant.organizationId),
          ne(jobs.state, 'archived'),
          isNull(candidates.mergedIntoId),
          or(
            ilike(candidates.code, containing(input.search.replace(/^candidate\s+/i, ''))),
            and(isNotNull(candidacies.unmaskedAt), ilike(candidates.name, containing(input.search))),
          ),
        ),
      )
      .orderBy(asc(candidates.id), desc(matchResults.expected), asc(jobs.id))
      .as('best');
    const rows = await tx
      .select()
      .from(best)
      .orderBy(desc(best.expected), asc(best.candidateId))
      .limit(FOUND);
    return rows.map(({ unmaskedAt, name, jobId, jobTitle, candidateId, code, group }) => ({
      jobId,
      jobTitle,
      candidateId,
      name: unmaskedAt === null ? null : name,
      code,
      group,
    }));
  });
