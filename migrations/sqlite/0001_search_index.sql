-- The built-in search engine: full text over tokens that app/integrations/search has normalised for Swedish.
-- The row id is that of search_documents; the engine writes both in one transaction.
CREATE VIRTUAL TABLE search_index USING fts5(title, body, number, audience, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3 4');--> statement-breakpoint
CREATE VIRTUAL TABLE search_words USING fts5vocab(search_index, row);
