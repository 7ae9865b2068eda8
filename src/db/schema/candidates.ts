import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  real,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CandidateProfile, FlexifitAnswers } from '@/domain/candidates/schema';
import {
  IMPORT_ITEM_STATES,
  IMPORT_STATES,
  PARSE_FAILURES,
  type ParsedResume,
} from '@/domain/resumes/schema';
import type { CandidateFacts } from '@/domain/scoring/schema';
import { organizations, users } from './accounts';
import { id, instant, organizationId } from './columns';
import { jobs } from './jobs';

export const lawfulBasis = pgEnum('lawful_basis', ['consent', 'legitimate_interest']);
export const importState = pgEnum('import_state', IMPORT_STATES);
export const importItemState = pgEnum('import_item_state', IMPORT_ITEM_STATES);
export const parseFailure = pgEnum('parse_failure', [...PARSE_FAILURES, 'not_uploaded']);

/**
 * A person. Imported ones belong to the organisation that brought them; `organization_id` null is the platform's
 * pool, whose people have consented. Queried facts are columns beside the JSONB of the current version.
 */
export const candidates = pgTable(
  'candidates',
  {
    id: id(),
    organizationId: uuid('organization_id').references(() => organizations.id),
    lawfulBasis: lawfulBasis('lawful_basis').notNull(),
    poolConsentAt: instant('pool_consent_at'),
    /** What an employer sees instead of the name while the person is masked. */
    code: text('code').notNull(),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    country: text('country'),
    cityId: text('city_id'),
    cityName: text('city_name'),
    headline: text('headline'),
    roleId: text('role_id'),
    skillIds: text('skill_ids').array().notNull().default([]),
    totalMonths: integer('total_months'),
    hoursMin: real('hours_min'),
    hoursMax: real('hours_max'),
    currentVersionId: uuid('current_version_id').notNull(),
    currentResumeId: uuid('current_resume_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    // One person per address within an organisation, and within the pool (whose organization_id is null).
    uniqueIndex('candidates_email_key')
      .on(sql`coalesce(${table.organizationId}, '00000000-0000-0000-0000-000000000000'::uuid)`, table.email)
      .where(sql`email is not null`),
    index('candidates_skills_idx').using('gin', table.skillIds),
    index('candidates_updated_idx').on(table.organizationId, table.updatedAt),
  ],
);

/** Immutable: the profile and answers that a score was computed from. */
export const candidateVersions = pgTable(
  'candidate_versions',
  {
    id: id(),
    organizationId: uuid('organization_id'),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
    profile: jsonb('profile').$type<CandidateProfile>().notNull(),
    answers: jsonb('answers').$type<FlexifitAnswers>().notNull(),
    resumeId: uuid('resume_id'),
    parserVersion: text('parser_version'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [unique('candidate_versions_number_key').on(table.candidateId, table.number)],
);

/** What the engine reads, one row a person, written in the transaction that changes the person. */
export const candidateFeatures = pgTable(
  'candidate_features',
  {
    candidateId: uuid('candidate_id')
      .primaryKey()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    organizationId: uuid('organization_id'),
    versionId: uuid('version_id').notNull(),
    /** Whether every organisation's jobs may be matched with this person. */
    inPool: boolean('in_pool').notNull(),
    facts: jsonb('facts').$type<CandidateFacts>().notNull(),
  },
  (table) => [
    index('candidate_features_tenant_idx').on(table.organizationId, table.candidateId),
    index('candidate_features_pool_idx')
      .on(table.candidateId)
      .where(sql`in_pool`),
  ],
);

/** A yes/no or free-text answer of a person to one job's screening question. */
export const screeningAnswers = pgTable(
  'screening_answers',
  {
    id: id(),
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    answer: text('answer').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    unique('screening_answers_key').on(table.jobId, table.candidateId, table.questionId),
    foreignKey({
      columns: [table.organizationId, table.jobId],
      foreignColumns: [jobs.organizationId, jobs.id],
    }),
  ],
);

/** A stored résumé file with what the parser understood of it. */
export const resumes = pgTable(
  'resumes',
  {
    id: id(),
    organizationId: uuid('organization_id'),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    blobPath: text('blob_path').notNull(),
    fileName: text('file_name').notNull(),
    contentType: text('content_type').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    parsed: jsonb('parsed').$type<ParsedResume>().notNull(),
    parserVersion: text('parser_version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('resumes_sha_idx').on(table.organizationId, table.sha256)],
);

export const imports = pgTable(
  'imports',
  {
    id: id(),
    organizationId: organizationId(),
    /** The job these people were brought for, if any: they become its candidacies. */
    jobId: uuid('job_id'),
    state: importState('state').notNull().default('receiving'),
    lawfulBasis: lawfulBasis('lawful_basis').notNull(),
    total: integer('total').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    unique('imports_tenant_key').on(table.organizationId, table.id),
    foreignKey({
      columns: [table.organizationId, table.jobId],
      foreignColumns: [jobs.organizationId, jobs.id],
    }),
  ],
);

export const importItems = pgTable(
  'import_items',
  {
    id: id(),
    organizationId: organizationId(),
    importId: uuid('import_id').notNull(),
    position: integer('position').notNull(),
    fileName: text('file_name').notNull(),
    size: integer('size').notNull(),
    state: importItemState('state').notNull().default('waiting'),
    reason: parseFailure('reason'),
    blobPath: text('blob_path').notNull(),
    candidateId: uuid('candidate_id').references(() => candidates.id, { onDelete: 'set null' }),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('import_items_import_idx').on(table.importId, table.position),
    foreignKey({
      columns: [table.organizationId, table.importId],
      foreignColumns: [imports.organizationId, imports.id],
    }).onDelete('cascade'),
  ],
);
