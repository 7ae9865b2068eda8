ALTER TABLE "match_patches" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "match_patches" CASCADE;--> statement-breakpoint
DROP INDEX "match_results_rank_idx";--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "patch" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "floors" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "match_results_order_idx" ON "match_results" USING btree ("run_id","match_group","expected" DESC NULLS FIRST,"tie_break");--> statement-breakpoint
ALTER TABLE "match_results" DROP COLUMN "rank";