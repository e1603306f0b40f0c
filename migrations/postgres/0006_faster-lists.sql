DROP INDEX "problems_area";--> statement-breakpoint
CREATE INDEX "problems_demand" ON "problems" USING btree ("demand","number");--> statement-breakpoint
CREATE INDEX "problems_public_demand" ON "problems" USING btree ("public_demand","number");--> statement-breakpoint
CREATE INDEX "search_documents_noun" ON "search_documents" USING btree ("row","noun");--> statement-breakpoint
CREATE INDEX "problems_area" ON "problems" USING btree ("need_area","status");