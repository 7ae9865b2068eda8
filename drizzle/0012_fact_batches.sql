ALTER TABLE "fact_requests" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
UPDATE "fact_requests" SET "batch_id" = "id";--> statement-breakpoint
ALTER TABLE "fact_requests" ALTER COLUMN "batch_id" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "fact_requests_batch_idx" ON "fact_requests" USING btree ("batch_id");
