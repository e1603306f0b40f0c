import { analyse } from './analysis.ts'
import { BAND_FLOOR, bandOf } from './bands.ts'
import { Corpus } from './corpus.ts'
import { unitVector } from './dense-vectors.ts'
import type {
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
} from './engine-types.ts'
import { group } from './grouping.ts'
import { HelperThread } from './helper-thread.ts'
import { byLettersToo } from './letter-ranking.ts'
import { Matcher } from './matcher.ts'
import { byMeaningToo, nearestByMeaning } from './meaning-ranking.ts'
import { type NeighbourGraph, neighbourGraph } from './neighbour-graph.ts'
import { DEFAULT_STRICTNESS, problemFloor } from './problem-floor.ts'
import { Postings } from './postings.ts'
import { reasonsOf } from './reasons.ts'
import { alone } from './shared-jobs.ts'
import { compileTermList, type TermEntry, type TermList } from './term-list.ts'
import { TERMS } from './terms.ts'
import { wishes } from './wishes.ts'

export type * from './engine-types.ts'

const VECTOR_SHARE = 0.5
/** So many of the best by words, and by meaning, are compared in full. */
const CANDIDATES = 50
/** Under so many texts a second thread would take longer to start than it saves. */
const WORTH_SHARING = 2000
const NEAREST_MEMBERS = 3
const NEAR = 30
/** Of the floor for problems: scores are a little lower than likeness. */
const PLACEMENT_SHARE = 0.74

export interface EngineOptions {
  /** Terms that coordinators added to the built-in list. */
  terms?: readonly TermEntry[]
  /** Share of meaning (0–1) against words wherever both texts have vectors. Default 0.5. */
  vectorShare?: number
  /** With 2, a second thread takes part in large changes and groupings. The answers are the same. Default 1. */
  threads?: 1 | 2
}

/** Finds similar texts and groups them. Synchronous, deterministic, and the order of `put` never matters. */
export interface Engine {
  /** Adds texts; a known id is replaced. */
  put(texts: readonly EngineText[]): void
  /** Forgets texts; unknown ids are ignored. */
  remove(ids: readonly string[]): void
  readonly size: number
  /** The texts most like the query, best first, ties by id. The last word may be half typed. */
  similar(query: Query, options?: SimilarOptions): Similar[]
  /** Known texts that say nearly the same as a known text. Empty when the id is unknown. */
  duplicates(id: string, options?: { limit?: number; kinds?: readonly string[] }): Similar[]
  /** All pairs of known texts at least `minimum` (0–1) alike, most alike first. */
  pairs(minimum: number, options?: { kinds?: readonly string[] }): Pair[]
  /** Groups all texts at one level; texts that are alone are in no group. */
  group(options: GroupOptions): Group[]
  /** Groups that a text could join, most alike first. `groups` is text id → group id. Suggests, changes nothing. */
  place(query: Query, groups: Readonly<Record<string, string>>, options?: PlaceOptions): Placement[]
  state(): EngineState
}

