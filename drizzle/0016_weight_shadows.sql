CREATE TABLE "shadow_results" (
	"organization_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"shadow_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"match_group" "match_group" NOT NULL,
	"expected" integer NOT NULL,
	"band" "band" NOT NULL,
	CONSTRAINT "shadow_results_run_id_shadow_id_candidate_id_pk" PRIMARY KEY("run_id","shadow_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "shadow_runs" (
	"organization_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"shadow_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"people" integer NOT NULL,
	"moved" integer NOT NULL,
	"displaced" integer NOT NULL,
	"into_strong" integer NOT NULL,
	"out_of_strong" integer NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shadow_runs_run_id_shadow_id_pk" PRIMARY KEY("run_id","shadow_id")
);
--> statement-breakpoint
CREATE TABLE "weight_shadows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"set_hash" text NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "shadow_results" ADD CONSTRAINT "shadow_results_shadow_id_weight_shadows_id_fk" FOREIGN KEY ("shadow_id") REFERENCES "public"."weight_shadows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_results" ADD CONSTRAINT "shadow_results_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_results" ADD CONSTRAINT "shadow_results_organization_id_run_id_match_runs_organization_id_id_fk" FOREIGN KEY ("organization_id","run_id") REFERENCES "public"."match_runs"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_runs" ADD CONSTRAINT "shadow_runs_shadow_id_weight_shadows_id_fk" FOREIGN KEY ("shadow_id") REFERENCES "public"."weight_shadows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_runs" ADD CONSTRAINT "shadow_runs_organization_id_run_id_match_runs_organization_id_id_fk" FOREIGN KEY ("organization_id","run_id") REFERENCES "public"."match_runs"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_shadows" ADD CONSTRAINT "weight_shadows_set_hash_weight_sets_hash_fk" FOREIGN KEY ("set_hash") REFERENCES "public"."weight_sets"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_shadows" ADD CONSTRAINT "weight_shadows_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_shadows" ADD CONSTRAINT "weight_shadows_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shadow_runs_shadow_idx" ON "shadow_runs" USING btree ("shadow_id","scored_at");--> statement-breakpoint
CREATE UNIQUE INDEX "weight_shadows_one" ON "weight_shadows" USING btree ((ended_at is null)) WHERE ended_at is null;--> statement-breakpoint
-- By hand: a shadow is shown to nobody, so only workers read it.
do $$
declare t text;
begin
  foreach t in array array['weight_shadows', 'shadow_runs', 'shadow_results'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy worker_all on %I to app_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to app_worker', t);
  end loop;
end $$;
