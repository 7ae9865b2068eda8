CREATE TYPE "public"."candidate_token_purpose" AS ENUM('portal', 'application', 'fact_request');--> statement-breakpoint
CREATE TYPE "public"."import_kind" AS ENUM('resumes', 'people_csv');--> statement-breakpoint
CREATE TYPE "public"."provenance" AS ENUM('parsed', 'corrected', 'answered', 'imported');--> statement-breakpoint
CREATE TYPE "public"."application_file_state" AS ENUM('none', 'waiting', 'received', 'parsed', 'failed');--> statement-breakpoint
CREATE TYPE "public"."application_state" AS ENUM('draft', 'submitted', 'taken_in');--> statement-breakpoint
CREATE TYPE "public"."contest_outcome" AS ENUM('corrected', 'upheld');--> statement-breakpoint
ALTER TYPE "public"."run_trigger" ADD VALUE 'reparse';--> statement-breakpoint
ALTER TYPE "public"."notification_event" ADD VALUE 'application_received';--> statement-breakpoint
ALTER TYPE "public"."notification_event" ADD VALUE 'application_withdrawn';--> statement-breakpoint
ALTER TYPE "public"."notification_event" ADD VALUE 'fact_answered';--> statement-breakpoint
ALTER TYPE "public"."notification_event" ADD VALUE 'contest_opened';--> statement-breakpoint
ALTER TYPE "public"."notification_event" ADD VALUE 'application_confirmed';--> statement-breakpoint
ALTER TYPE "public"."notification_event" ADD VALUE 'fact_requested';--> statement-breakpoint
ALTER TYPE "public"."notification_event" ADD VALUE 'contest_answered';--> statement-breakpoint
ALTER TYPE "public"."stage" ADD VALUE 'withdrawn';--> statement-breakpoint
CREATE TABLE "candidate_distinctions" (
	"organization_id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "candidate_distinctions_organization_id_one_id_other_id_pk" PRIMARY KEY("organization_id","one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "candidate_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"merged_by" uuid,
	"moved" jsonb NOT NULL,
	"kept_version_before" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "candidate_sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"purpose" "candidate_token_purpose" NOT NULL,
	"about_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "job_postings" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"job_version_id" uuid NOT NULL,
	"organization_name" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"search_text" text NOT NULL,
	"engagement" text[] DEFAULT '{}' NOT NULL,
	"hours_min" real,
	"hours_max" real,
	"mode" text,
	"country" text,
	"city_id" text,
	"lat" double precision,
	"lon" double precision,
	"skill_ids" text[] DEFAULT '{}' NOT NULL,
	"hourly_min_minor" integer,
	"hourly_max_minor" integer,
	"currency" text,
	"published_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_patches" (
	"organization_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"facts_hash" text NOT NULL,
	"run_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "match_patches_run_id_candidate_id_facts_hash_pk" PRIMARY KEY("run_id","candidate_id","facts_hash")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"state" "application_state" DEFAULT 'draft' NOT NULL,
	"candidate_id" uuid,
	"confirmed" boolean DEFAULT false NOT NULL,
	"file_state" "application_file_state" DEFAULT 'none' NOT NULL,
	"reason" "parse_failure",
	"blob_path" text,
	"file_name" text,
	"content_type" text,
	"size" integer,
	"sha256" text,
	"parsed" jsonb,
	"profile" jsonb,
	"draft" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"draft_revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	CONSTRAINT "applications_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "contests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"factor" text,
	"message" text NOT NULL,
	"run_id" uuid,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"outcome" "contest_outcome",
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "fact_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"score_before" integer,
	"score_after" integer
);
--> statement-breakpoint
ALTER TABLE "screening_answers" DROP CONSTRAINT "screening_answers_key";--> statement-breakpoint
DROP INDEX "candidates_email_key";--> statement-breakpoint
ALTER TABLE "import_items" ALTER COLUMN "blob_path" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "stage_events" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "email_verified_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "time_zone" text DEFAULT 'Asia/Kolkata' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "locale" text DEFAULT 'en-IN' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "muted_mails" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "import_items" ADD COLUMN "line" integer;--> statement-breakpoint
ALTER TABLE "import_items" ADD COLUMN "row" jsonb;--> statement-breakpoint
ALTER TABLE "import_items" ADD COLUMN "issues" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "kind" "import_kind" DEFAULT 'resumes' NOT NULL;--> statement-breakpoint
ALTER TABLE "resumes" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "resumes" ADD COLUMN "failed_parser_version" text;--> statement-breakpoint
ALTER TABLE "screening_answers" ADD COLUMN "number" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "screening_answers" ALTER COLUMN "number" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "screening_answers" ADD COLUMN "provenance" "provenance" DEFAULT 'imported' NOT NULL;--> statement-breakpoint
ALTER TABLE "screening_answers" ALTER COLUMN "provenance" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "screening_answers" RENAME COLUMN "updated_at" TO "answered_at";--> statement-breakpoint
ALTER TABLE "match_results" ADD COLUMN "scored_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "match_results" ALTER COLUMN "scored_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "patches" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "candidate_id" uuid;--> statement-breakpoint
ALTER TABLE "candidate_distinctions" ADD CONSTRAINT "candidate_distinctions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_distinctions" ADD CONSTRAINT "candidate_distinctions_one_id_candidates_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_distinctions" ADD CONSTRAINT "candidate_distinctions_other_id_candidates_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_merges" ADD CONSTRAINT "candidate_merges_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_merges" ADD CONSTRAINT "candidate_merges_kept_id_candidates_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_merges" ADD CONSTRAINT "candidate_merges_merged_id_candidates_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_merges" ADD CONSTRAINT "candidate_merges_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_sessions" ADD CONSTRAINT "candidate_sessions_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_tokens" ADD CONSTRAINT "candidate_tokens_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_postings" ADD CONSTRAINT "job_postings_organization_id_job_id_jobs_organization_id_id_fk" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."jobs"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_patches" ADD CONSTRAINT "match_patches_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_patches" ADD CONSTRAINT "match_patches_organization_id_run_id_match_runs_organization_id_id_fk" FOREIGN KEY ("organization_id","run_id") REFERENCES "public"."match_runs"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organization_id_job_id_jobs_organization_id_id_fk" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."jobs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_organization_id_job_id_jobs_organization_id_id_fk" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."jobs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_requests" ADD CONSTRAINT "fact_requests_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_requests" ADD CONSTRAINT "fact_requests_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_requests" ADD CONSTRAINT "fact_requests_organization_id_job_id_jobs_organization_id_id_fk" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."jobs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_merges_kept_idx" ON "candidate_merges" USING btree ("organization_id","kept_id");--> statement-breakpoint
CREATE INDEX "candidate_sessions_candidate_idx" ON "candidate_sessions" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "candidate_tokens_candidate_idx" ON "candidate_tokens" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "job_postings_published_idx" ON "job_postings" USING btree ("published_at","job_id");--> statement-breakpoint
CREATE INDEX "job_postings_skills_idx" ON "job_postings" USING gin ("skill_ids");--> statement-breakpoint
CREATE INDEX "job_postings_search_idx" ON "job_postings" USING gin (to_tsvector('simple', "search_text"));--> statement-breakpoint
CREATE INDEX "applications_candidate_idx" ON "applications" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "applications_drafts_idx" ON "applications" USING btree ("updated_at") WHERE state = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "contests_open_key" ON "contests" USING btree ("job_id","candidate_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "contests_candidate_idx" ON "contests" USING btree ("candidate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "fact_requests_open_key" ON "fact_requests" USING btree ("job_id","candidate_id","question_id") WHERE answered_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "fact_requests_candidate_idx" ON "fact_requests" USING btree ("candidate_id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "resumes_parser_idx" ON "resumes" USING btree ("parser_version","id");--> statement-breakpoint
CREATE INDEX "resumes_candidate_idx" ON "resumes" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "notifications_candidate_idx" ON "notifications" USING btree ("candidate_id","channel","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "candidates_email_key" ON "candidates" USING btree (coalesce("organization_id", '00000000-0000-0000-0000-000000000000'::uuid),"email") WHERE email is not null and merged_into_id is null;--> statement-breakpoint
ALTER TABLE "screening_answers" ADD CONSTRAINT "screening_answers_key" UNIQUE("job_id","candidate_id","question_id","number");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_one_recipient" CHECK (num_nonnulls(user_id, candidate_id) = 1);