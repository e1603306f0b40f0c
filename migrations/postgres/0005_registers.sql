CREATE TABLE "organisation_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "ended_on" text;