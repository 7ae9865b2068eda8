import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { candidacies, experimentAssignments, experimentExposures, stageEvents } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { gradeOf } from '../metrics';
import type { Arm } from './draft';
import type { SettledJob, Shown } from './outcomes';

type Event = Pick<typeof stageEvents.$inferSelect, 'id' | 'to' | 'undoes' | 'at'>;
type Exposure = typeof experimentExposures.$inferSelect;

export const DAY_MS = 24 * 3_600_000;

/** Moves of the window that were not taken back within it. */
const standing = (events: readonly Event[]): Event[] => {
  const undone = new Set(events.map(({ undoes }) => undoes));
  return events.filter(({ id, undoes }) => undoes === null && !undone.has(id));
};

/** What came of one person. Whose pick they are is told by the last list shown before they were decided on. */
const shownOf = (lists: readonly Exposure[], events: readonly Event[], shownAt: Date): Shown | null => {
  const moves = standing(events);
  const decision = moves.find(({ to }) => gradeOf(to) > 0 || to === 'rejected');
  const before = lists.filter((list) => decision === undefined || list.shownAt <= decision.at);
  const list = decision === undefined ? lists[0] : before.at(-1);
  // Decided on before any list of the experiment held them: no list gets the credit.
  if (list === undefined || list.arm === 'both') return null;
  const shortlisted = moves.find(({ to }) => gradeOf(to) > 0);
  return {
    arm: list.arm satisfies Arm,
    position: list.position,
    band: list.band,
    grade: Math.max(0, ...moves.map(({ to }) => gradeOf(to))),
    rejected: moves.some(({ to }) => to === 'rejected'),
    shortlistedAfter: shortlisted === undefined ? null : shortlisted.at.getTime() - shownAt.getTime(),
  };
};

const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

export interface Settling {
  /** Jobs whose window is over, in the order in which it ended. */
  settled: SettledJob[];
  /** Jobs shown whose window is not over. */
  waiting: number;
  /** Rank churn of the jobs shown, from 0 to 1. */
  churns: number[];
}

/**
 * The outcomes of an experiment as of `now`: what people decided within each job's window, counted once the window is over, so that
 * a job's outcome never changes after it was counted. Needs role `app_worker`.
 */
export const settledJobs = async (
  tx: Transaction,
  experiment: { id: string; windowDays: number },
  now: Date,
): Promise<Settling> => {
  const windowMs = experiment.windowDays * DAY_MS;
  const assigned = await tx
    .select()
    .from(experimentAssignments)
    .where(
      and(eq(experimentAssignments.experimentId, experiment.id), isNotNull(experimentAssignments.shownAt)),
    )
    .orderBy(asc(experimentAssignments.shownAt), asc(experimentAssignments.jobId));
  const shown = assigned.flatMap(({ jobId, arm, shownAt }) =>
    shownAt === null ? [] : [{ jobId, arm, shownAt }],
  );
  const over = shown.filter(({ shownAt }) => shownAt.getTime() + windowMs <= now.getTime());
  const churns = assigned.flatMap(({ churn }) => (churn === null ? [] : [churn / 10_000]));
  const waiting = shown.length - over.length;
  if (over.length === 0) return { settled: [], waiting, churns };
  const jobIds = over.map(({ jobId }) => jobId);
  const exposures = await tx
    .select()
    .from(experimentExposures)
    .where(
      and(eq(experimentExposures.experimentId, experiment.id), inArray(experimentExposures.jobId, jobIds)),
    )
    .orderBy(asc(experimentExposures.shownAt), asc(experimentExposures.position));
  const events = await tx
    .select({
      jobId: candidacies.jobId,
      candidateId: candidacies.candidateId,
      id: stageEvents.id,
      to: stageEvents.to,
      undoes: stageEvents.undoes,
      at: stageEvents.at,
    })
    .from(stageEvents)
    .innerJoin(candidacies, eq(candidacies.id, stageEvents.candidacyId))
    .where(inArray(candidacies.jobId, jobIds))
    .orderBy(asc(stageEvents.at), asc(stageEvents.id));
  const keyOf = (row: { jobId: string; candidateId: string }): string => `${row.jobId}:${row.candidateId}`;
  const eventsOf = groupBy(events, keyOf);
  const listsOf = groupBy(exposures, ({ jobId }) => jobId);
  const settled = over.map(({ jobId, arm, shownAt }): SettledJob => {
    const until = shownAt.getTime() + windowMs;
    const people = [...groupBy(listsOf.get(jobId) ?? [], keyOf)].map(([key, lists]) => {
      const within = (eventsOf.get(key) ?? []).filter(({ at }) => at >= shownAt && at.getTime() <= until);
      return shownOf(
        lists.filter((list) => list.shownAt.getTime() <= until),
        within,
        shownAt,
      );
    });
    return { jobId, arm, people: people.filter((person) => person !== null) };
  });
  return { settled, waiting, churns };
};
