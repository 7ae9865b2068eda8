import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { RUN_STATES, RUN_TRIGGERS } from '@/domain/matching/schema';
import { factorsFromBytes, factorsToBytes, gatesFromBytes, gatesToBytes } from '@/domain/scoring/breakdown';
import {
  BANDS,
  MATCH_GROUPS,
  type BandCuts,
  type FactorResult,
  type Gate,
  type MatchGroup,
  type WeightSet,
} from '@/domain/scoring/schema';
import { users } from './accounts';
import { candidates } from './candidates';
import { id, instant, organizationId, ofSameOrganization } from './columns';
import { jobs, jobVersions } from './jobs';

export const runState = pgEnum('run_state', RUN_STATES);
export const runTrigger = pgEnum('run_trigger', RUN_TRIGGERS);
export const band = pgEnum('band', BANDS);
export const matchGroup = pgEnum('match_group', MATCH_GROUPS);

/** Factors and gates of a score as bytes; a tenth of their JSON. */
const factorBytes = customType<{ data: FactorResult[]; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: factorsToBytes,
  fromDriver: factorsFromBytes,
});
const gateBytes = customType<{ data: Gate[]; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: gatesToBytes,
  fromDriver: gatesFromBytes,
});

/** A weight set that ranked or may rank people, a job's adjusted one included; the hash of its content is its identity. */
export const weightSets = pgTable('weight_sets', {
  hash: text('hash').primaryKey(),
  name: text('name').notNull(),
  content: jsonb('content').notNull(),
  createdAt: instant('created_at').notNull(),
});

/**
 * Which set ranks people, by whom and why: append-only. The row of the highest number is in use; whoever publishes adds the
 * number after the one they saw, so that only one of two succeeds.
 */
export const weightPublications = pgTable('weight_publications', {
  number: integer('number').primaryKey(),
  setHash: text('set_hash')
    .notNull()
    .references(() => weightSets.hash),
  /** Null = a release, by the file in `config/`. */
  publishedBy: uuid('published_by').references(() => users.id),
  reason: text('reason').notNull(),
  /** Open jobs that were ranked anew because of it. */
  jobs: integer('jobs').notNull(),
  publishedAt: instant('published_at').notNull(),
});

/** The one draft that platform admins share; its weights need not sum to 100 yet. */
export const weightDrafts = pgTable(
  'weight_drafts',
  {
    id: integer('id').primaryKey().default(1),
    factors: jsonb('factors').$type<WeightSet['factors']>().notNull(),
    /** The publication it was begun from. */
    overNumber: integer('over_number').notNull(),
    /** Grows with every save; a save from an older revision is refused. */
    revision: integer('revision').notNull().default(1),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [check('weight_drafts_one', sql`${table.id} = 1`)],
);

/**
 * Many jobs ranked together: a night of one time zone, or what an admin asked for. It is worked off in parts (job group ×
 * shard of people); each job has its own run.
 */
export const matchBatches = pgTable(
  'match_batches',
  {
    id: id(),
    trigger: runTrigger('trigger').notNull(),
    state: runState('state').notNull().default('queued'),
    timeZone: text('time_zone').notNull(),
    /** The local day of the night, `YYYY-MM-DD`; its runs are scored as of it. */
    day: text('day').notNull(),
    jobs: integer('jobs').notNull().default(0),
    groups: integer('groups').notNull().default(0),
    shards: integer('shards').notNull().default(0),
    /** How often the reconciler found it standing still. */
    stalls: integer('stalls').notNull().default(0),
    /** Queue messages sent for it so far. */
    messages: integer('messages').notNull().default(0),
    error: text('error'),
    traceparent: text('traceparent'),
    createdAt: instant('created_at').notNull(),
    movedAt: instant('moved_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    uniqueIndex('match_batches_night_key')
      .on(table.timeZone, table.day)
      .where(sql`trigger = 'nightly'`),
    index('match_batches_created_idx').on(table.createdAt),
  ],
);

/** The durable idempotency key of a part's delivery, with what it took. */
export const matchParts = pgTable(
  'match_parts',
  {
    batchId: uuid('batch_id')
      .notNull()
      .references(() => matchBatches.id, { onDelete: 'cascade' }),
    jobGroup: integer('job_group').notNull(),
    shard: integer('shard').notNull(),
    /** Candidates with `after < id <= upTo`; null is open-ended. */
    afterId: uuid('after_id'),
    upToId: uuid('up_to_id'),
    doneAt: instant('done_at'),
    /** Pairs decided on, rows written, and milliseconds of work, over all deliveries. */
    pairs: bigint('pairs', { mode: 'number' }).notNull().default(0),
    rows: integer('rows').notNull().default(0),
    workMs: integer('work_ms').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.jobGroup, table.shard] })],
);

