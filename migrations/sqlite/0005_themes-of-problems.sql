CREATE TABLE `theme_problems` (
	`problem_id` text PRIMARY KEY NOT NULL,
	`theme_id` text NOT NULL,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `theme_problems_theme` ON `theme_problems` (`theme_id`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`making` integer NOT NULL,
	`made_at` integer NOT NULL
);
