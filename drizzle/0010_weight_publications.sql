ALTER TYPE "public"."run_trigger" ADD VALUE 'weights';--> statement-breakpoint
CREATE TABLE "weight_drafts" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"factors" jsonb NOT NULL,
	"over_number" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "weight_drafts_one" CHECK ("weight_drafts"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "weight_publications" (
	"number" integer PRIMARY KEY NOT NULL,
	"set_hash" text NOT NULL,
	"published_by" uuid,
	"reason" text NOT NULL,
	"jobs" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "weight_drafts" ADD CONSTRAINT "weight_drafts_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_publications" ADD CONSTRAINT "weight_publications_set_hash_weight_sets_hash_fk" FOREIGN KEY ("set_hash") REFERENCES "public"."weight_sets"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_publications" ADD CONSTRAINT "weight_publications_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- By hand: what was published stays as it was; members read which sets there are, not who published them or why.
do $$
declare t text;
begin
  foreach t in array array['weight_publications', 'weight_drafts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy worker_all on %I to app_worker using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert on weight_publications to app_worker;
--> statement-breakpoint
grant select, insert, update, delete on weight_drafts to app_worker;
--> statement-breakpoint
revoke update, delete on weight_sets from app_worker;
--> statement-breakpoint
create policy member_read on weight_publications for select to app_member using (true);
--> statement-breakpoint
grant select (number, set_hash, published_at) on weight_publications to app_member;
