import { foreignKey, index, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { CANDIDACY_SOURCES, REJECT_REASONS, STAGES } from '@/domain/pipeline/schema';
import { users } from './accounts';
import { candidates } from './candidates';
import { id, instant, organizationId } from './columns';
import { jobs } from './jobs';

export const candidacySource = pgEnum('candidacy_source', CANDIDACY_SOURCES);
export const stage = pgEnum('stage', STAGES);
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
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('candidacies_tenant_key').on(table.organizationId, table.id),
    unique('candidacies_pair_key').on(table.jobId, table.candidateId),
    index('candidacies_candidate_idx').on(table.organizationId, table.candidateId),
    foreignKey({
      columns: [table.organizationId, table.jobId],
      foreignColumns: [jobs.organizationId, jobs.id],
    }),
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
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
  },
  (table) => [
    index('stage_events_candidacy_idx').on(table.candidacyId, table.at),
    unique('stage_events_undoes_key').on(table.undoes),
    foreignKey({
      columns: [table.organizationId, table.candidacyId],
      foreignColumns: [candidacies.organizationId, candidacies.id],
    }),
  ],
);
