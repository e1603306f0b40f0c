import { type AnalysedText, analyse, type Occurrence, TITLE_WEIGHT } from './analysis.ts'
import { DenseBackground, unitVector } from './dense-vectors.ts'
import type { EngineText } from './engine-types.ts'
import { Lexicon } from './lexicon.ts'
import { LetterLikeness } from './letter-likeness.ts'
import { phrasesOf } from './phrases.ts'
import type { TermList } from './term-list.ts'

/** A text as the index sees it: sorted term numbers and how often each occurs, fields weighted together. */
export interface Entry {
  text: EngineText
  kind: number
  terms: Int32Array
  counts: Float32Array
  /** Sum of `counts`. */
  length: number
  /** Hashes of its phrases, ascending. */
  phrases: Uint32Array
  /** Unit vector of the meaning, where there is one. */
  vector: Float32Array | undefined
}

/** What of a text depends on its words: how often each term occurs in it, and its phrases. */
export interface TextWords {
  counts: Iterable<[key: string, count: number]>
  phrases: Uint32Array
}

/** The texts the engine knows, by slot. A removed text leaves an empty slot until `compact`. */
export class Corpus {
  readonly lexicon = new Lexicon()
  readonly letters = new LetterLikeness()
  readonly dense = new DenseBackground()
  readonly entries: (Entry | undefined)[] = []
  /** Length of the text in each slot, -1 where there is none: what a search reads of very many texts, side by side. */
  lengths = new Float64Array(1024)
  readonly kinds = new Map<string, number>()
  /** Grows with every change; what is derived from the corpus remembers it to know whether it is stale. */
  changes = 0
  totalLength = 0
  private readonly slots = new Map<string, number>()

  constructor(readonly terms: TermList) {}

  get size(): number {
    return this.slots.size
  }

  slotOf(id: string): number | undefined {
    return this.slots.get(id)
  }

  entryOf(id: string): Entry | undefined {
    const slot = this.slots.get(id)
    return slot === undefined ? undefined : this.entries[slot]
  }

  /** `words` are those of the text, where they are known already. */
  put(text: EngineText, words?: TextWords): void {
    this.remove(text.id)
    const { counts, phrases } = words ?? wordsOf(analyse(text.title, text.body, this.terms))
    const lexicon = this.lexicon
    const numbered = [...counts].map(([key, count]) => [lexicon.add(key), count] as const).sort((a, b) => a[0] - b[0])
    const entry: Entry = {
      text: { id: text.id, kind: text.kind, title: text.title, body: text.body },
      kind: this.kindNumber(text.kind),
      terms: Int32Array.from(numbered, (pair) => pair[0]),
      counts: Float32Array.from(numbered, (pair) => pair[1]),
      length: 0,
      phrases,
      vector: unitVector(text.vector),
    }
    for (const count of entry.counts) entry.length += count
    for (const term of entry.terms) lexicon.count(term, 1)
    this.letters.note(headline(text), 1)
    if (entry.vector) this.dense.note(entry.vector, 1)
    this.place(entry)
    this.totalLength += entry.length
    this.changes++
  }

  remove(id: string): void {
    const slot = this.slots.get(id)
    const entry = slot === undefined ? undefined : this.entries[slot]
    if (slot === undefined || !entry) return
    for (const term of entry.terms) this.lexicon.count(term, -1)
    this.letters.note(headline(entry.text), -1)
    if (entry.vector) this.dense.note(entry.vector, -1)
    this.totalLength -= entry.length
    this.entries[slot] = undefined
    this.lengths[slot] = -1
    this.slots.delete(id)
    this.changes++
  }

  /** Closes empty slots. Slot numbers change, so whatever remembers them has to be rebuilt. */
  compact(): void {
    const kept = this.entries.filter((entry) => entry !== undefined)
    this.entries.splice(0, this.entries.length, ...[])
    for (const entry of kept) this.place(entry)
  }

  private place(entry: Entry): void {
    const slot = this.entries.length
    this.slots.set(entry.text.id, slot)
    this.entries.push(entry)
    if (slot >= this.lengths.length) {
      const wider = new Float64Array(2 * this.lengths.length)
      wider.set(this.lengths)
      this.lengths = wider
    }
    this.lengths[slot] = entry.length
  }

  private kindNumber(kind: string): number {
    let number = this.kinds.get(kind)
    if (number === undefined) {
      number = this.kinds.size
      this.kinds.set(kind, number)
    }
    return number
  }
}

export function wordsOf(analysed: AnalysedText): TextWords {
  return { counts: countTerms(analysed), phrases: phrasesOf(analysed) }
}

/** Terms of a text with their field-weighted counts, in order of first appearance. */
export function countTerms(analysed: AnalysedText): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (occurrence: Occurrence, weight: number) =>
    counts.set(occurrence.key, (counts.get(occurrence.key) ?? 0) + weight * occurrence.weight)
  for (const occurrence of analysed.title) add(occurrence, TITLE_WEIGHT)
  for (const occurrence of analysed.body) add(occurrence, 1)
  return counts
}

/** What a text is called: its title, or all of it when it has none. */
export function headline(text: { title: string; body?: string }): string {
  return text.title || text.body || ''
}
