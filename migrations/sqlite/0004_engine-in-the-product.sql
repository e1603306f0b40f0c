CREATE TABLE `strictness_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`offset` real NOT NULL,
	`reason` text NOT NULL,
	`set_by_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`set_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `strictness_settings_at` ON `strictness_settings` (`created_at`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`concept` text NOT NULL,
	`sv` text NOT NULL,
	`en` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`changed_by_id` text,
	`changed_at` integer,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_concept` ON `terms` (`concept`);--> statement-breakpoint
CREATE TABLE `text_vectors` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`text_id` text NOT NULL,
	`hash` text NOT NULL,
	`model` text NOT NULL,
	`vector` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `text_vectors_text` ON `text_vectors` (`text_id`);--> statement-breakpoint
CREATE INDEX `text_vectors_hash` ON `text_vectors` (`hash`,`model`);--> statement-breakpoint
ALTER TABLE `suggestions` ADD `group_id` text;