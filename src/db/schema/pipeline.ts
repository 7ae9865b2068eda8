import { sql } from 'drizzle-orm';
import {
  boolean,
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
import type { CandidateProfile } from '@/domain/candidates/schema';
import {
  APPLICATION_FILE_STATES,
  APPLICATION_STATES,
  CANDIDACY_SOURCES,
  CONTEST_OUTCOMES,
  REJECT_REASONS,
  STAGES,
} from '@/domain/pipeline/schema';
import type { ApplicationDraft } from '@/domain/pipeline/schema/application';
import type { ParsedResume } from '@/domain/resumes/schema';
import { users } from './accounts';
import { candidates, parseFailure } from './candidates';
import { id, instant, organizationId, ofSameOrganization } from './columns';
import { jobs } from './jobs';
import { matchRuns } from './matching';

export const candidacySource = pgEnum('candidacy_source', CANDIDACY_SOURCES);
export const stage = pgEnum('stage', STAGES);
export const contestOutcome = pgEnum('contest_outcome', CONTEST_OUTCOMES);
export const applicationState = pgEnum('application_state', APPLICATION_STATES);
export const applicationFileState = pgEnum('application_file_state', APPLICATION_FILE_STATES);
export const rejectReason = pgEnum('reject_reason', REJECT_REASONS);

/** Joins a job and a person whatever the source. */
export const candidacies = pgTable(
  'candidacies',
  {
    id: id(),
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    source: candidacySource('source').notNull(),
    stage: stage('stage').notNull().default('new'),
    rejectReason: rejectReason('reject_reason'),
    stageSince: instant('stage_since').notNull(),
    /** Set when the name may be seen: applied, imported by this organisation, or shortlisted once. */
    unmaskedAt: instant('unmasked_at'),
    /** When somebody of the organisation first opened the person for this job; null = new to them. */
    openedAt: instant('opened_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('candidacies_tenant_key').on(table.organizationId, table.id),
    unique('candidacies_pair_key').on(table.jobId, table.candidateId),
    index('candidacies_candidate_idx').on(table.organizationId, table.candidateId),
    ofSameOrganization(table, table.jobId, jobs),
  ],
);

/** Every move between stages, append-only; an undo is a further event that names the one it takes back. */
export const stageEvents = pgTable(
  'stage_events',
  {
    id: id(),
    organizationId: organizationId(),
    candidacyId: uuid('candidacy_id').notNull(),
    from: stage('from_stage').notNull(),
    to: stage('to_stage').notNull(),
    reason: rejectReason('reason'),
    note: text('note'),
    undoes: uuid('undoes'),
    /** null: the candidate's own move, such as a withdrawal. */
    userId: uuid('user_id').references(() => users.id),
    at: instant('at').notNull(),
  },
  (table) => [
    index('stage_events_candidacy_idx').on(table.candidacyId, table.at),
    unique('stage_events_undoes_key').on(table.undoes),
    ofSameOrganization(table, table.candidacyId, candidacies),
  ],
);

/**
 * One visitor's way through the application form of a job. A draft belongs to whoever holds its key, HMAC(secret, id);
 * what was submitted is kept as it was sent, and a consumer makes a person and a candidacy of it.
 */
export const applications = pgTable(
  'applications',
  {
    id: id(),
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    state: applicationState('state').notNull().default('draft'),
    /** Set when it is submitted and taken in. */
    candidateId: uuid('candidate_id').references(() => candidates.id, { onDelete: 'set null' }),
    /** False while an existing person's new facts wait for the link in the confirmation mail. */
    confirmed: boolean('confirmed').notNull().default(false),
    fileState: applicationFileState('file_state').notNull().default('none'),
    reason: parseFailure('reason'),
    blobPath: text('blob_path'),
    fileName: text('file_name'),
    contentType: text('content_type'),
    size: integer('size'),
    sha256: text('sha256'),
    parsed: jsonb('parsed').$type<ParsedResume>(),
    /** The profile made of the parse, before the applicant's changes. */
    profile: jsonb('profile').$type<CandidateProfile>(),
    /** What the applicant typed and answered so far. */
    draft: jsonb('draft').$type<ApplicationDraft>().notNull().default({}),
    draftRevision: integer('draft_revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    submittedAt: instant('submitted_at'),
  },
  (table) => [
    unique('applications_tenant_key').on(table.organizationId, table.id),
    index('applications_candidate_idx').on(table.candidateId),
    index('applications_drafts_idx')
      .on(table.updatedAt)
      .where(sql`state = 'draft'`),
    ofSameOrganization(table, table.jobId, jobs),
  ],
);

/** One missing fact that a recruiter asked a person for; at most one open request a person, job and question. */
export const factRequests = pgTable(
  'fact_requests',
  {
    id: id(),
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    /** A question of `config/flexifit_questions.json`, or `screening:<id>` of the job. */
    questionId: text('question_id').notNull(),
    /** The request that leads the mail in which this question goes; its own id when it goes alone. */
    batchId: uuid('batch_id').notNull(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => users.id),
    requestedAt: instant('requested_at').notNull(),
    answeredAt: instant('answered_at'),
    cancelledAt: instant('cancelled_at'),
    /** The pair's expected score in hundredths when it was asked and after the answer. */
    scoreBefore: integer('score_before'),
    scoreAfter: integer('score_after'),
  },
  (table) => [
    uniqueIndex('fact_requests_open_key')
      .on(table.jobId, table.candidateId, table.questionId)
      .where(sql`answered_at is null and cancelled_at is null`),
    index('fact_requests_candidate_idx').on(table.candidateId),
    index('fact_requests_batch_idx').on(table.batchId),
    ofSameOrganization(table, table.jobId, jobs),
  ],
);

/** A candidate says that a score is wrong; a person of the employer must answer. */
export const contests = pgTable(
  'contests',
  {
    id: id(),
    organizationId: organizationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    /** The factor it is about; null = the whole. */
    factor: text('factor'),
    message: text('message').notNull(),
    /** The run whose score is contested. */
    runId: uuid('run_id'),
    openedAt: instant('opened_at').notNull(),
    outcome: contestOutcome('outcome'),
    answer: text('answer'),
    answeredBy: uuid('answered_by').references(() => users.id),
    answeredAt: instant('answered_at'),
  },
  (table) => [
    uniqueIndex('contests_open_key')
      .on(table.jobId, table.candidateId)
      .where(sql`answered_at is null`),
    index('contests_candidate_idx').on(table.candidateId),
    ofSameOrganization(table, table.jobId, jobs),
  ],
);

/**
 * How a member last saw a job's ranking, and how they had left it the visit before, which is what the banner compares with. A state is
 * a run, how often it had been patched, and the newest candidacy that it listed.
 */
export const rankingVisits = pgTable(
  'ranking_visits',
  {
    organizationId: organizationId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    jobId: uuid('job_id').notNull(),
    beforeRunId: uuid('before_run_id').notNull(),
    beforePatches: integer('before_patches').notNull(),
    /** null = nobody was listed. */
    beforeNewest: instant('before_newest'),
    beforeAt: instant('before_at').notNull(),
    seenRunId: uuid('seen_run_id').notNull(),
    seenPatches: integer('seen_patches').notNull(),
    seenNewest: instant('seen_newest'),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.jobId] }),
    index('ranking_visits_job_idx').on(table.jobId),
    index('ranking_visits_before_idx').on(table.beforeRunId),
    index('ranking_visits_seen_idx').on(table.seenRunId),
    ofSameOrganization(table, table.jobId, jobs),
    // A run that is too old to be kept takes with it who compared with it.
    ofSameOrganization(table, table.beforeRunId, matchRuns).onDelete('cascade'),
    ofSameOrganization(table, table.seenRunId, matchRuns).onDelete('cascade'),
  ],
);
