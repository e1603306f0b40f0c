/** Meilisearch as the search engine, for installations of several processes. Source: https://www.meilisearch.com/docs */
import {
  type EnqueuedTaskPromise,
  type FederatedMultiSearchParams,
  Meilisearch,
  MeilisearchApiError,
  type Settings,
} from 'meilisearch'
import type { SearchAnswer, SearchDocument, SearchEngine, SearchNoun, SearchRequest } from '../domain/search/search.ts'
import { indexTokens, searchWords, withSwedishLetters } from '../domain/search/search-words.ts'

interface Stored extends Omit<SearchDocument, 'at'> {
  id: string
  at: number
  /** Words as the built-in engine holds them too, each with its Swedish stem. These are searched, not the texts. */
  titleWords: string
  bodyWords: string
  numberWords: string
}
type Hit = Omit<SearchAnswer['hits'][number], 'at'> & { at: number }

const requestLimitMs = 5_000
const task = { timeout: 60_000, interval: 20 }

const shown = ['noun', 'nounId', 'title', 'body', 'number', 'status', 'path', 'at'] as const

const settings: Settings = {
  // A number is meant when it is written, a title says more than a passage.
  searchableAttributes: ['numberWords', 'titleWords', 'bodyWords'],
  filterableAttributes: ['audience', 'noun'],
  localizedAttributes: [{ attributePatterns: ['*Words'], locales: ['swe'] }],
  rankingRules: ['words', 'typo', 'attribute', 'proximity', 'exactness', 'at:desc'],
  sortableAttributes: ['at'],
  // Short Swedish words are too alike for a letter to be let pass, and a number is that number.
  typoTolerance: { minWordSizeForTypos: { oneTypo: 6, twoTypos: 10 }, disableOnNumbers: true },
  // Pages go on past the thousandth hit.
  pagination: { maxTotalHits: 50_000 },
}

/**
 * @param host address of the server, such as http://127.0.0.1:7700
 * @param indexName one index for each installation that shares the server
 * @throws when the server does not answer; callers show that search is down and go on
 */
export function meilisearch(host: string, apiKey?: string, indexName = 'samsyn'): SearchEngine {
  const client = new Meilisearch({ host, apiKey, timeout: requestLimitMs })
  const index = client.index<Stored>(indexName)
  const query = { indexUid: indexName, locales: ['swe' as const], matchingStrategy: 'all' as const }
  let prepared: Promise<void> | undefined

  return {
    async put(documents) {
      await ready()
      await done(index.addDocuments(documents.map(storedOf)))
    },
    async remove(noun, nounIds) {
      await ready()
      await done(index.deleteDocuments(nounIds.map((nounId) => idOf(noun, nounId))))
    },
    async clear() {
      await ready()
      await done(index.deleteAllDocuments())
    },
    search: (request) =>
      search(request).catch((error) => {
        // Nothing has been put yet.
        if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return nothing
        throw error
      }),
    isHealthy() {
      // The server tells everyone that it is well, also those whose key it refuses.
      return client.getIndexes({ limit: 0 }).then(
        () => true,
        () => false,
      )
    },
  }

  function ready(): Promise<void> {
    prepared ??= prepare().catch((error) => {
      prepared = undefined
      throw error
    })
    return prepared
  }

  /** Makes the index and its settings before the first write. Several processes may do so at once. */
  async function prepare(): Promise<void> {
    const made = await client.createIndex(indexName, { primaryKey: 'id' }).waitTask(task)
    if (made.error && made.error.code !== 'index_already_exists') throw new Error(made.error.message)
    await done(index.updateSettings(settings))
  }

  async function search({ words, audience, noun, limit, offset }: SearchRequest): Promise<SearchAnswer> {
    const seen = `audience IN [${audience.map((token) => JSON.stringify(token)).join(', ')}]`
    const queries = queriesOf(words)
    if (queries.length === 0) return nothing
    const asked = queries.map((q) => ({ ...query, q }))
    const ofNoun = noun ? `${seen} AND noun = ${JSON.stringify(noun)}` : seen
    const [found, counted] = await Promise.all([
      client.multiSearch<FederatedMultiSearchParams, Hit>({
        federation: { limit, offset },
        queries: asked.map((one) => ({ ...one, filter: ofNoun, attributesToRetrieve: [...shown] })),
      }),
      client.multiSearch({
        federation: { limit: 0, facetsByIndex: { [indexName]: ['noun'] } },
        queries: asked.map((one) => ({ ...one, filter: seen })),
      }),
    ])
    const counts = (counted.facetsByIndex?.[indexName]?.distribution.noun ?? {}) as Partial<Record<SearchNoun, number>>
    return {
      hits: found.hits.map(({ _federation, at, ...hit }) => ({ ...hit, at: new Date(at) })),
      counts,
      meant: Object.keys(counts).length === 0 ? await correct(words, seen) : null,
    }
  }

  /** The server lets a wrong letter pass, though not at the beginning of a word, where å, ä and ö are often left out. */
  async function correct(words: string, seen: string): Promise<string | null> {
    const texts = withSwedishLetters(words)
    if (texts.length === 0) return null
    const { results } = await client.multiSearch({
      queries: texts.map((q) => ({ ...query, q, filter: seen, limit: 1, attributesToRetrieve: ['nounId'] })),
    })
    return texts.find((_, at) => (results[at]?.hits.length ?? 0) > 0) ?? null
  }
}

const nothing: SearchAnswer = { hits: [], counts: {}, meant: null }

/** A write that the server has taken is not done until its task is: one that fails is said here. */
async function done(enqueued: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await enqueued.waitTask(task)
  if (status !== 'succeeded') throw new Error(`Meilisearch: ${error?.message ?? status}`)
}

const idOf = (noun: SearchNoun, nounId: string) => `${noun}_${nounId}`

function storedOf(document: SearchDocument): Stored {
  return {
    ...document,
    id: idOf(document.noun, document.nounId),
    at: document.at.getTime(),
    titleWords: indexTokens(document.title),
    bodyWords: indexTokens([document.body, ...document.otherNames].join(' ')),
    numberWords: indexTokens(document.number ?? ''),
  }
}

/** The last word may be half typed, or a whole word in another form: a query for each, whose hits are put together. */
function queriesOf(words: string): string[] {
  const asked = searchWords(words)
  if (asked.length === 0) return []
  const before = asked.filter(({ prefix }) => !prefix).map(({ stem }) => stem)
  const last = asked.filter(({ prefix }) => prefix)
  const begun = [...before, ...last.map(({ form }) => form)].join(' ')
  const whole = [...before, ...last.map(({ stem }) => `"${stem}"`)].join(' ')
  return [begun, whole]
}
