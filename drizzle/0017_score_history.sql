CREATE TABLE "score_history" (
	"organization_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"patch" integer NOT NULL,
	"candidate_version_id" uuid NOT NULL,
	"match_group" "match_group" NOT NULL,
	"expected" integer NOT NULL,
	"low" integer NOT NULL,
	"high" integer NOT NULL,
	"position" integer NOT NULL,
	"factors" "bytea" NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "score_history_job_id_candidate_id_run_id_patch_pk" PRIMARY KEY("job_id","candidate_id","run_id","patch")
);
--> statement-breakpoint
ALTER TABLE "score_history" ADD CONSTRAINT "score_history_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_history" ADD CONSTRAINT "score_history_organization_id_job_id_jobs_organization_id_id_fk" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."jobs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_history" ADD CONSTRAINT "score_history_organization_id_run_id_match_runs_organization_id_id_fk" FOREIGN KEY ("organization_id","run_id") REFERENCES "public"."match_runs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "score_history_pair_idx" ON "score_history" USING btree ("job_id","candidate_id","until" DESC NULLS LAST);--> statement-breakpoint
-- By hand: a member sees the history of its own organisation's rankings; only workers write it.
alter table score_history enable row level security;
--> statement-breakpoint
alter table score_history force row level security;
--> statement-breakpoint
revoke all on score_history from public;
--> statement-breakpoint
create policy worker_all on score_history to app_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, delete on score_history to app_worker;
--> statement-breakpoint
create policy member_own on score_history for select to app_member using (organization_id = (select app_org()));
--> statement-breakpoint
grant select on score_history to app_member;
