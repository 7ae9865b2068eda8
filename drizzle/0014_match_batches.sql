CREATE TABLE "match_batch_changes" (
	"batch_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	CONSTRAINT "match_batch_changes_batch_id_candidate_id_pk" PRIMARY KEY("batch_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "match_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"trigger" "run_trigger" NOT NULL,
	"state" "run_state" DEFAULT 'queued' NOT NULL,
	"time_zone" text NOT NULL,
	"day" text NOT NULL,
	"jobs" integer DEFAULT 0 NOT NULL,
	"groups" integer DEFAULT 0 NOT NULL,
	"shards" integer DEFAULT 0 NOT NULL,
	"stalls" integer DEFAULT 0 NOT NULL,
	"messages" integer DEFAULT 0 NOT NULL,
	"error" text,
	"traceparent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "match_parts" (
	"batch_id" uuid NOT NULL,
	"job_group" integer NOT NULL,
	"shard" integer NOT NULL,
	"after_id" uuid,
	"up_to_id" uuid,
	"done_at" timestamp (3) with time zone,
	"pairs" bigint DEFAULT 0 NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"work_ms" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "match_parts_batch_id_job_group_shard_pk" PRIMARY KEY("batch_id","job_group","shard")
);
--> statement-breakpoint
-- By hand: rows of before keep their JSON text, which the reader knows by its bracket.
ALTER TABLE "match_results" ALTER COLUMN "factors" SET DATA TYPE bytea USING convert_to("factors"::text, 'UTF8');--> statement-breakpoint
ALTER TABLE "match_results" ALTER COLUMN "gates" SET DATA TYPE bytea USING convert_to("gates"::text, 'UTF8');--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "job_group" integer;--> statement-breakpoint
ALTER TABLE "match_batch_changes" ADD CONSTRAINT "match_batch_changes_batch_id_match_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."match_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_batch_changes" ADD CONSTRAINT "match_batch_changes_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_parts" ADD CONSTRAINT "match_parts_batch_id_match_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."match_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "match_batches_night_key" ON "match_batches" USING btree ("time_zone","day") WHERE trigger = 'nightly';--> statement-breakpoint
CREATE INDEX "match_batches_created_idx" ON "match_batches" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_batch_id_match_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."match_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_runs_batch_idx" ON "match_runs" USING btree ("batch_id","job_group") WHERE batch_id is not null;--> statement-breakpoint
-- By hand: batches belong to no organisation; workers alone reach them.
do $$
declare t text;
begin
  foreach t in array array['match_batches', 'match_parts', 'match_batch_changes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy worker_all on %I to app_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to app_worker', t);
  end loop;
end $$;
