/** The search engine that belongs to the database under test: built in with SQLite, a real Meilisearch with PostgreSQL. */
import { newId } from '../../db/kit.ts'
import { dialect, rows, transaction } from '../../db/client.ts'
import type { SearchEngine } from '../../app/domain/search/search.ts'
import { chooseSearchEngine } from '../../app/domain/search/search-engine.server.ts'
import { builtInSearch } from '../../app/integrations/search-builtin.server.ts'
import { meilisearch } from '../../app/integrations/search-meilisearch.server.ts'
import { meilisearchKey } from './meilisearch-server.ts'

/** A Meilisearch runs beside the tests (`npm test` starts one where the program is). */
export const hasMeilisearch = Boolean(process.env.TEST_MEILISEARCH)
/** With PostgreSQL and no Meilisearch nothing can be searched. */
export const canSearch = dialect === 'sqlite' || hasMeilisearch

/** An index of its own, so that test files do not meet in it. */
export const aMeilisearch = (): SearchEngine =>
  meilisearch(process.env.TEST_MEILISEARCH as string, meilisearchKey, `test-${newId()}`)

export function connectTestSearch(): void {
  chooseSearchEngine(dialect === 'sqlite' ? builtInSearch({ rows, transaction }) : aMeilisearch())
}
