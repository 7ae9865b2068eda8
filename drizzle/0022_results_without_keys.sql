ALTER TABLE "match_results" DROP CONSTRAINT "match_results_candidate_id_candidates_id_fk";
--> statement-breakpoint
ALTER TABLE "match_results" DROP CONSTRAINT "match_results_organization_id_run_id_match_runs_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "score_history" DROP CONSTRAINT "score_history_candidate_id_candidates_id_fk";
--> statement-breakpoint
ALTER TABLE "score_history" DROP CONSTRAINT "score_history_organization_id_job_id_jobs_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "score_history" DROP CONSTRAINT "score_history_organization_id_run_id_match_runs_organization_id_id_fk";
--> statement-breakpoint
DROP INDEX "match_results_order_idx";--> statement-breakpoint
DROP INDEX "score_history_pair_idx";--> statement-breakpoint
ALTER TABLE "match_results" DROP COLUMN "is_new";--> statement-breakpoint
-- What takes the place of the foreign keys (docs/decisions/0030): whoever goes takes their results along, a statement at a time
-- instead of a check for each row that is written.
create function app_lock_results() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Rows that others are writing at this moment name people whom they still saw: wait for them, and let nobody begin.
  lock table match_results, score_history in share row exclusive mode;
  return null;
end $$;
--> statement-breakpoint
create function app_drop_results_of_people() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from match_results m using gone where m.candidate_id = gone.id;
  delete from score_history h using gone where h.candidate_id = gone.id;
  return null;
end $$;
--> statement-breakpoint
create function app_drop_results_of_runs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from match_results m using gone where m.run_id = gone.id;
  delete from score_history h using gone where h.run_id = gone.id;
  return null;
end $$;
--> statement-breakpoint
revoke all on function app_lock_results, app_drop_results_of_people, app_drop_results_of_runs from public;
--> statement-breakpoint
create trigger results_wait before delete on candidates
  for each statement execute function app_lock_results();
--> statement-breakpoint
create trigger results_go after delete on candidates referencing old table as gone
  for each statement execute function app_drop_results_of_people();
--> statement-breakpoint
-- No lock here: whoever writes results of a run holds the run's row, which a deletion waits for.
create trigger results_go after delete on match_runs referencing old table as gone
  for each statement execute function app_drop_results_of_runs();
