import { dialect, rows, transaction } from '../../db/client.ts'
import { chooseSearchEngine } from '../domain/search/search-engine.server.ts'
import { builtInSearch } from '../integrations/search-builtin.server.ts'
import { meilisearch } from '../integrations/search-meilisearch.server.ts'

/** Something that the environment has to say is not said. The message says what. */
export class NotConfigured extends Error {}

/** Chooses the search engine: Meilisearch where one is configured, else the built-in one, which needs SQLite. */
export function connectSearch(env: NodeJS.ProcessEnv = process.env): void {
  chooseSearchEngine(env.MEILI_HOST ? meilisearch(env.MEILI_HOST, env.MEILI_KEY, env.MEILI_INDEX) : builtIn())
}

function builtIn() {
  if (dialect === 'postgres')
    throw new NotConfigured(
      'With PostgreSQL, search needs Meilisearch: set MEILI_HOST (and MEILI_KEY). See the README, "Operate".',
    )
  return builtInSearch({ rows, transaction })
}
