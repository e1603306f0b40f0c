CREATE TABLE "theme_problems" (
	"problem_id" text PRIMARY KEY NOT NULL,
	"theme_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text PRIMARY KEY NOT NULL,
	"label" jsonb NOT NULL,
	"making" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "theme_problems" ADD CONSTRAINT "theme_problems_problem_id_problems_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_problems" ADD CONSTRAINT "theme_problems_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "theme_problems_theme" ON "theme_problems" USING btree ("theme_id");