CREATE TABLE "ranking_visits" (
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"before_run_id" uuid NOT NULL,
	"before_patches" integer NOT NULL,
	"before_newest" timestamp (3) with time zone,
	"before_at" timestamp (3) with time zone NOT NULL,
	"seen_run_id" uuid NOT NULL,
	"seen_patches" integer NOT NULL,
	"seen_newest" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ranking_visits_user_id_job_id_pk" PRIMARY KEY("user_id","job_id")
);
--> statement-breakpoint
ALTER TABLE "ranking_visits" ADD CONSTRAINT "ranking_visits_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranking_visits" ADD CONSTRAINT "ranking_visits_organization_id_job_id_jobs_organization_id_id_fk" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."jobs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranking_visits" ADD CONSTRAINT "ranking_visits_organization_id_before_run_id_match_runs_organization_id_id_fk" FOREIGN KEY ("organization_id","before_run_id") REFERENCES "public"."match_runs"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranking_visits" ADD CONSTRAINT "ranking_visits_organization_id_seen_run_id_match_runs_organization_id_id_fk" FOREIGN KEY ("organization_id","seen_run_id") REFERENCES "public"."match_runs"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ranking_visits_job_idx" ON "ranking_visits" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "ranking_visits_before_idx" ON "ranking_visits" USING btree ("before_run_id");--> statement-breakpoint
CREATE INDEX "ranking_visits_seen_idx" ON "ranking_visits" USING btree ("seen_run_id");--> statement-breakpoint
-- By hand: a member reaches their own visits to their organisation's jobs, and nobody else's.
alter table ranking_visits enable row level security;
--> statement-breakpoint
alter table ranking_visits force row level security;
--> statement-breakpoint
revoke all on ranking_visits from public;
--> statement-breakpoint
create policy worker_all on ranking_visits to app_worker using (true) with check (true);
--> statement-breakpoint
grant select, delete on ranking_visits to app_worker;
--> statement-breakpoint
create policy member_own on ranking_visits to app_member
  using (organization_id = (select app_org()) and user_id = (select app_user()))
  with check (organization_id = (select app_org()) and user_id = (select app_user()));
--> statement-breakpoint
grant select, insert, update on ranking_visits to app_member;
