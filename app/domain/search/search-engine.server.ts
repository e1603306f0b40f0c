import type { SearchEngine } from './search.ts'

const kept = globalThis as { samsynSearchEngine?: SearchEngine }

/** The process says which engine it uses when it starts: the domain knows the port and not the engines. */
export function chooseSearchEngine(engine: SearchEngine): void {
  kept.samsynSearchEngine = engine
}

export function searchEngine(): SearchEngine {
  if (!kept.samsynSearchEngine) throw new Error('No search engine has been connected')
  return kept.samsynSearchEngine
}
