import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  CANDIDATE_TOKEN_PURPOSES,
  PROVENANCES,
  type CandidateProfile,
  type FlexifitAnswers,
} from '@/domain/candidates/schema';
import {
  EVIDENCE,
  PAIR_STRENGTHS,
  type Evidence,
  type MergedCandidacy,
  type MergedScreening,
} from '@/domain/candidates/schema/duplicates';
import {
  IMPORT_ITEM_STATES,
  IMPORT_KINDS,
  IMPORT_STATES,
  PARSE_FAILURES,
  type ImportIssue,
  type ParsedResume,
} from '@/domain/resumes/schema';
import type { CandidateFacts } from '@/domain/scoring/schema';
import { organizations, users } from './accounts';
import { bytes, id, instant, organizationId, ofSameOrganization } from './columns';
import { jobs } from './jobs';

export const lawfulBasis = pgEnum('lawful_basis', ['consent', 'legitimate_interest']);
export const importState = pgEnum('import_state', IMPORT_STATES);
export const importItemState = pgEnum('import_item_state', IMPORT_ITEM_STATES);
export const importKind = pgEnum('import_kind', IMPORT_KINDS);
export const provenance = pgEnum('provenance', PROVENANCES);
export const candidateTokenPurpose = pgEnum('candidate_token_purpose', CANDIDATE_TOKEN_PURPOSES);
export const identityKeyKind = pgEnum('identity_key_kind', EVIDENCE);
export const pairStrength = pgEnum('pair_strength', PAIR_STRENGTHS);
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
    /** When the person proved, by a link in a mail, that the address is theirs. */
    emailVerifiedAt: instant('email_verified_at'),
    timeZone: text('time_zone').notNull().default('Asia/Kolkata'),
    locale: text('locale').notNull().default('en-IN'),
    /** Kinds of mail the person turned off. */
    mutedMails: text('muted_mails').array().notNull().default([]),
    /** The person this one turned out to be; a merged row is kept for undo and is listed nowhere. */
    mergedIntoId: uuid('merged_into_id'),
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
    /** The version whose identity was compared with that of others; any other one waits for it, null too. */
    comparedVersionId: uuid('compared_version_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    // One person per address within an organisation, and within the pool (whose organization_id is null).
    uniqueIndex('candidates_email_key')
      .on(sql`coalesce(${table.organizationId}, '00000000-0000-0000-0000-000000000000'::uuid)`, table.email)
      .where(sql`email is not null and merged_into_id is null`),
    index('candidates_skills_idx').using('gin', table.skillIds),
    index('candidates_updated_idx').on(table.organizationId, table.updatedAt),
    index('candidates_uncompared_idx')
      .on(table.id)
      .where(sql`merged_into_id is null and compared_version_id is distinct from current_version_id`),
    index('candidates_merged_idx')
      .on(table.mergedIntoId)
      .where(sql`merged_into_id is not null`),
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
    /** The same facts by `encodeRow`; its first byte is the format. Null until the row is rebuilt: then `facts` are read. */
    packed: bytes('packed'),
  },
  (table) => [
    index('candidate_features_tenant_idx').on(table.organizationId, table.candidateId),
    index('candidate_features_pool_idx')
      .on(table.candidateId)
      .where(sql`in_pool`),
  ],
);

/** A yes/no or free-text answer of a person to one job's screening question; immutable, the highest number counts. */
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
    number: integer('number').notNull(),
    /** Empty = taken back. */
    answer: text('answer').notNull(),
    /** `answered`: by the person; `imported`: typed by a recruiter who was told. */
    provenance: provenance('provenance').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [
    unique('screening_answers_key').on(table.jobId, table.candidateId, table.questionId, table.number),
    ofSameOrganization(table, table.jobId, jobs),
  ],
);

/**
 * One reading of a stored résumé file. Immutable, since spans of old versions point into its text: a newer parser's
 * reading of the same file is a row of its own.
 */
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
    /** The reading of the same file that this one took the place of. */
    replacesId: uuid('replaces_id'),
    /** A newer parser that could not read the file any more; its version, so that it is not tried again. */
    failedParserVersion: text('failed_parser_version'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('resumes_sha_idx').on(table.organizationId, table.sha256),
    index('resumes_parser_idx').on(table.parserVersion, table.id),
    index('resumes_candidate_idx').on(table.candidateId),
  ],
);

