DROP INDEX `problems_area`;--> statement-breakpoint
CREATE INDEX `problems_demand` ON `problems` (`demand`,`number`);--> statement-breakpoint
CREATE INDEX `problems_public_demand` ON `problems` (`public_demand`,`number`);--> statement-breakpoint
CREATE INDEX `problems_area` ON `problems` (`need_area`,`status`);--> statement-breakpoint
CREATE INDEX `search_documents_noun` ON `search_documents` (`row`,`noun`);