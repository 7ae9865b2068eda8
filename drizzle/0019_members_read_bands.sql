-- The meter of a draft tells who would be at least Good, which begins where it was published last.
create policy member_read on band_publications for select to app_member using (true);
--> statement-breakpoint
grant select (number, points) on band_publications to app_member;
