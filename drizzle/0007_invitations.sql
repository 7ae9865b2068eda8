CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" "member_role" NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_key" ON "invitations" USING btree ("organization_id","email") WHERE "invitations"."accepted_at" is null and "invitations"."revoked_at" is null;--> statement-breakpoint
alter table invitations enable row level security;
--> statement-breakpoint
alter table invitations force row level security;
--> statement-breakpoint
revoke all on invitations from public;
--> statement-breakpoint
alter table invitations add constraint invitations_email_lower check (email = lower(email));
--> statement-breakpoint
create policy worker_all on invitations to app_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on invitations to app_worker;
--> statement-breakpoint
-- A link is opened before any organisation is known.
create policy auth_all on invitations to app_auth using (true) with check (true);
--> statement-breakpoint
grant select, update on invitations to app_auth;
--> statement-breakpoint
create policy member_own on invitations to app_member
  using (organization_id = (select app_org())) with check (organization_id = (select app_org()));
--> statement-breakpoint
grant select, insert, update (revoked_at) on invitations to app_member;
--> statement-breakpoint
-- Owners change roles and take members out; who joins does so by an invitation.
create policy member_change on memberships for update to app_member
  using (organization_id = (select app_org())) with check (organization_id = (select app_org()));
--> statement-breakpoint
create policy member_remove on memberships for delete to app_member using (organization_id = (select app_org()));
--> statement-breakpoint
grant update (role), delete on memberships to app_member;
--> statement-breakpoint
grant delete on memberships to app_auth;
