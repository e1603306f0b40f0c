/** Meilisearch as the search engine, for installations of several processes. Source: https://www.meilisearch.com/docs */
import { Meilisearch } from 'meilisearch'
import type { SearchAnswer, SearchDocument, SearchEngine, SearchNoun, SearchRequest } from '../domain/search/search.ts'
import { indexTokens, searchWords } from '../domain/search/search-words.ts'

interface Stored extends Omit<SearchDocument, 'at'> {
  id: string
  at: number
  /** Swedish stems, so that inflected forms find each other. */
  stems: string
}

const indexName = process.env.MEILI_INDEX ?? 'samsyn'
const taskLimitMs = 30_000

/**
 * @param host address of the server, such as http://127.0.0.1:7700
 * @throws when the server does not answer; callers show that search is down and go on
 */
export function meilisearch(host: string, apiKey?: string): SearchEngine {
  const client = new Meilisearch({ host, apiKey, timeout: 5000 })
  const index = client.index<Stored>(indexName)
  let prepared: Promise<void> | undefined
  const ready = () => {
    prepared ??= prepare().catch((error) => {
      prepared = undefined
      throw error
    })
    return prepared
  }

  async function prepare() {
    await client.createIndex(indexName, { primaryKey: 'id' }).waitTask({ timeout: taskLimitMs })
    await index
      .updateSettings({
        searchableAttributes: ['title', 'number', 'body', 'belongsTo', 'stems'],
        filterableAttributes: ['audience', 'noun'],
        localizedAttributes: [{ attributePatterns: ['*'], locales: ['swe', 'eng'] }],
      })
      .waitTask({ timeout: taskLimitMs })
  }

  async function search({ words, audience, noun, limit, offset }: SearchRequest): Promise<SearchAnswer> {
    await ready()
    const seen = `audience IN [${audience.map((token) => JSON.stringify(token)).join(', ')}]`
    const stems = searchWords(words).map(({ stem, form, prefix }) => (prefix ? form : stem))
    const options = { matchingStrategy: 'all' as const, facets: ['noun'] }
    const page = { limit, offset, filter: noun ? `${seen} AND noun = ${JSON.stringify(noun)}` : seen }
    const { results } = await client.multiSearch({
      queries: [
        { indexUid: indexName, q: stems.join(' '), ...options, ...page },
        { indexUid: indexName, q: stems.join(' '), ...options, filter: seen, limit: 0 },
      ],
    })
    const [found, all] = results
    return {
      hits: ((found?.hits ?? []) as unknown as Stored[]).map(({ id: _, stems: __, audience: ___, at, ...hit }) => ({
        ...hit,
        at: new Date(at),
      })),
      counts: (all?.facetDistribution?.noun ?? {}) as Partial<Record<SearchNoun, number>>,
      meant: null,
    }
  }

  return {
    async put(documents) {
      await ready()
      const stored = documents.map((document) => ({
        ...document,
        id: `${document.noun}_${document.nounId}`,
        at: document.at.getTime(),
        stems: indexTokens(`${document.title} ${document.body}`),
      }))
      await index.addDocuments(stored).waitTask({ timeout: taskLimitMs })
    },
    async remove(noun, nounIds) {
      await ready()
      await index.deleteDocuments(nounIds.map((nounId) => `${noun}_${nounId}`)).waitTask({ timeout: taskLimitMs })
    },
    search,
    isHealthy: () => client.isHealthy(),
  }
}
