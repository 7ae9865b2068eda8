import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { JOB_STATES, type JobAnswers, type JobDraft } from '@/domain/jobs/schema';
import { organizations, users } from './accounts';
import { id, instant, organizationId } from './columns';

export const jobState = pgEnum('job_state', JOB_STATES);

export const jobs = pgTable(
  'jobs',
  {
    id: id(),
    organizationId: organizationId().references(() => organizations.id),
    /** The draft's title, kept as a column for lists. */
    title: text('title').notNull(),
    state: jobState('state').notNull().default('draft'),
    promoted: boolean('promoted').notNull().default(false),
    /** Answers as last saved, possibly ahead of the published version. */
    draft: jsonb('draft').$type<JobDraft>().notNull(),
    /** Grows with every save; a save from an older revision is refused. */
    draftRevision: integer('draft_revision').notNull().default(1),
    currentVersionId: uuid('current_version_id'),
    /** The only pointer readers follow to results. */
    currentRunId: uuid('current_run_id'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    publishedAt: instant('published_at'),
    stateSince: instant('state_since').notNull(),
  },
  (table) => [
    unique('jobs_tenant_key').on(table.organizationId, table.id),
    index('jobs_state_idx').on(table.organizationId, table.state, table.updatedAt),
  ],
);

/** Immutable: what was published, and what a score was computed from. */
export const jobVersions = pgTable(
  'job_versions',
  {
    id: id(),
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    number: integer('number').notNull(),
    /** SHA-256 of the canonical snapshot. */
    hash: text('hash').notNull(),
    snapshot: jsonb('snapshot').$type<JobAnswers>().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('job_versions_tenant_key').on(table.organizationId, table.id),
    unique('job_versions_number_key').on(table.jobId, table.number),
    foreignKey({
      columns: [table.organizationId, table.jobId],
      foreignColumns: [jobs.organizationId, jobs.id],
    }),
  ],
);
