CREATE INDEX "match_runs_created_idx" ON "match_runs" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "score_history_run_idx" ON "score_history" USING btree ("run_id");