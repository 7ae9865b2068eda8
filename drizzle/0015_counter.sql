-- How many people a looser requirement would bring is counted over the facts of the organisation's own people and of the
-- pool. The role reads these and nothing else: no name, no address, no profile, no other organisation's people.
do $$ begin
  if not exists (select from pg_roles where rolname = 'app_counter') then
    create role app_counter nologin nobypassrls;
  end if;
end $$;
--> statement-breakpoint
grant usage on schema public to app_counter;
--> statement-breakpoint
grant select on candidate_features to app_counter;
--> statement-breakpoint
create policy counter_people on candidate_features for select to app_counter
  using (in_pool or organization_id = (select app_org()));
