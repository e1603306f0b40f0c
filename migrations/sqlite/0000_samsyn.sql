CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`problem_id` text,
	`round_id` text,
	`title` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`proposal` text DEFAULT '' NOT NULL,
	`rapporteur_id` text,
	`secret` integer DEFAULT false NOT NULL,
	`secrecy_provision` text DEFAULT '' NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rapporteur_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `agenda_items_problem` ON `agenda_items` (`problem_id`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`present` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_once` ON `attendances` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_months` real DEFAULT 0 NOT NULL,
	`sek` integer DEFAULT 0 NOT NULL,
	`competence` text,
	`note` text DEFAULT '' NOT NULL,
	`from_date` text,
	`until_date` text,
	`committed_by_id` text,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitments_decision` ON `commitments` (`decision_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`registry_number` text NOT NULL,
	`item_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`problem_id` text,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`reasons` text NOT NULL,
	`secret_passages` text NOT NULL,
	`secret` integer DEFAULT false NOT NULL,
	`secrecy_provision` text DEFAULT '' NOT NULL,
	`votes` text,
	`dissents` text NOT NULL,
	`recused` text NOT NULL,
	`participants` text NOT NULL,
	`quorum` integer NOT NULL,
	`wake_on` text,
	`wake_when` text,
	`resource_id` text,
	`effective_on` text NOT NULL,
	`review_on` text,
	`needed_months` real DEFAULT 0 NOT NULL,
	`needed_sek` integer DEFAULT 0 NOT NULL,
	`needed_competences` text NOT NULL,
	`supersedes_id` text,
	`superseded_by_id` text,
	`recorded_by_id` text,
	`decided_at` integer NOT NULL,
	`salt` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_registry_number` ON `decisions` (`registry_number`);--> statement-breakpoint
CREATE INDEX `decisions_problem` ON `decisions` (`problem_id`);--> statement-breakpoint
CREATE INDEX `decisions_meeting` ON `decisions` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `decisions_decided` ON `decisions` (`decided_at`);--> statement-breakpoint
CREATE TABLE `item_recusals` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_by_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_recusals_once` ON `item_recusals` (`item_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`body` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`starts_at` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`registry_number` text,
	`quorum` integer NOT NULL,
	`chair_id` text,
	`secretary_id` text,
	`approver_id` text,
	`pack` text,
	`pack_hash` text,
	`called_at` integer,
	`opened_at` integer,
	`minutes` text,
	`minutes_hash` text,
	`locked_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`chair_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`secretary_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approver_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_number` ON `meetings` (`body`,`number`);--> statement-breakpoint
CREATE INDEX `meetings_status` ON `meetings` (`status`,`starts_at`);--> statement-breakpoint
CREATE TABLE `event_subjects` (
	`seq` integer NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	PRIMARY KEY(`seq`, `noun`, `noun_id`),
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_subjects_noun` ON `event_subjects` (`noun`,`noun_id`,`seq`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`acting_for_id` text,
	`verb` text NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	`change` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_noun` ON `events` (`noun`,`noun_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_verb` ON `events` (`verb`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`key` text,
	`status` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`run_at` integer NOT NULL,
	`leased_until` integer,
	`progress` integer DEFAULT 0 NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`error` text,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`status`,`run_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);--> statement-breakpoint
CREATE TABLE `duplicate_links` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`original_id` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`linked_by_id` text,
	`created_at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`linked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `duplicate_links_need` ON `duplicate_links` (`need_id`);--> statement-breakpoint
CREATE INDEX `duplicate_links_original` ON `duplicate_links` (`original_id`);--> statement-breakpoint
CREATE TABLE `endorsements` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text,
	`comment` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `endorsements_once` ON `endorsements` (`need_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `endorsements_organisation` ON `endorsements` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`row_number` integer NOT NULL,
	`cells` text NOT NULL,
	`result` text,
	`problems` text NOT NULL,
	`remarked` integer DEFAULT false NOT NULL,
	`duplicate_of_id` text,
	`likeness` text,
	`choice` text,
	`organisation_id` text,
	`content_hash` text,
	`need_id` text,
	`done_at` integer,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_rows_number` ON `import_rows` (`import_id`,`row_number`);--> statement-breakpoint
CREATE INDEX `import_rows_result` ON `import_rows` (`import_id`,`result`);--> statement-breakpoint
CREATE INDEX `import_rows_content` ON `import_rows` (`content_hash`);--> statement-breakpoint
CREATE INDEX `import_rows_need` ON `import_rows` (`need_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`status` text NOT NULL,
	`headings` text NOT NULL,
	`columns` text,
	`totals` text,
	`row_count` integer NOT NULL,
	`job_id` text,
	`imported_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`imported_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_network` ON `imports` (`network_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `need_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`author_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_versions_version` ON `need_versions` (`need_id`,`version`);--> statement-breakpoint
CREATE TABLE `needs` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`registry_number` text,
	`organisation_id` text NOT NULL,
	`author_id` text,
	`network_id` text,
	`network_reference` text,
	`network_status` text,
	`network_date` text,
	`relay` text DEFAULT 'none' NOT NULL,
	`relay_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`affected` text DEFAULT '' NOT NULL,
	`consequence` text DEFAULT '' NOT NULL,
	`tried` text DEFAULT '' NOT NULL,
	`who_else` text DEFAULT '' NOT NULL,
	`domain_area` text,
	`need_area` text,
	`data_kind` text,
	`pattern` text,
	`legal_questions` text DEFAULT '' NOT NULL,
	`competences` text NOT NULL,
	`urgency` text,
	`urgency_reason` text DEFAULT '' NOT NULL,
	`eu_relevance` text DEFAULT '' NOT NULL,
	`contact_name` text DEFAULT '' NOT NULL,
	`contact_email` text DEFAULT '' NOT NULL,
	`confidentiality` integer DEFAULT 0 NOT NULL,
	`integrity` integer DEFAULT 0 NOT NULL,
	`availability` integer DEFAULT 0 NOT NULL,
	`source` text,
	`withdrawn_reason` text,
	`answer` text,
	`content_hash` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`submitted_at` integer,
	`acknowledged_at` integer,
	`answered_at` integer,
	`closed_at` integer,
	`reopened_at` integer,
	`step` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `needs_registry_number` ON `needs` (`registry_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `needs_network_reference` ON `needs` (`network_id`,`network_reference`);--> statement-breakpoint
CREATE INDEX `needs_status` ON `needs` (`status`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `needs_organisation` ON `needs` (`organisation_id`,`status`);--> statement-breakpoint
CREATE INDEX `needs_network` ON `needs` (`network_id`);--> statement-breakpoint
CREATE INDEX `needs_submitted` ON `needs` (`submitted_at`,`id`,`status`,`relay`,`confidentiality`,`need_area`,`organisation_id`,`network_id`);--> statement-breakpoint
CREATE INDEX `needs_counted` ON `needs` (`status`,`relay`,`confidentiality`,`organisation_id`,`submitted_at`,`acknowledged_at`);--> statement-breakpoint
CREATE INDEX `needs_area` ON `needs` (`need_area`,`submitted_at`,`id`,`status`,`relay`,`confidentiality`,`organisation_id`,`network_id`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`resource_id` text,
	`kind` text NOT NULL,
	`answer` text NOT NULL,
	`referred_by_id` text,
	`created_at` integer NOT NULL,
	`helped` integer,
	`reply` text DEFAULT '' NOT NULL,
	`replied_at` integer,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referred_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `referrals_need` ON `referrals` (`need_id`);--> statement-breakpoint
CREATE TABLE `follows` (
	`person_id` text NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `noun`, `noun_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follows_noun` ON `follows` (`noun`,`noun_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`seq` integer NOT NULL,
	`verb` text NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`person_id`,`seq`,`verb`,`noun_id`);--> statement-breakpoint
CREATE INDEX `notices_unread` ON `notices` (`person_id`,`read_at`,`at`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_network` ON `memberships` (`network_id`);--> statement-breakpoint
CREATE INDEX `memberships_organisation` ON `memberships` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `networks` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`description` text NOT NULL,
	`description_en` text NOT NULL,
	`keeps_backlog` integer DEFAULT false NOT NULL,
	`import_columns` text,
	`source` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `networks_key` ON `networks` (`key`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`number` text,
	`pic` text,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`kind` text NOT NULL,
	`seat` text,
	`invented` integer DEFAULT false NOT NULL,
	`source` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_key` ON `organisations` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_number` ON `organisations` (`number`);--> statement-breakpoint
CREATE INDEX `organisations_kind` ON `organisations` (`kind`);--> statement-breakpoint
CREATE TABLE `counters` (
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`series`, `year`)
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`organisation_id` text,
	`network_id` text,
	`invited_by_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_email` ON `invitations` (`email`);--> statement-breakpoint
CREATE TABLE `password_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `password_links_token` ON `password_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `password_links_person` ON `password_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`locale` text DEFAULT 'sv' NOT NULL,
	`password_hash` text,
	`demonstration` integer DEFAULT false NOT NULL,
	`introduction` text,
	`introduction_en` text,
	`created_at` integer NOT NULL,
	`deactivated_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`organisation_id` text,
	`network_id` text,
	`since` integer NOT NULL,
	`until` integer,
	`granted_by_id` text,
	`reviewed_at` integer,
	`reviewed_by_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roles_person` ON `roles` (`person_id`);--> statement-breakpoint
CREATE INDEX `roles_role` ON `roles` (`role`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer NOT NULL,
	`user_agent` text,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_attempts_key` ON `sign_in_attempts` (`key`,`at`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`assessor_id` text NOT NULL,
	`scores` text NOT NULL,
	`complete` integer DEFAULT false NOT NULL,
	`recused` integer DEFAULT false NOT NULL,
	`recusal_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_once` ON `assessments` (`round_id`,`problem_id`,`assessor_id`);--> statement-breakpoint
CREATE INDEX `assessments_assessor` ON `assessments` (`assessor_id`);--> statement-breakpoint
CREATE TABLE `round_assessors` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`finished_at` integer,
	`withdrawn_at` integer,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_assessors_once` ON `round_assessors` (`round_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `round_assessors_person` ON `round_assessors` (`person_id`);--> statement-breakpoint
CREATE TABLE `round_problems` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`position` integer NOT NULL,
	`frozen` text,
	`person_months` real DEFAULT 0 NOT NULL,
	`sek` integer DEFAULT 0 NOT NULL,
	`place` integer,
	`total` real,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_problems_once` ON `round_problems` (`round_id`,`problem_id`);--> statement-breakpoint
CREATE INDEX `round_problems_problem` ON `round_problems` (`problem_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`registry_number` text,
	`criteria` text NOT NULL,
	`top_places` integer DEFAULT 5 NOT NULL,
	`seed` integer NOT NULL,
	`samples` integer DEFAULT 10000 NOT NULL,
	`weight_spread` real DEFAULT 0.5 NOT NULL,
	`assess_by` text,
	`cap_months` real,
	`cap_sek` integer,
	`results` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`revealed_at` integer,
	`closed_at` integer,
	`published_at` integer,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_number` ON `rounds` (`number`);--> statement-breakpoint
CREATE INDEX `rounds_status` ON `rounds` (`status`);--> statement-breakpoint
CREATE TABLE `ledger` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`problem_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`entry` text NOT NULL,
	`need_ids` text NOT NULL,
	`organisation_ids` text NOT NULL,
	`other_problem_id` text,
	`before` text,
	`after` text,
	`reason` text DEFAULT '' NOT NULL,
	`undoes_id` text,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ledger_problem` ON `ledger` (`problem_id`,`seq`);--> statement-breakpoint
CREATE TABLE `problem_endorsements` (
	`id` text PRIMARY KEY NOT NULL,
	`problem_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text,
	`comment` text DEFAULT '' NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `problem_endorsements_once` ON `problem_endorsements` (`problem_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `problem_endorsements_organisation` ON `problem_endorsements` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `problem_needs` (
	`problem_id` text NOT NULL,
	`need_id` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`problem_id`, `need_id`),
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `problem_needs_need` ON `problem_needs` (`need_id`);--> statement-breakpoint
CREATE TABLE `problem_resources` (
	`problem_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`problem_id`, `resource_id`),
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `problems` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`need_area` text,
	`responsible_id` text,
	`merged_into_id` text,
	`wake_on` text,
	`wake_when` text,
	`parked_reason` text,
	`demand` integer DEFAULT 0 NOT NULL,
	`public_demand` integer DEFAULT 0 NOT NULL,
	`need_count` integer DEFAULT 0 NOT NULL,
	`public_need_count` integer DEFAULT 0 NOT NULL,
	`marks` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`responsible_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `problems_number` ON `problems` (`number`);--> statement-breakpoint
CREATE INDEX `problems_status` ON `problems` (`status`,`public_demand`);--> statement-breakpoint
CREATE INDEX `problems_area` ON `problems` (`need_area`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`fingerprint` text NOT NULL,
	`lead_need_id` text,
	`need_ids` text NOT NULL,
	`problem_id` text,
	`other_id` text,
	`title` text DEFAULT '' NOT NULL,
	`score` real NOT NULL,
	`band` text NOT NULL,
	`reasons` text NOT NULL,
	`undo` text,
	`answered_by_id` text,
	`answered_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`lead_need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestions_fingerprint` ON `suggestions` (`fingerprint`);--> statement-breakpoint
CREATE INDEX `suggestions_status` ON `suggestions` (`status`,`kind`);--> statement-breakpoint
CREATE INDEX `suggestions_lead` ON `suggestions` (`lead_need_id`);--> statement-breakpoint
CREATE INDEX `suggestions_problem` ON `suggestions` (`problem_id`);--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text,
	`description` text NOT NULL,
	`description_en` text NOT NULL,
	`access` text DEFAULT '' NOT NULL,
	`access_en` text DEFAULT '' NOT NULL,
	`confirmed_at` integer,
	`source` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resources_key` ON `resources` (`key`);--> statement-breakpoint
CREATE INDEX `resources_kind` ON `resources` (`kind`);--> statement-breakpoint
CREATE TABLE `search_documents` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`number` text,
	`status` text NOT NULL,
	`belongs_to` text DEFAULT '' NOT NULL,
	`audience` text NOT NULL,
	`path` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_thing` ON `search_documents` (`noun`,`noun_id`);--> statement-breakpoint
CREATE INDEX `search_documents_at` ON `search_documents` (`at`);