CREATE TABLE `organisation_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`file_name` text NOT NULL,
	`rows` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
ALTER TABLE `organisations` ADD `code` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `ended_on` text;