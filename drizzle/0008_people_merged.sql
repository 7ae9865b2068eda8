CREATE TYPE "public"."identity_key_kind" AS ENUM('email', 'phone', 'resume', 'work', 'name_city');--> statement-breakpoint
CREATE TYPE "public"."pair_strength" AS ENUM('strong', 'likely');--> statement-breakpoint
CREATE TABLE "candidate_keys" (
	"organization_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"kind" "identity_key_kind" NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "candidate_keys_candidate_id_kind_key_pk" PRIMARY KEY("candidate_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "candidate_pairs" (
	"organization_id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"strength" "pair_strength" NOT NULL,
	"evidence" text[] NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "candidate_pairs_organization_id_one_id_other_id_pk" PRIMARY KEY("organization_id","one_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "candidate_merges" ADD COLUMN "merged_candidacies" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate_merges" ADD COLUMN "merged_screening" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate_merges" ADD COLUMN "kept_version_after" uuid;--> statement-breakpoint
ALTER TABLE "candidate_merges" ADD COLUMN "undone_by" uuid;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "compared_version_id" uuid;--> statement-breakpoint
ALTER TABLE "candidate_keys" ADD CONSTRAINT "candidate_keys_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_pairs" ADD CONSTRAINT "candidate_pairs_one_id_candidates_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_pairs" ADD CONSTRAINT "candidate_pairs_other_id_candidates_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_keys_idx" ON "candidate_keys" USING btree ("organization_id","kind","key","candidate_id");--> statement-breakpoint
CREATE INDEX "candidate_pairs_other_idx" ON "candidate_pairs" USING btree ("other_id");--> statement-breakpoint
ALTER TABLE "candidate_merges" ADD CONSTRAINT "candidate_merges_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_merges_standing_key" ON "candidate_merges" USING btree ("merged_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "candidates_uncompared_idx" ON "candidates" USING btree ("id") WHERE organization_id is not null and merged_into_id is null and compared_version_id is distinct from current_version_id;--> statement-breakpoint
CREATE INDEX "candidates_merged_idx" ON "candidates" USING btree ("merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
-- By hand: what is found of the organisation's own people is its own; only workers compare them.
do $$
declare t text;
begin
  foreach t in array array['candidate_keys', 'candidate_pairs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy worker_all on %I to app_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to app_worker', t);
    execute format(
      'create policy member_own on %I to app_member using (organization_id = (select app_org())) with check (organization_id = (select app_org()))', t);
  end loop;
end $$;
--> statement-breakpoint
grant select on candidate_pairs to app_member;
--> statement-breakpoint
-- Whoever was found to be another person is scored no more; answers to a job's questions go with the person.
grant delete on candidate_features to app_member;
--> statement-breakpoint
grant update (candidate_id) on screening_answers to app_member;