export function createEngine(options: EngineOptions = {}): Engine {
  const vectorShare = Math.min(1, Math.max(0, options.vectorShare ?? VECTOR_SHARE))
  const corpus = new Corpus(options.terms?.length ? compileTermList([...options.terms, ...TERMS]) : builtInTerms())
  const postings = new Postings(corpus)
  const matcher = new Matcher(corpus, postings)
  const took: Record<string, number> = {}
  const twoThreads = options.threads === 2
  let helperThread: HelperThread | undefined
  let graph: { key: string; made: NeighbourGraph } | undefined

  function similar(
    query: Query,
    { limit = 10, kinds, accept, reasons: explain = true }: SimilarOptions = {},
  ): Similar[] {
    postings.refresh()
    const analysed = analyse(query.title, query.body ?? '', corpus.terms)
    const asked = wishes(query, analysed, corpus)
    const lets = kindFilter(kinds)
    const own = query.id === undefined ? undefined : corpus.slotOf(query.id)
    const wanted = Math.max(CANDIDATES, limit)
    const accepts = (slot: number) => slot !== own && lets(slot)
    const vector = unitVector(query.vector) ?? (own === undefined ? undefined : corpus.entries[own]!.vector)
    const nearest = vector ? nearestByMeaning(corpus, vector, wanted, accepts) : []
    const byWords = byLettersToo(corpus, query, matcher.match(asked, wanted, accepts, nearest))
    const matches = (vector ? byMeaningToo(corpus, vector, byWords, vectorShare) : byWords).slice(0, Math.max(0, limit))
    const floor = accept === undefined ? 0 : BAND_FLOOR[accept]
    const why = explain ? reasonsOf(analysed, asked, corpus) : () => []
    return matches
      .filter(({ score }) => score >= floor)
      .map(({ slot, score }) => {
        const { id, kind } = corpus.entries[slot]!.text
        return { id, kind, score, band: bandOf(score), why: why(slot) }
      })
  }

  function helper(): HelperThread {
    if (!helperThread || helperThread.gone) helperThread = new HelperThread(options.terms ?? [])
    return helperThread
  }

  function kindFilter(kinds: readonly string[] | undefined): (slot: number) => boolean {
    if (!kinds) return () => true
    const numbers = new Set(kinds.map((kind) => corpus.kinds.get(kind)))
    return (slot) => numbers.has(corpus.entries[slot]!.kind)
  }

  function known(id: string): Query | undefined {
    const entry = corpus.entryOf(id)
    return (
      entry && { id, title: entry.text.title, body: entry.text.body, ...(entry.vector && { vector: entry.vector }) }
    )
  }

  function graphOf(kinds: readonly string[] | undefined): NeighbourGraph {
    const key = JSON.stringify([corpus.changes, kinds ? [...kinds].sort() : null])
    if (graph?.key === key) return graph.made
    const lets = kindFilter(kinds)
    const slots: number[] = []
    corpus.entries.forEach((entry, slot) => {
      if (entry && lets(slot)) slots.push(slot)
    })
    graph = undefined
    graph = {
      key,
      made: neighbourGraph(corpus, slots, {
        vectorShare,
        took,
        share: slots.length < WORTH_SHARING || !twoThreads ? alone : helper().share,
      }),
    }
    return graph.made
  }

  return {
    put(texts) {
      if (texts.length < WORTH_SHARING || !twoThreads) {
        for (const text of texts) corpus.put(text)
        return
      }
      // The last of an id counts, whoever analyses it.
      const once = [...new Map(texts.map((text) => [text.id, text])).values()]
      helper().analyse(
        once,
        (text) => corpus.put(text),
        (text, words) => corpus.put(text, words),
      )
    },
    remove(ids) {
      for (const id of ids) corpus.remove(id)
    },
    get size() {
      return corpus.size
    },
    similar,
    duplicates(id, { limit = 10, kinds } = {}) {
      const query = known(id)
      return query ? similar(query, { limit, accept: 'very', ...(kinds && { kinds }) }) : []
    },
    pairs(minimum, { kinds } = {}) {
      const found = new Map<string, Pair>()
      const lets = kindFilter(kinds)
      for (const [slot, entry] of corpus.entries.entries()) {
        if (!entry || !lets(slot)) continue
        for (const other of similar(known(entry.text.id)!, { limit: 20, reasons: false, ...(kinds && { kinds }) })) {
          if (other.score < minimum) break
          const [a, b] = entry.text.id < other.id ? [entry.text.id, other.id] : [other.id, entry.text.id]
          const key = JSON.stringify([a, b])
          const score = Math.max(other.score, found.get(key)?.score ?? 0)
          found.set(key, { a, b, score, band: bandOf(score) })
        }
      }
      return [...found.values()].sort((p, q) => q.score - p.score || (p.a < q.a || (p.a === q.a && p.b < q.b) ? -1 : 1))
    },
    group(groupOptions) {
      postings.refresh()
      const made = graphOf(groupOptions.kinds)
      const start = performance.now()
      const groups = group(corpus, made, groupOptions)
      took[groupOptions.level] = performance.now() - start
      return groups
    },
    place(query, groups, { kinds, limit = 3, strictness = DEFAULT_STRICTNESS } = {}) {
      const floor = PLACEMENT_SHARE * problemFloor(strictness, corpus.size)
      const near = similar(query, { limit: NEAR, reasons: false, ...(kinds && { kinds }) })
      const byGroup = new Map<string, Similar[]>()
      for (const one of near) {
        const name = Object.hasOwn(groups, one.id) ? groups[one.id] : undefined
        if (name !== undefined) byGroup.set(name, [...(byGroup.get(name) ?? []), one])
      }
      const sizes = sizesOf(groups, byGroup, query.id)
      // What is not among the nearest is at most as alike as the last of them.
      const beyond = near.length < NEAR ? 0 : near.at(-1)!.score
      return [...byGroup]
        .map(([name, members]) => {
          const nearest = members.slice(0, NEAREST_MEMBERS)
          const missing = Math.min(NEAREST_MEMBERS, sizes.get(name)!) - nearest.length
          const scores = [...nearest.map((one) => one.score), ...Array.from({ length: missing }, () => beyond)]
          const strength = mean(scores)
          return { group: name, strength, suggested: strength >= floor, nearest }
        })
        .sort((p, q) => q.strength - p.strength || (p.group < q.group ? -1 : 1))
        .slice(0, limit)
    },
    state: () => ({ texts: corpus.size, terms: corpus.lexicon.size, grouping: { ...took } }),
  }
}

/** How many members each of the named groups has, leaving out one text. */
function sizesOf(
  groups: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, unknown>,
  except: string | undefined,
): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const id in groups) {
    const name = groups[id]!
    if (id !== except && names.has(name)) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  }
  return sizes
}

let builtIn: TermList | undefined
function builtInTerms(): TermList {
  builtIn ??= compileTermList(TERMS)
  return builtIn
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