/** People who changed while a batch was under way: they are scored anew when it ends. */
export const matchBatchChanges = pgTable(
  'match_batch_changes',
  {
    batchId: uuid('batch_id')
      .notNull()
      .references(() => matchBatches.id, { onDelete: 'cascade' }),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.candidateId] })],
);

/** A set that is scored beside the one in use and shown to nobody; one at a time. */
export const weightShadows = pgTable(
  'weight_shadows',
  {
    id: id(),
    setHash: text('set_hash')
      .notNull()
      .references(() => weightSets.hash),
    startedBy: uuid('started_by')
      .notNull()
      .references(() => users.id),
    startedAt: instant('started_at').notNull(),
    endedBy: uuid('ended_by').references(() => users.id),
    endedAt: instant('ended_at'),
  },
  () => [
    uniqueIndex('weight_shadows_one')
      .on(sql`(ended_at is null)`)
      .where(sql`ended_at is null`),
  ],
);

export const matchRuns = pgTable(
  'match_runs',
  {
    id: id(),
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    jobVersionId: uuid('job_version_id').notNull(),
    state: runState('state').notNull().default('queued'),
    trigger: runTrigger('trigger').notNull(),
    /** The batch that works it off, and its group there; null for a run of one job alone. */
    batchId: uuid('batch_id').references(() => matchBatches.id),
    jobGroup: integer('job_group'),
    /** A trigger that came while this run was active: one following run is made when it ends. */
    followUp: runTrigger('follow_up'),
    weightSetHash: text('weight_set_hash').notNull(),
    /** Where bands begin, in hundredths; null = the default ones. */
    bands: jsonb('bands').$type<BandCuts>(),
    /** The day the scores are as of, `YYYY-MM-DD`. */
    asOf: text('as_of').notNull(),
    chunks: integer('chunks').notNull(),
    chunksDone: integer('chunks_done').notNull().default(0),
    scored: integer('scored').notNull().default(0),
    /** How often single people were scored anew within this run after it was published; readers refetch when it grows. */
    patches: integer('patches').notNull().default(0),
    /** The least score, by group, with which somebody of the pool is kept; a group that is not full has none. */
    floors: jsonb('floors').$type<Partial<Record<MatchGroup, number>>>().notNull().default({}),
    /** How often the reconciler found it standing still. */
    stalls: integer('stalls').notNull().default(0),
    traceparent: text('traceparent'),
    error: text('error'),
    createdAt: instant('created_at').notNull(),
    movedAt: instant('moved_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    unique('match_runs_tenant_key').on(table.organizationId, table.id),
    uniqueIndex('match_runs_active_key')
      .on(table.jobId)
      .where(sql`state in ('queued', 'running')`),
    index('match_runs_job_idx').on(table.jobId, table.createdAt),
    index('match_runs_created_idx').on(table.createdAt),
    index('match_runs_batch_idx')
      .on(table.batchId, table.jobGroup)
      .where(sql`batch_id is not null`),
    ofSameOrganization(table, table.jobId, jobs),
    ofSameOrganization(table, table.jobVersionId, jobVersions),
  ],
);

/** Requests already turned into a run, or folded into one: the durable idempotency key of a request. */
export const matchRequests = pgTable(
  'match_requests',
  {
    id: id(),
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('match_requests_at_idx').on(table.at), ofSameOrganization(table, table.jobId, jobs)],
);

/** The durable idempotency key of a chunk's delivery is its row: done once, whatever the queue repeats. */
export const matchChunks = pgTable(
  'match_chunks',
  {
    organizationId: organizationId(),
    runId: uuid('run_id').notNull(),
    chunk: integer('chunk').notNull(),
    /** Candidates with `after < id <= upTo`; null is open-ended. */
    afterId: uuid('after_id'),
    upToId: uuid('up_to_id'),
    doneAt: instant('done_at'),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.chunk] }),
    ofSameOrganization(table, table.runId, matchRuns).onDelete('cascade'),
  ],
);

/**
 * Rows of one run; visible only through `jobs.current_run_id`. Scores are hundredths of a point. They are written by the hundred
 * thousand and without foreign keys: `writeResults` and triggers on `candidates` and `match_runs` stand in for them (decision 30).
 */