export const imports = pgTable(
  'imports',
  {
    id: id(),
    organizationId: organizationId(),
    /** The job these people were brought for, if any: they become its candidacies. */
    jobId: uuid('job_id'),
    kind: importKind('kind').notNull().default('resumes'),
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
    ofSameOrganization(table, table.jobId, jobs),
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
    /** null for a row of a CSV file, whose cells are in `row`. */
    blobPath: text('blob_path'),
    line: integer('line'),
    row: jsonb('row').$type<Record<string, string>>(),
    issues: jsonb('issues').$type<ImportIssue[]>(),
    candidateId: uuid('candidate_id').references(() => candidates.id, { onDelete: 'set null' }),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('import_items_import_idx').on(table.importId, table.position),
    ofSameOrganization(table, table.importId, imports).onDelete('cascade'),
  ],
);

/** A candidate's sign-in; as with members, only a hash of the session's id is kept. */
export const candidateSessions = pgTable(
  'candidate_sessions',
  {
    idHash: text('id_hash').primaryKey(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('candidate_sessions_candidate_idx').on(table.candidateId)],
);

/** Links in mails to candidates. As with members' tokens, what is mailed is HMAC(secret, id). */
export const candidateTokens = pgTable(
  'candidate_tokens',
  {
    id: id(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    purpose: candidateTokenPurpose('purpose').notNull(),
    /** The application to confirm or the question to answer; null for the portal. */
    aboutId: uuid('about_id'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    sentAt: instant('sent_at'),
  },
  (table) => [index('candidate_tokens_candidate_idx').on(table.candidateId)],
);

/** Hashed marks of identity of an organisation's people and of who applied there: who shares one may be the same person. */
export const candidateKeys = pgTable(
  'candidate_keys',
  {
    organizationId: organizationId(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    kind: identityKeyKind('kind').notNull(),
    key: text('key').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.candidateId, table.organizationId, table.kind, table.key] }),
    index('candidate_keys_idx').on(table.organizationId, table.kind, table.key, table.candidateId),
  ],
);

/** Two people of an organisation who may be one, as their present facts say; `one_id` is the smaller id. */
export const candidatePairs = pgTable(
  'candidate_pairs',
  {
    organizationId: organizationId(),
    oneId: uuid('one_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    otherId: uuid('other_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    strength: pairStrength('strength').notNull(),
    evidence: text('evidence').array().$type<Evidence[]>().notNull(),
    foundAt: instant('found_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.oneId, table.otherId] }),
    index('candidate_pairs_other_idx').on(table.otherId),
  ],
);

/** Two rows that were one person, made one; what moved is kept so that it can be taken back. */
export const candidateMerges = pgTable(
  'candidate_merges',
  {
    id: id(),
    organizationId: organizationId().references(() => organizations.id),
    keptId: uuid('kept_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    mergedId: uuid('merged_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    /** null when the person proved it, by the address. */
    mergedBy: uuid('merged_by').references(() => users.id),
    /** Ids of the rows that changed hands, by table. */
    moved: jsonb('moved').$type<Record<string, string[]>>().notNull(),
    /** Candidacies of both for one job, and answers to one question, made one. */
    mergedCandidacies: jsonb('merged_candidacies').$type<MergedCandidacy[]>().notNull().default([]),
    mergedScreening: jsonb('merged_screening').$type<MergedScreening[]>().notNull().default([]),
    keptVersionBefore: uuid('kept_version_before').notNull(),
    /** The version that the merge made; null when the kept person's facts stayed as they were. */
    keptVersionAfter: uuid('kept_version_after'),
    mergedAt: instant('merged_at').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by').references(() => users.id),
  },
  (table) => [
    index('candidate_merges_kept_idx').on(table.organizationId, table.keptId),
    uniqueIndex('candidate_merges_standing_key')
      .on(table.mergedId)
      .where(sql`undone_at is null`),
  ],
);

/** Pairs that a recruiter looked at and found to be two people. */
export const candidateDistinctions = pgTable(
  'candidate_distinctions',
  {
    organizationId: organizationId().references(() => organizations.id),
    /** The smaller id of the two. */
    oneId: uuid('one_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    otherId: uuid('other_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.oneId, table.otherId] })],
);
