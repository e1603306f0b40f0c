import type {
  EngineOptions,
  EngineState,
  EngineText,
  Group,
  GroupOptions,
  Pair,
  PlaceOptions,
  Placement,
  Query,
  Similar,
  SimilarOptions,
} from './engine.ts'
import { EngineThread } from './engine-thread.ts'

export { SimilarityRestarted, SimilarityTimeout } from './engine-thread.ts'

export interface SimilarityOptions extends EngineOptions {
  /**
   * Every text there is, in batches, with the version they are of. Read at start and again whenever a thread had to be
   * started anew. Without it the engine starts empty, and is empty after a crash.
   */
  load?: () => AsyncIterable<{ texts: readonly EngineText[]; version?: number }>
  /** Called after each batch of a load with the number of texts so far, and once with `done`. */
  onProgress?: (progress: { loaded: number; done: boolean }) => void
  /** Called when loading fails; the engine goes on with what it has. */
  onError?: (error: unknown) => void
  /** Milliseconds a question may take. Default 5 000. */
  timeout?: number
  /** Milliseconds a grouping or a list of pairs may take. Default 300 000. */
  groupTimeout?: number
}

/**
 * The engine in worker threads: questions in one, groupings in another, so that nobody who types waits for a grouping.
 * Rejects with SimilarityTimeout or SimilarityRestarted; both mean: go on without, or ask again.
 */
export interface Similarity {
  /** Resolves when the texts that `load` gave are in. */
  readonly ready: Promise<void>
  /** The highest version given with `put`, `remove` or by `load` that questions already see; 0 before the first. */
  readonly version: number
  put(texts: readonly EngineText[], version?: number): Promise<void>
  remove(ids: readonly string[], version?: number): Promise<void>
  size(): Promise<number>
  similar(query: Query, options?: SimilarOptions): Promise<Similar[]>
  duplicates(id: string, options?: { limit?: number; kinds?: readonly string[] }): Promise<Similar[]>
  pairs(minimum: number, options?: { kinds?: readonly string[] }): Promise<Pair[]>
  group(options: GroupOptions): Promise<Group[]>
  place(query: Query, groups: Readonly<Record<string, string>>, options?: PlaceOptions): Promise<Placement[]>
  state(): Promise<EngineState>
  close(): Promise<void>
}

/** Texts per message: copying more at once could hold up the main thread. */
const BATCH = 200

export function startSimilarity(options: SimilarityOptions = {}): Similarity {
  const { load, onProgress, onError, timeout = 5_000, groupTimeout = 300_000 } = options
  const engineOptions: EngineOptions = { ...(options.terms && { terms: options.terms }) }
  const questions = new EngineThread(engineOptions, () => void reload(questions))
  const groupings = new EngineThread(engineOptions, () => void reload(groupings))
  let version = 0

  /** Messages to a thread are handled in order, so what is asked after this sees it. */
  async function change(
    threads: readonly EngineThread[],
    call: 'put' | 'remove',
    items: readonly unknown[],
    to = 0,
  ): Promise<void> {
    for (let from = 0; from < items.length; from += BATCH) {
      const batch = items.slice(from, from + BATCH)
      await Promise.all(threads.map((thread) => thread.ask(call, [batch], groupTimeout)))
    }
    if (threads.includes(questions)) version = Math.max(version, to)
  }

  async function reload(...threads: EngineThread[]): Promise<void> {
    if (!load) return
    try {
      let loaded = 0
      for await (const batch of load()) {
        await change(threads, 'put', batch.texts, batch.version)
        loaded += batch.texts.length
        onProgress?.({ loaded, done: false })
      }
      onProgress?.({ loaded, done: true })
    } catch (error) {
      onError?.(error)
    }
  }

  return {
    ready: reload(questions, groupings),
    get version() {
      return version
    },
    put: (texts, to) => change([questions, groupings], 'put', texts, to),
    remove: (ids, to) => change([questions, groupings], 'remove', ids, to),
    size: async () => ((await questions.ask('state', [], timeout)) as EngineState).texts,
    similar: (...args) => questions.ask('similar', args, timeout) as Promise<Similar[]>,
    duplicates: (...args) => questions.ask('duplicates', args, timeout) as Promise<Similar[]>,
    place: (...args) => questions.ask('place', args, timeout) as Promise<Placement[]>,
    pairs: (...args) => groupings.ask('pairs', args, groupTimeout) as Promise<Pair[]>,
    group: (...args) => groupings.ask('group', args, groupTimeout) as Promise<Group[]>,
    state: () => groupings.ask('state', [], timeout) as Promise<EngineState>,
    async close() {
      await Promise.all([questions.close(), groupings.close()])
    },
  }
}
