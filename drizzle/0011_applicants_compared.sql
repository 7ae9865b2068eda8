DROP INDEX "candidates_uncompared_idx";--> statement-breakpoint
ALTER TABLE "candidate_keys" DROP CONSTRAINT "candidate_keys_candidate_id_kind_key_pk";--> statement-breakpoint
ALTER TABLE "candidate_keys" ADD CONSTRAINT "candidate_keys_candidate_id_organization_id_kind_key_pk" PRIMARY KEY("candidate_id","organization_id","kind","key");--> statement-breakpoint
CREATE INDEX "candidates_uncompared_idx" ON "candidates" USING btree ("id") WHERE merged_into_id is null and compared_version_id is distinct from current_version_id;