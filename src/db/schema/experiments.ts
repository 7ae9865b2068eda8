import { sql } from 'drizzle-orm';
import { index, integer, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  EXPERIMENT_ARMS,
  EXPERIMENT_METRICS,
  EXPERIMENT_STATES,
  EXPERIMENT_UNITS,
} from '@/domain/matching/schema/experiments';
import { users } from './accounts';
import { candidates } from './candidates';
import { id, instant, organizationId, ofSameOrganization } from './columns';
import { jobs } from './jobs';
import { band, weightSets } from './matching';

export const experimentState = pgEnum('experiment_state', EXPERIMENT_STATES);
export const experimentUnit = pgEnum('experiment_unit', EXPERIMENT_UNITS);
export const experimentMetric = pgEnum('experiment_metric', EXPERIMENT_METRICS);
export const experimentArm = pgEnum('experiment_arm', EXPERIMENT_ARMS);

/** Two weight sets compared on real jobs; one experiment runs at a time. */
export const experiments = pgTable(
  'experiments',
  {
    id: id(),
    name: text('name').notNull(),
    unit: experimentUnit('unit').notNull(),
    metric: experimentMetric('metric').notNull(),
    controlHash: text('control_hash')
      .notNull()
      .references(() => weightSets.hash),
    treatmentHash: text('treatment_hash')
      .notNull()
      .references(() => weightSets.hash),
    /** Smallest difference worth finding, and its expected standard deviation, in 1/10000. */
    minimumEffect: integer('minimum_effect').notNull(),
    spread: integer('spread').notNull(),
    /** Differences after which it ends without a verdict; stated before the start, never changed. */
    planned: integer('planned').notNull(),
    windowDays: integer('window_days').notNull(),
    state: experimentState('state').notNull().default('draft'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    stoppedAt: instant('stopped_at'),
    stopReason: text('stop_reason'),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
  },
  (table) => [
    uniqueIndex('experiments_running_key')
      .on(table.state)
      .where(sql`state = 'running'`),
  ],
);

/** Which jobs are in an experiment, and since when people were shown. */
export const experimentAssignments = pgTable(
  'experiment_assignments',
  {
    organizationId: organizationId(),
    experimentId: uuid('experiment_id')
      .notNull()
      .references(() => experiments.id, { onDelete: 'cascade' }),
    jobId: uuid('job_id').notNull(),
    arm: experimentArm('arm').notNull(),
    assignedAt: instant('assigned_at').notNull(),
    /** When a member first saw the job's list of this experiment: its window begins. */
    shownAt: instant('shown_at'),
    /** Rank churn between both rankings when first shown, in 1/10000. */
    churn: integer('churn'),
  },
  (table) => [
    primaryKey({ columns: [table.experimentId, table.jobId] }),
    ofSameOrganization(table, table.jobId, jobs),
  ],
);

/** Who was shown where, and whose pick they were. */
export const experimentExposures = pgTable(
  'experiment_exposures',
  {
    organizationId: organizationId(),
    experimentId: uuid('experiment_id')
      .notNull()
      .references(() => experiments.id, { onDelete: 'cascade' }),
    jobId: uuid('job_id').notNull(),
    runId: uuid('run_id').notNull(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    arm: experimentArm('arm').notNull(),
    /** Place in the list shown, from 1. */
    position: integer('position').notNull(),
    band: band('band').notNull(),
    /** The run's patches when the list was drafted; a later patch drafts it anew. */
    patch: integer('patch').notNull(),
    shownAt: instant('shown_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.experimentId, table.runId, table.candidateId] }),
    index('experiment_exposures_job_idx').on(table.experimentId, table.jobId),
    ofSameOrganization(table, table.jobId, jobs),
  ],
);
