/** A visit to a ranking goes on as long as it is looked at again within so long; later it is another one. */
export const VISIT_ENDS_MS = 30 * 60_000;

interface Visit {
  beforeRunId: string;
  beforePatches: number;
  beforeNewest: Date | null;
  beforeAt: Date;
  seenRunId: string;
  seenPatches: number;
  seenNewest: Date | null;
  seenAt: Date;
}

/** How a member left the ranking the last time: as the visit that goes on began, or as the one that is over saw it last. */
export const leftAs = (visit: Visit, now: Date) =>
  now.getTime() - visit.seenAt.getTime() > VISIT_ENDS_MS
    ? { runId: visit.seenRunId, patches: visit.seenPatches, newest: visit.seenNewest, at: visit.seenAt }
    : {
        runId: visit.beforeRunId,
        patches: visit.beforePatches,
        newest: visit.beforeNewest,
        at: visit.beforeAt,
      };
