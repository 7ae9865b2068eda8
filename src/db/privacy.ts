/**
 * What a column may hold, for masking, export and erasure. `none`: ids, states, times and counts · `identity`: says who a
 * person is · `contact`: reaches them · `profile`: what they did, can do or answered · `file`: leads to a person's file ·
 * `credential`: proves who signs in · `business`: an organisation's own content.
 */
export const PRIVACY_CLASSES = [
  'none',
  'identity',
  'contact',
  'profile',
  'file',
  'credential',
  'business',
] as const;
export type PrivacyClass = (typeof PRIVACY_CLASSES)[number];

type TableClasses = Record<string, PrivacyClass>;

/** Columns of `class`, named in one string, to keep the registry readable. */
const all = (privacy: PrivacyClass, columns: string): TableClasses =>
  Object.fromEntries(columns.split(' ').map((column) => [column, privacy]));

/** Every column of every table, by their names in Postgres. A column that is missing here fails the build. */
export const PRIVACY: Record<string, TableClasses> = {
  organizations: { ...all('none', 'id time_zone locale created_at'), ...all('business', 'name') },
  users: {
    ...all('none', 'id email_verified_at platform_admin disabled_at time_zone locale created_at'),
    ...all('contact', 'email'),
    ...all('identity', 'name'),
    ...all('credential', 'password_hash'),
  },
  memberships: all('none', 'organization_id user_id role created_at'),
  sessions: { ...all('credential', 'id_hash'), ...all('none', 'user_id expires_at') },
  email_tokens: all('none', 'id user_id purpose created_at expires_at used_at sent_at'),
  invitations: {
    ...all('none', 'id organization_id role invited_by created_at expires_at sent_at accepted_at revoked_at'),
    ...all('contact', 'email'),
  },
  jobs: {
    ...all(
      'none',
      'id organization_id state promoted draft_revision current_version_id current_run_id created_by created_at updated_at published_at state_since',
    ),
    ...all('business', 'title draft'),
  },
  job_versions: {
    ...all('none', 'id organization_id job_id number hash created_by created_at'),
    ...all('business', 'snapshot'),
  },
  candidates: {
    ...all(
      'none',
      'id organization_id lawful_basis pool_consent_at code email_verified_at time_zone locale muted_mails merged_into_id current_version_id current_resume_id compared_version_id created_at updated_at',
    ),
    ...all('identity', 'name'),
    ...all('contact', 'email phone'),
    ...all(
      'profile',
      'country city_id city_name headline role_id skill_ids total_months hours_min hours_max',
    ),
  },
  candidate_versions: {
    ...all('none', 'id organization_id candidate_id number hash resume_id parser_version created_at'),
    // The profile holds name and contact too: the strictest use of it decides.
    ...all('identity', 'profile'),
    ...all('profile', 'answers'),
  },
  candidate_features: {
    ...all('none', 'candidate_id organization_id version_id in_pool'),
    ...all('profile', 'facts packed'),
  },
  screening_answers: {
    ...all('none', 'id organization_id job_id candidate_id question_id number provenance answered_at'),
    ...all('profile', 'answer'),
  },
  resumes: {
    ...all(
      'none',
      'id organization_id candidate_id content_type size sha256 parser_version replaces_id failed_parser_version created_at',
    ),
    ...all('file', 'blob_path'),
    ...all('identity', 'file_name parsed'),
  },
  imports: all(
    'none',
    'id organization_id job_id kind state lawful_basis total created_by created_at finished_at',
  ),
  import_items: {
    ...all('none', 'id organization_id import_id position size state reason line candidate_id updated_at'),
    ...all('identity', 'file_name row issues'),
    ...all('file', 'blob_path'),
  },
  weight_sets: all('none', 'hash name content created_at'),
  weight_publications: all('none', 'number set_hash published_by reason jobs published_at'),
  weight_drafts: all('none', 'id factors over_number revision updated_by updated_at'),
  band_publications: all('none', 'number hash points curve decisions published_by reason published_at'),
  experiments: all(
    'none',
    'id name unit metric control_hash treatment_hash minimum_effect spread planned window_days state created_by created_at started_at stopped_at stop_reason decided_at decision_reason',
  ),
  experiment_assignments: all('none', 'organization_id experiment_id job_id arm assigned_at shown_at churn'),
  experiment_exposures: all(
    'none',
    'organization_id experiment_id job_id run_id candidate_id arm position band patch shown_at',
  ),
  weight_shadows: all('none', 'id set_hash started_by started_at ended_by ended_at'),
  shadow_runs: all(
    'none',
    'organization_id run_id shadow_id job_id people moved displaced into_strong out_of_strong scored_at',
  ),
  shadow_results: {
    ...all('none', 'organization_id run_id shadow_id candidate_id'),
    ...all('profile', 'match_group expected band'),
  },
  match_runs: all(
    'none',
    'id organization_id job_id job_version_id batch_id job_group state trigger follow_up weight_set_hash bands as_of chunks chunks_done scored patches floors stalls traceparent error created_at moved_at finished_at',
  ),
  match_batches: all(
    'none',
    'id trigger state time_zone day jobs groups shards stalls messages error traceparent created_at moved_at finished_at',
  ),
  match_parts: all('none', 'batch_id job_group shard after_id up_to_id done_at pairs rows work_ms'),
  match_batch_changes: all('none', 'batch_id candidate_id'),
  match_requests: all('none', 'id organization_id job_id at'),
  match_chunks: all('none', 'organization_id run_id chunk after_id up_to_id done_at'),
  match_results: {
    ...all(
      'none',
      'organization_id run_id job_id candidate_id candidate_version_id match_group tie_break scored_at',
    ),
    ...all('profile', 'expected low high coverage band factors gates'),
  },
  score_history: {
    ...all(
      'none',
      'organization_id job_id candidate_id run_id patch candidate_version_id match_group scored_at until',
    ),
    ...all('profile', 'expected low high position factors'),
  },
  receipts: {
    ...all('none', 'id organization_id job_id candidate_id run_id created_at'),
    ...all('profile', 'content'),
  },
  announcements: all('none', 'organization_id job_id candidate_id run_id patch'),
  candidacies: {
    ...all(
      'none',
      'id organization_id job_id candidate_id source stage_since unmasked_at opened_at created_at',
    ),
    ...all('profile', 'stage reject_reason'),
  },
  ranking_visits: all(
    'none',
    'organization_id user_id job_id before_run_id before_patches before_newest before_at seen_run_id seen_patches seen_newest seen_at',
  ),
  stage_events: {
    ...all('none', 'id organization_id candidacy_id undoes user_id at'),
    ...all('profile', 'from_stage to_stage reason note'),
  },
  notifications: all(
    'none',
    'id organization_id user_id candidate_id event channel dedupe_key data state attempts provider_id last_error read_at created_at moved_at',
  ),
  candidate_sessions: { ...all('credential', 'id_hash'), ...all('none', 'candidate_id expires_at') },
  candidate_tokens: all('none', 'id candidate_id purpose about_id created_at expires_at used_at sent_at'),
  candidate_keys: {
    ...all('none', 'organization_id candidate_id kind'),
    // Whoever knows an address can tell whether it is among the hashes.
    ...all('identity', 'key'),
  },
  candidate_pairs: all('none', 'organization_id one_id other_id strength evidence found_at'),
  candidate_merges: {
    ...all(
      'none',
      'id organization_id kept_id merged_id merged_by moved kept_version_before kept_version_after merged_at undone_at undone_by',
    ),
    ...all('profile', 'merged_candidacies merged_screening'),
  },
  candidate_distinctions: all('none', 'organization_id one_id other_id at'),
  job_postings: {
    ...all('none', 'job_id organization_id job_version_id published_at updated_at'),
    ...all(
      'business',
      'organization_name title content search_text engagement hours_min hours_max mode country city_id lat lon skill_ids hourly_min_minor hourly_max_minor currency',
    ),
  },
  applications: {
    ...all(
      'none',
      'id organization_id job_id state candidate_id confirmed file_state reason content_type size sha256 draft_revision created_at updated_at submitted_at',
    ),
    ...all('file', 'blob_path'),
    ...all('identity', 'file_name parsed profile draft'),
  },
  fact_requests: {
    ...all(
      'none',
      'id organization_id job_id candidate_id question_id batch_id requested_by requested_at answered_at cancelled_at',
    ),
    ...all('profile', 'score_before score_after'),
  },
  contests: {
    ...all('none', 'id organization_id job_id candidate_id run_id opened_at outcome answered_by answered_at'),
    ...all('profile', 'factor message answer'),
  },
  outbox: all(
    'none',
    'id topic payload idempotency_key traceparent attempts not_before lease_until sent_at message_id last_error created_at',
  ),
  audit_log: all('none', 'organization_id sequence at actor action entity entity_id data previous_hash hash'),
  dead_letters: all('none', 'id topic payload status created_at redriven_at'),
};
