import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  real,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { JOB_STATES, type JobAnswers, type JobDraft } from '@/domain/jobs/schema';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import { organizations, users } from './accounts';
import { id, instant, organizationId, ofSameOrganization } from './columns';

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
    ofSameOrganization(table, table.jobId, jobs),
  ],
);

/**
 * What anybody may read of an open job, written with its publishing and deleted when it is no longer open: the public
 * board, feed and sitemap read nothing else. Searched facts are columns beside the content.
 */
export const jobPostings = pgTable(
  'job_postings',
  {
    jobId: uuid('job_id').primaryKey(),
    organizationId: organizationId(),
    jobVersionId: uuid('job_version_id').notNull(),
    organizationName: text('organization_name').notNull(),
    title: text('title').notNull(),
    content: jsonb('content').$type<PostingContent>().notNull(),
    /** Title, employer, skills, place and description in one, for search. */
    searchText: text('search_text').notNull(),
    engagement: text('engagement').array().notNull().default([]),
    hoursMin: real('hours_min'),
    hoursMax: real('hours_max'),
    mode: text('mode'),
    country: text('country'),
    cityId: text('city_id'),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    skillIds: text('skill_ids').array().notNull().default([]),
    /** Published pay per hour in minor units of `currency`, whatever unit it was given in; null when not published. */
    hourlyMinMinor: integer('hourly_min_minor'),
    hourlyMaxMinor: integer('hourly_max_minor'),
    currency: text('currency'),
    publishedAt: instant('published_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('job_postings_published_idx').on(table.publishedAt, table.jobId),
    index('job_postings_skills_idx').using('gin', table.skillIds),
    index('job_postings_search_idx').using('gin', sql`to_tsvector('simple', ${table.searchText})`),
    ofSameOrganization(table, table.jobId, jobs).onDelete('cascade'),
  ],
);