export const matchResults = pgTable(
  'match_results',
  {
    organizationId: organizationId(),
    runId: uuid('run_id').notNull(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id').notNull(),
    candidateVersionId: uuid('candidate_version_id').notNull(),
    group: matchGroup('match_group').notNull(),
    expected: integer('expected').notNull(),
    low: integer('low').notNull(),
    high: integer('high').notNull(),
    coverage: integer('coverage').notNull(),
    band: band('band').notNull(),
    /** Hash of (job, candidate): breaks ties without favouring who came early. */
    tieBreak: integer('tie_break').notNull(),
    /** When the facts were read: a replay takes the screening answers given by then. */
    scoredAt: instant('scored_at').notNull(),
    factors: factorBytes('factors').notNull(),
    gates: gateBytes('gates').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.candidateId] })],
);

/** What a run's ranking would have been by the shadow set, in counts; its row is the durable key of having been scored. */
export const shadowRuns = pgTable(
  'shadow_runs',
  {
    organizationId: organizationId(),
    runId: uuid('run_id').notNull(),
    shadowId: uuid('shadow_id')
      .notNull()
      .references(() => weightShadows.id),
    jobId: uuid('job_id').notNull(),
    people: integer('people').notNull(),
    moved: integer('moved').notNull(),
    /** Of the first ten, who was not among them by the weights in use. */
    displaced: integer('displaced').notNull(),
    intoStrong: integer('into_strong').notNull(),
    outOfStrong: integer('out_of_strong').notNull(),
    scoredAt: instant('scored_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.shadowId] }),
    index('shadow_runs_shadow_idx').on(table.shadowId, table.scoredAt),
    ofSameOrganization(table, table.runId, matchRuns).onDelete('cascade'),
  ],
);

/** Scores by the shadow set of whom the newest shadowed run of a job lists; hundredths of a point. */
export const shadowResults = pgTable(
  'shadow_results',
  {
    organizationId: organizationId(),
    runId: uuid('run_id').notNull(),
    shadowId: uuid('shadow_id')
      .notNull()
      .references(() => weightShadows.id),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    group: matchGroup('match_group').notNull(),
    expected: integer('expected').notNull(),
    band: band('band').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.shadowId, table.candidateId] }),
    ofSameOrganization(table, table.runId, matchRuns).onDelete('cascade'),
  ],
);

/**
 * How a pair stood before its score or group changed: one row a change, written when the row of the ranking is replaced; how it
 * stands now is in the ranking. Scores are hundredths of a point. The run names job version, weights and day. Without foreign keys, as
 * `match_results`, whose rows these were: after new weights, all of them move in one night.
 */
export const scoreHistory = pgTable(
  'score_history',
  {
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id').notNull(),
    runId: uuid('run_id').notNull(),
    /** How often the run had been patched by then; 0 = as it was published. */
    patch: integer('patch').notNull(),
    candidateVersionId: uuid('candidate_version_id').notNull(),
    group: matchGroup('match_group').notNull(),
    expected: integer('expected').notNull(),
    low: integer('low').notNull(),
    high: integer('high').notNull(),
    /** Place within the group when it was replaced, 1 first. */
    position: integer('position').notNull(),
    factors: factorBytes('factors').notNull(),
    /** When the facts were read: a replay takes the screening answers given by then. */
    scoredAt: instant('scored_at').notNull(),
    /** Until when it stood. */
    until: instant('until').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.candidateId, table.runId, table.patch] }),
    index('score_history_run_idx').on(table.runId),
  ],
);

/** Kept for every pair that was shown or decided on; any other pair replays from its stored versions. */
export const receipts = pgTable(
  'receipts',
  {
    id: id(),
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id').notNull(),
    runId: uuid('run_id').notNull(),
    /** Canonical JSON, kept as text so that a replay can be compared byte by byte. */
    content: text('content').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    // A person scored anew within the run has a further receipt; the same one is kept once.
    uniqueIndex('receipts_pair_key').on(table.runId, table.candidateId, sql`md5(${table.content})`),
    ofSameOrganization(table, table.jobId, jobs),
  ],
);

/** A (job, candidate) pair is announced once, however often it is ranked. */
export const announcements = pgTable(
  'announcements',
  {
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    runId: uuid('run_id').notNull(),
    /** The patch of the run that brought the pair; 0 = the run itself. */
    patch: integer('patch').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.candidateId] }),
    ofSameOrganization(table, table.jobId, jobs),
  ],
);
