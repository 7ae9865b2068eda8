-- Row security of the candidate's side: a person reaches its own rows, an applicant one draft, anybody the board.
do $$ begin
  if not exists (select from pg_roles where rolname = 'app_person') then
    create role app_person nologin nobypassrls;
  end if;
end $$;
--> statement-breakpoint
create function app_person() returns uuid language sql stable
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
--> statement-breakpoint
create function app_application() returns uuid language sql stable
  as $$ select nullif(current_setting('app.application', true), '')::uuid $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['candidate_sessions', 'candidate_tokens', 'candidate_merges', 'candidate_distinctions',
    'job_postings', 'match_patches', 'applications', 'fact_requests', 'contests'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy worker_all on %I to app_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to app_worker', t);
  end loop;
end $$;
--> statement-breakpoint
revoke update, delete on screening_answers, resumes from app_worker;
--> statement-breakpoint
grant update (failed_parser_version, candidate_id) on resumes to app_worker;
--> statement-breakpoint
grant update (candidate_id) on screening_answers to app_worker, app_member;
--> statement-breakpoint
grant update (candidate_id) on resumes to app_member;
--> statement-breakpoint
revoke update on screening_answers from app_member;
--> statement-breakpoint
-- Members: what belongs to their organisation.
do $$
declare t text;
begin
  foreach t in array array['candidate_merges', 'candidate_distinctions', 'job_postings', 'applications', 'fact_requests',
    'contests'] loop
    execute format(
      'create policy member_own on %I to app_member using (organization_id = (select app_org())) with check (organization_id = (select app_org()))', t);
    execute format('grant select on %I to app_member', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert, update, delete on job_postings to app_member;
--> statement-breakpoint
grant insert, update on fact_requests, candidate_merges to app_member;
--> statement-breakpoint
grant insert, delete on candidate_distinctions to app_member;
--> statement-breakpoint
grant update (outcome, answer, answered_by, answered_at) on contests to app_member;
--> statement-breakpoint
-- Signing in, before the person's own rows are reached.
grant select, insert, update, delete on candidate_sessions to app_auth;
--> statement-breakpoint
grant select, insert, update on candidate_tokens to app_auth;
--> statement-breakpoint
grant select, update (email_verified_at, updated_at) on candidates to app_auth;
--> statement-breakpoint
create policy auth_all on candidate_sessions to app_auth using (true) with check (true);
--> statement-breakpoint
create policy auth_all on candidate_tokens to app_auth using (true) with check (true);
--> statement-breakpoint
create policy auth_all on candidates to app_auth using (true) with check (true);
--> statement-breakpoint
-- The board, and one draft of an application.
grant usage on schema public to app_person;
--> statement-breakpoint
grant select on job_postings to app_public, app_person;
--> statement-breakpoint
create policy anybody on job_postings for select to app_public, app_person using (true);
--> statement-breakpoint
revoke select on jobs, job_versions from app_public;
--> statement-breakpoint
drop policy public_open on jobs;
--> statement-breakpoint
drop policy public_open on job_versions;
--> statement-breakpoint
grant select, insert, update on applications to app_public;
--> statement-breakpoint
create policy applicant_own on applications to app_public
  using (id = (select app_application())) with check (id = (select app_application()));
--> statement-breakpoint
grant insert on outbox to app_public, app_person;
--> statement-breakpoint
create policy public_insert on outbox for insert to app_public, app_person with check (true);
--> statement-breakpoint
grant usage on all sequences in schema public to app_public, app_person;
--> statement-breakpoint
grant execute on function app_audit to app_public, app_person;
--> statement-breakpoint
-- A person: its own rows, and of employers only what its candidacies show.
grant select, update on candidates to app_person;
--> statement-breakpoint
create policy person_own on candidates to app_person using (id = (select app_person()));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['candidate_versions', 'candidate_features', 'resumes', 'candidacies', 'match_results',
    'screening_answers', 'applications', 'fact_requests', 'contests', 'notifications', 'candidate_sessions'] loop
    execute format(
      'create policy person_own on %I to app_person using (candidate_id = (select app_person())) with check (candidate_id = (select app_person()))', t);
    execute format('grant select on %I to app_person', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert, update on candidate_features to app_person;
--> statement-breakpoint
grant insert on candidate_versions, resumes, screening_answers, contests, receipts to app_person;
--> statement-breakpoint
grant update (stage, stage_since) on candidacies to app_person;
--> statement-breakpoint
grant update (answered_at) on fact_requests to app_person;
--> statement-breakpoint
grant update (read_at) on notifications to app_person;
--> statement-breakpoint
grant delete on candidate_sessions to app_person;
--> statement-breakpoint
create policy person_own on receipts to app_person
  using (candidate_id = (select app_person())) with check (candidate_id = (select app_person()));
--> statement-breakpoint
grant select on receipts to app_person;
--> statement-breakpoint
-- Who decided and what they noted is the employer's: a person sees the stages and their times.
grant select (id, organization_id, candidacy_id, from_stage, to_stage, undoes, at) on stage_events to app_person;
--> statement-breakpoint
grant insert on stage_events to app_person;
--> statement-breakpoint
create policy person_own on stage_events to app_person
  using (exists (select from candidacies c where c.id = candidacy_id))
  with check (user_id is null and exists (select from candidacies c where c.id = candidacy_id));
--> statement-breakpoint
grant select (id, organization_id, title, state, current_version_id, current_run_id, published_at) on jobs to app_person;
--> statement-breakpoint
create policy person_candidacy on jobs for select to app_person
  using (exists (select from candidacies c where c.job_id = jobs.id));
--> statement-breakpoint
grant select on job_versions, match_runs, weight_sets to app_person;
--> statement-breakpoint
create policy person_candidacy on job_versions for select to app_person
  using (exists (select from candidacies c where c.job_id = job_versions.job_id));
--> statement-breakpoint
create policy person_candidacy on match_runs for select to app_person
  using (exists (select from candidacies c where c.job_id = match_runs.job_id));
--> statement-breakpoint
create policy person_read on weight_sets for select to app_person using (true);
--> statement-breakpoint
grant select (id, name, time_zone) on organizations to app_person;
--> statement-breakpoint
create policy person_candidacy on organizations for select to app_person
  using (exists (select from candidacies c where c.organization_id = organizations.id));
--> statement-breakpoint
-- Besides members, applicants and candidates may write audit rows, each in their own name only.
create or replace function app_audit(
  org uuid, at timestamptz, actor text, action text, entity text, entity_id text, data jsonb
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last_sequence bigint;
  last_hash text;
  acting text := current_setting('role', true);
begin
  if acting = 'app_member' and org is distinct from app_org() then
    raise exception 'audit row of another organisation';
  end if;
  if acting = 'app_public' and actor <> 'anonymous' then
    raise exception 'audit row of somebody else';
  end if;
  if acting = 'app_person' and actor is distinct from 'candidate:' || app_person() then
    raise exception 'audit row of somebody else';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit:' || org::text, 0));
  select sequence, hash into last_sequence, last_hash
    from audit_log where organization_id = org order by sequence desc limit 1;
  insert into audit_log (organization_id, sequence, at, actor, action, entity, entity_id, data, previous_hash, hash)
  values (
    org, coalesce(last_sequence, 0) + 1, app_audit.at, app_audit.actor, app_audit.action, app_audit.entity,
    app_audit.entity_id, app_audit.data, coalesce(last_hash, ''),
    encode(sha256(convert_to(concat_ws('|', coalesce(last_hash, ''), org, coalesce(last_sequence, 0) + 1,
      extract(epoch from app_audit.at), app_audit.actor, app_audit.action, app_audit.entity, app_audit.entity_id,
      app_audit.data::text), 'UTF8')), 'hex')
  );
end $$;
