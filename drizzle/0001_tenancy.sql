-- Roles, grants and row-level security. The tables belong to the migrating owner; the application logs in as a role
-- that owns nothing, inherits nothing and may only SET ROLE to one of these.
do $$
declare r text;
begin
  foreach r in array array['app_member', 'app_auth', 'app_public', 'app_worker'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin nobypassrls', r);
    end if;
  end loop;
end $$;
--> statement-breakpoint
create function app_org() returns uuid language sql stable
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
--> statement-breakpoint
create function app_user() returns uuid language sql stable
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
--> statement-breakpoint
alter table jobs
  add constraint jobs_current_version_fk foreign key (organization_id, current_version_id)
    references job_versions (organization_id, id),
  add constraint jobs_current_run_fk foreign key (organization_id, current_run_id)
    references match_runs (organization_id, id);
--> statement-breakpoint
alter table users add constraint users_email_lower check (email = lower(email));
--> statement-breakpoint
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy worker_all on %I to app_worker using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant usage on schema public to app_member, app_auth, app_public, app_worker;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to app_worker;
--> statement-breakpoint
revoke update, delete, insert on audit_log from app_worker;
--> statement-breakpoint
revoke update, delete on job_versions, candidate_versions, stage_events from app_worker;
--> statement-breakpoint
grant usage on all sequences in schema public to app_worker, app_member, app_auth;
--> statement-breakpoint
-- Signing in happens before any organisation is known.
grant select, insert, update on users, organizations, memberships, email_tokens to app_auth;
--> statement-breakpoint
grant select, insert, update, delete on sessions to app_auth;
--> statement-breakpoint
grant insert on outbox to app_auth, app_member;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['users', 'organizations', 'memberships', 'email_tokens', 'sessions'] loop
    execute format('create policy auth_all on %I to app_auth using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
create policy auth_insert on outbox for insert to app_auth with check (true);
--> statement-breakpoint
create policy member_insert on outbox for insert to app_member with check (true);
--> statement-breakpoint
-- A member reaches the rows of one organisation.
grant select, update on organizations to app_member;
--> statement-breakpoint
create policy member_own on organizations to app_member using (id = (select app_org()));
--> statement-breakpoint
grant select (id, name, email, time_zone, locale, email_verified_at, disabled_at) on users to app_member;
--> statement-breakpoint
grant select on memberships to app_member;
--> statement-breakpoint
create policy member_own on memberships for select to app_member using (organization_id = (select app_org()));
--> statement-breakpoint
create policy member_colleagues on users for select to app_member
  using (exists (select from memberships m where m.user_id = users.id));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['jobs', 'job_versions', 'screening_answers', 'imports', 'import_items', 'match_runs',
    'match_results', 'receipts', 'announcements', 'candidacies', 'stage_events', 'audit_log'] loop
    execute format(
      'create policy member_own on %I to app_member using (organization_id = (select app_org())) with check (organization_id = (select app_org()))', t);
    execute format('grant select on %I to app_member', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert, update on jobs, screening_answers, imports, import_items, candidacies to app_member;
--> statement-breakpoint
grant insert on job_versions, receipts, stage_events to app_member;
--> statement-breakpoint
create policy member_own on notifications to app_member
  using (organization_id = (select app_org()) and user_id = (select app_user()));
--> statement-breakpoint
grant select, update (read_at) on notifications to app_member;
--> statement-breakpoint
-- People: those the organisation imported, and those of the pool who are candidates of one of its jobs.
create policy member_imported on candidates to app_member
  using (organization_id = (select app_org())) with check (organization_id = (select app_org()));
--> statement-breakpoint
create policy member_candidacy on candidates for select to app_member
  using (exists (select from candidacies c where c.candidate_id = candidates.id));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['candidate_versions', 'candidate_features', 'resumes'] loop
    execute format('create policy member_imported on %I to app_member using (organization_id = (select app_org())) with check (organization_id = (select app_org()))', t);
    execute format('create policy member_candidacy on %I for select to app_member using (exists (select from candidates c where c.id = candidate_id))', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on candidates, candidate_features to app_member;
--> statement-breakpoint
grant select, insert on candidate_versions, resumes to app_member;
--> statement-breakpoint
grant select on weight_sets to app_member;
--> statement-breakpoint
create policy member_read on weight_sets for select to app_member using (true);
--> statement-breakpoint
-- Anybody reads what is published.
grant select on jobs, job_versions to app_public;
--> statement-breakpoint
create policy public_open on jobs for select to app_public using (state = 'open');
--> statement-breakpoint
create policy public_open on job_versions for select to app_public
  using (exists (select from jobs j where j.current_version_id = job_versions.id));
--> statement-breakpoint
-- The audit log is written only here, so that the chain cannot be forged or rewritten by an application role.
create function app_audit(
  org uuid, at timestamptz, actor text, action text, entity text, entity_id text, data jsonb
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last_sequence bigint;
  last_hash text;
begin
  if current_setting('role', true) = 'app_member' and org is distinct from app_org() then
    raise exception 'audit row of another organisation';
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
--> statement-breakpoint
revoke all on function app_audit from public;
--> statement-breakpoint
grant execute on function app_audit to app_member, app_auth, app_worker;
