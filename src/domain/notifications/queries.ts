import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import {
  candidacies,
  candidates,
  factRequests,
  jobs,
  matchResults,
  matchRuns,
  notifications,
} from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember } from '@/domain/kernel/transaction';
import type { NotificationList } from './schema';

/** The name once it may be seen, until then the code that stands for the person. */
const knownName = (person: { name: string | null; code: string }, unmaskedAt: Date | null): string =>
  unmaskedAt === null || person.name === null ? `Candidate ${person.code}` : person.name;

/** The person's newest in-app notifications and how many are unread. */
export const listNotifications = (
  ctx: Context,
  grant: Authorized<'notification:read'>,
): Promise<NotificationList> =>
  asMember(ctx, grant, async (tx) => {
    const rows = await tx
      .select({
        notice: notifications,
        jobTitle: jobs.title,
        asked: factRequests,
        person: candidates,
        candidacy: candidacies,
        group: matchResults.group,
        bands: matchRuns.bands,
      })
      .from(notifications)
      .leftJoin(jobs, sql`${jobs.id} = (${notifications.data} ->> 'jobId')::uuid`)
      .leftJoin(matchRuns, eq(matchRuns.id, jobs.currentRunId))
      .leftJoin(factRequests, sql`${factRequests.id} = (${notifications.data} ->> 'factRequestId')::uuid`)
      .leftJoin(candidates, eq(candidates.id, factRequests.candidateId))
      .leftJoin(
        candidacies,
        and(eq(candidacies.jobId, factRequests.jobId), eq(candidacies.candidateId, factRequests.candidateId)),
      )
      .leftJoin(
        matchResults,
        and(
          eq(matchResults.runId, jobs.currentRunId),
          sql`${matchResults.candidateId} = (${notifications.data} ->> 'candidateId')::uuid`,
        ),
      )
      .where(eq(notifications.channel, 'in_app'))
      .orderBy(desc(notifications.createdAt))
      .limit(30);
    const [unread] = await tx
      .select({ count: count() })
      .from(notifications)
      .where(and(eq(notifications.channel, 'in_app'), isNull(notifications.readAt)));
    return {
      unread: unread?.count ?? 0,
      items: rows.map(({ notice: row, jobTitle, asked, person, candidacy, group, bands }) => ({
        id: row.id,
        event: row.event,
        count: row.data.count,
        jobId: row.data.jobId ?? null,
        jobTitle,
        importId: row.data.importId ?? null,
        candidateId: row.data.candidateId ?? null,
        group,
        answer:
          asked === null || person === null
            ? null
            : {
                person: knownName(person, candidacy?.unmaskedAt ?? null),
                before: asked.scoreBefore,
                after: asked.scoreAfter,
                bands: bands ?? undefined,
              },
        createdAt: row.createdAt,
        read: row.readAt !== null,
      })),
    };
  });
