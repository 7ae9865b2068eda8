ALTER TABLE "receipts" DROP CONSTRAINT "receipts_pair_key";--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_pair_key" ON "receipts" USING btree ("run_id","candidate_id",md5("content"));