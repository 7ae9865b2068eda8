CREATE TABLE "band_publications" (
	"number" integer PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"points" jsonb,
	"curve" jsonb NOT NULL,
	"decisions" integer NOT NULL,
	"published_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "bands" jsonb;--> statement-breakpoint
ALTER TABLE "band_publications" ADD CONSTRAINT "band_publications_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- By hand: what was published stays as it was; a run carries its own copy, so that nobody else reads them.
alter table band_publications enable row level security;
--> statement-breakpoint
alter table band_publications force row level security;
--> statement-breakpoint
revoke all on band_publications from public;
--> statement-breakpoint
create policy worker_all on band_publications to app_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert on band_publications to app_worker;
