import { availableParallelism } from 'node:os'
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

/** When a level was last grouped, and the milliseconds it took with the wait for earlier groupings. */
export interface GroupingTime {
  level: GroupOptions['level']
  at: Date
  ms: number
}

/**
 * The engine in worker threads: questions in one, groupings in another, so that nobody who types waits for a grouping.
 * Each holds the whole index: terms, postings and letters are maps of the language's own heap, which threads cannot
 * share, and a grouping sorts and compacts what a question reads at the same moment.
 * Rejects with SimilarityTimeout or SimilarityRestarted; both mean: go on without, or ask again.
 */
export interface Similarity {
  /** Resolves when the texts that `load` gave are in. */
  readonly ready: Promise<void>
  /** The highest version given with `put`, `remove` or by `load` that questions already see; 0 before the first. */
  readonly version: number
  /** The last grouping of each level. */
  readonly grouped: readonly GroupingTime[]
  put(texts: readonly EngineText[], version?: number): Promise<void>
  remove(ids: readonly string[], version?: number): Promise<void>
  size(): Promise<number>
  similar(query: Query, options?: SimilarOptions): Promise<Similar[]>
  /** The same among the groupings: for work in the background, which must not keep those who type waiting. */
  similarInBackground(query: Query, options?: SimilarOptions): Promise<Similar[]>
  duplicates(id: string, options?: { limit?: number; kinds?: readonly string[] }): Promise<Similar[]>
  pairs(minimum: number, options?: { kinds?: readonly string[] }): Promise<Pair[]>
  group(options: GroupOptions): Promise<Group[]>
  place(query: Query, groups: Readonly<Record<string, string>>, options?: PlaceOptions): Promise<Placement[]>
  state(): Promise<EngineState>
  /** Fills new threads with other options beside the old ones, which answer meanwhile, and then takes their place. */
  renew(options: EngineOptions): Promise<void>
  close(): Promise<void>
}

/** Texts per message: copying more at once could hold up the main thread. */
const BATCH = 200

export function startSimilarity(options: SimilarityOptions = {}): Similarity {
  const { load, onProgress, onError, timeout = 5_000, groupTimeout = 300_000, ...first } = options
  const grouped = new Map<string, GroupingTime>()
  let version = 0
  let { questions, groupings } = startThreads(first)

  function startThreads(engineOptions: EngineOptions) {
    const questions: EngineThread = new EngineThread(engineOptions, () => void reload([questions]))
    // Where there is another core, large groupings share their work with a thread of their own.
    const threads = availableParallelism() > 1 ? 2 : 1
    const groupings: EngineThread = new EngineThread(
      { threads, ...engineOptions },
      () => void reload([groupings]),
      true,
    )
    return { questions, groupings }
  }

  /** Messages to a thread are handled in order, so what is asked after this sees it. */
  async function change(threads: readonly EngineThread[], call: 'put' | 'remove', items: readonly unknown[]) {
    for (let from = 0; from < items.length; from += BATCH) {
      const batch = items.slice(from, from + BATCH)
      await Promise.all(threads.map((thread) => thread.ask(call, [batch], groupTimeout)))
    }
  }

  async function changeAll(call: 'put' | 'remove', items: readonly unknown[], to = 0) {
    await change([questions, groupings], call, items)
    version = Math.max(version, to)
  }

  /** Puts every text into the threads; the version that they are of. */
  async function fill(threads: readonly EngineThread[]): Promise<number> {
    let loaded = 0
    let seen = 0
    for await (const batch of load?.() ?? []) {
      await change(threads, 'put', batch.texts)
      seen = Math.max(seen, batch.version ?? 0)
      loaded += batch.texts.length
      onProgress?.({ loaded, done: false })
    }
    onProgress?.({ loaded, done: true })
    return seen
  }

  async function reload(threads: readonly EngineThread[]): Promise<void> {
    if (!load) return
    try {
      const seen = await fill(threads)
      if (threads.includes(questions)) version = Math.max(version, seen)
    } catch (error) {
      onError?.(error)
    }
  }

  return {
    ready: reload([questions, groupings]),
    get version() {
      return version
    },
    get grouped() {
      return [...grouped.values()]
    },
    put: (texts, to) => changeAll('put', texts, to),
    remove: (ids, to) => changeAll('remove', ids, to),
    size: async () => ((await questions.ask('state', [], timeout)) as EngineState).texts,
    similar: (...args) => questions.ask('similar', args, timeout) as Promise<Similar[]>,
    similarInBackground: (...args) => groupings.ask('similar', args, groupTimeout) as Promise<Similar[]>,
    duplicates: (...args) => questions.ask('duplicates', args, timeout) as Promise<Similar[]>,
    place: (...args) => questions.ask('place', args, timeout) as Promise<Placement[]>,
    pairs: (...args) => groupings.ask('pairs', args, groupTimeout) as Promise<Pair[]>,
    async group(groupOptions) {
      const start = performance.now()
      const groups = (await groupings.ask('group', [groupOptions], groupTimeout)) as Group[]
      const { level } = groupOptions
      grouped.set(level, { level, at: new Date(), ms: performance.now() - start })
      return groups
    },
    state: () => questions.ask('state', [], timeout) as Promise<EngineState>,
    async renew(engineOptions) {
      const before = [questions, groupings]
      const next = startThreads(engineOptions)
      let seen: number
      try {
        seen = await fill([next.questions, next.groupings])
      } catch (error) {
        await Promise.all([next.questions.close(), next.groupings.close()])
        throw error
      }
      ;({ questions, groupings } = next)
      // What has changed since the filling began is asked for again: to put a text twice is to put it once.
      version = seen
      await Promise.all(before.map((thread) => thread.retire()))
    },
    async close() {
      await Promise.all([questions.close(), groupings.close()])
    },
  }
}
