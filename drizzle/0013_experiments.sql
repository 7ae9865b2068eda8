CREATE TYPE "public"."experiment_arm" AS ENUM('control', 'treatment', 'both');--> statement-breakpoint
CREATE TYPE "public"."experiment_metric" AS ENUM('credit', 'precision', 'ndcg', 'acceptance', 'speed');--> statement-breakpoint
CREATE TYPE "public"."experiment_state" AS ENUM('draft', 'running', 'stopped', 'promoted', 'rolled_back');--> statement-breakpoint
CREATE TYPE "public"."experiment_unit" AS ENUM('job', 'interleaving');--> statement-breakpoint
CREATE TABLE "experiment_assignments" (
	"organization_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"arm" "experiment_arm" NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"churn" integer,
	CONSTRAINT "experiment_assignments_experiment_id_job_id_pk" PRIMARY KEY("experiment_id","job_id")
);
--> statement-breakpoint
CREATE TABLE "experiment_exposures" (
	"organization_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"arm" "experiment_arm" NOT NULL,
	"position" integer NOT NULL,
	"band" "band" NOT NULL,
	"patch" integer NOT NULL,
	"shown_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "experiment_exposures_experiment_id_run_id_candidate_id_pk" PRIMARY KEY("experiment_id","run_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "experiments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"unit" "experiment_unit" NOT NULL,
	"metric" "experiment_metric" NOT NULL,
	"control_hash" text NOT NULL,
	"treatment_hash" text NOT NULL,
	"minimum_effect" integer NOT NULL,
	"spread" integer NOT NULL,
	"planned" integer NOT NULL,
	"window_days" integer NOT NULL,
	"state" "experiment_state" DEFAULT 'draft' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	"stop_reason" text,
	"decided_at" timestamp (3) with time zone,
	"decision_reason" text
);
--> statement-breakpoint
ALTER TABLE "experiment_assignments" ADD CONSTRAINT "experiment_assignments_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_assignments" ADD CONSTRAINT "experiment_assignments_organization_id_job_id_jobs_organization_id_id_fk" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."jobs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_exposures" ADD CONSTRAINT "experiment_exposures_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_exposures" ADD CONSTRAINT "experiment_exposures_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_exposures" ADD CONSTRAINT "experiment_exposures_organization_id_job_id_jobs_organization_id_id_fk" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."jobs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_control_hash_weight_sets_hash_fk" FOREIGN KEY ("control_hash") REFERENCES "public"."weight_sets"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_treatment_hash_weight_sets_hash_fk" FOREIGN KEY ("treatment_hash") REFERENCES "public"."weight_sets"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiment_exposures_job_idx" ON "experiment_exposures" USING btree ("experiment_id","job_id");--> statement-breakpoint
CREATE UNIQUE INDEX "experiments_running_key" ON "experiments" USING btree ("state") WHERE state = 'running';--> statement-breakpoint
-- By hand: a list is remembered in the transaction of the member who reads it; of an experiment they may know which sets it compares.
do $$
declare t text;
begin
  foreach t in array array['experiments', 'experiment_assignments', 'experiment_exposures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy worker_all on %I to app_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to app_worker', t);
  end loop;
  foreach t in array array['experiment_assignments', 'experiment_exposures'] loop
    execute format(
      'create policy member_own on %I to app_member using (organization_id = (select app_org())) with check (organization_id = (select app_org()))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy member_read on experiments for select to app_member using (state = 'running');
--> statement-breakpoint
grant select (id, unit, control_hash, treatment_hash, state, started_at) on experiments to app_member;
--> statement-breakpoint
grant select, insert, update (shown_at, churn) on experiment_assignments to app_member;
--> statement-breakpoint
grant select, insert, update (position, band, patch), delete on experiment_exposures to app_member;
